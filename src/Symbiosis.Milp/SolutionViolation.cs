namespace Symbiosis.Milp;

/// <summary>One place where a solution breaks the model.</summary>
/// <param name="Kind">What is broken.</param>
/// <param name="Name">The column's or row's name.</param>
/// <param name="Value">The variable's value or the row's activity.</param>
/// <param name="Lower">The lower side, -infinity for none.</param>
/// <param name="Upper">The upper side, +infinity for none.</param>
/// <param name="Amount">By how much, scaled as <see cref="SolutionCheck"/> says; above the tolerance.</param>
public sealed record SolutionViolation(ViolationKind Kind, string Name, double Value, double Lower, double Upper, double Amount);
