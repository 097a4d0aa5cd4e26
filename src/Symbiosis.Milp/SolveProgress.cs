namespace Symbiosis.Milp;

/// <summary>News from a running solve.</summary>
/// <param name="Elapsed">Since the solve was called.</param>
/// <param name="Incumbent">Objective of the best checked solution so far, recomputed; <c>null</c> before the first.</param>
/// <param name="Bound">Proven lower limit of every solution; <c>null</c> before the first.</param>
/// <param name="Values">The solution, when this news is a better one that passed <see cref="SolutionChecker"/>; else <c>null</c>.</param>
public sealed record SolveProgress(TimeSpan Elapsed, double? Incumbent, double? Bound, double[]? Values);
