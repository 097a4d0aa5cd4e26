namespace Symbiosis.Domain.Plans;

/// <summary>
/// A coupling plan. Amounts are over the park's horizon ("yearly" where the horizon is a year). Money is a
/// decimal with two digits.
/// </summary>
public sealed record Plan
{
    /// <summary>Park it is for.</summary>
    public string ParkId { get; init; } = "";

    /// <summary>Scenario it is for; empty: none.</summary>
    public string? ScenarioId { get; init; }

    /// <summary>How the search ended.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>Totals, baseline and saving.</summary>
    public Summary? Summary { get; init; }

    /// <summary>Flows between two plants, with routes.</summary>
    public IReadOnlyList<Coupling> Couplings { get; init; } = [];

    /// <summary>Pipes and cables, new and existing, that carry something.</summary>
    public IReadOnlyList<LaidLink> Links { get; init; } = [];

    /// <summary>Equipment: new sizes of stations, recovery, converters, storages, generators.</summary>
    public IReadOnlyList<EquipmentSize> Equipment { get; init; } = [];

    /// <summary>Costs by the request field that causes them; they add up to summary.cost_cny exactly.</summary>
    public IReadOnlyList<CostItem> Costs { get; init; } = [];

    /// <summary>The same for the baseline; they add up to summary.baseline_cost_cny exactly.</summary>
    public IReadOnlyList<CostItem> BaselineCosts { get; init; } = [];

    /// <summary>Emissions by the request field that causes them.</summary>
    public IReadOnlyList<EmissionItem> Emissions { get; init; } = [];

    /// <summary>Results per plant.</summary>
    public IReadOnlyList<PlantResult> Plants { get; init; } = [];

    /// <summary>The time steps of `operation`.</summary>
    public IReadOnlyList<PlanPeriod> Periods { get; init; } = [];

    /// <summary>Operation, one value per period.</summary>
    public IReadOnlyList<OperationSeries> Operation { get; init; } = [];

    /// <summary>Donor-receiver pairs that were not coupled, and why.</summary>
    public IReadOnlyList<UncoupledPair> Uncoupled { get; init; } = [];

    /// <summary>Recomputed balances.</summary>
    public Audit? Audit { get; init; }

    /// <summary>Bounds and how they were reached.</summary>
    public Proof? Proof { get; init; }

    /// <summary>What is missing, where the park is infeasible.</summary>
    public IReadOnlyList<Shortfall> Shortfalls { get; init; } = [];
}
