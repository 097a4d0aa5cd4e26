namespace Symbiosis.Milp;

/// <summary>Rows and column bounds that cannot hold together; without any one of them the rest can.</summary>
/// <param name="Rows">Names of rows, in model order.</param>
/// <param name="Columns">Names of columns whose bounds take part, in model order.</param>
/// <param name="IsProvenIrreducible">False when the search ended early: the set contradicts itself but may be too large.</param>
public sealed record IrreducibleInfeasibleSubset(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, bool IsProvenIrreducible);
