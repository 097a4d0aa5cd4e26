namespace Symbiosis.Domain.Plans;

/// <summary>One emission.</summary>
public sealed record EmissionItem
{
    /// <summary>Field of the request that causes it.</summary>
    public string FieldPath { get; init; } = "";

    /// <summary>1, 2, or 3 (inputs, disposal, transport).</summary>
    public int Scope { get; init; }

    /// <summary>Plant, where it is one plant's.</summary>
    public string? PlantId { get; init; }

    /// <summary>Plan, t CO2e.</summary>
    public double PlanT { get; init; }

    /// <summary>Baseline, t CO2e.</summary>
    public double BaselineT { get; init; }
}
