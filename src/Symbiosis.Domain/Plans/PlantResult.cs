namespace Symbiosis.Domain.Plans;

/// <summary>Results of one plant.</summary>
public sealed record PlantResult
{
    /// <summary>Plant.</summary>
    public string? PlantId { get; init; }

    /// <summary>Its own costs in the plan (shared pipes not included), CNY.</summary>
    public decimal CostCny { get; init; }

    /// <summary>Its own costs in the baseline, CNY.</summary>
    public decimal BaselineCostCny { get; init; }

    /// <summary>Its emissions in the plan, t CO2e.</summary>
    public double EmissionsT { get; init; }

    /// <summary>Its emissions in the baseline, t CO2e.</summary>
    public double BaselineEmissionsT { get; init; }
}
