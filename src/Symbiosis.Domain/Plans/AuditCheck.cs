namespace Symbiosis.Domain.Plans;

/// <summary>One check of the audit.</summary>
public sealed record AuditCheck
{
    /// <summary>Name, for example "heat_cascade", "mass_balance", "quality", "cost_total".</summary>
    public string Name { get; init; } = "";

    /// <summary>Number of balances recomputed.</summary>
    public int Count { get; init; }

    /// <summary>Largest deviation, relative to the size of the balance.</summary>
    public double MaxDeviation { get; init; }

    /// <summary>Tolerance.</summary>
    public double Tolerance { get; init; }

    /// <summary>What failed, at most ten sentences.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];
}
