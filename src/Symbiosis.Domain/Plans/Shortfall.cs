namespace Symbiosis.Domain.Plans;

/// <summary>Something the park lacks.</summary>
public sealed record Shortfall
{
    /// <summary>Field of the request it concerns.</summary>
    public string FieldPath { get; init; } = "";

    /// <summary>Plant.</summary>
    public string? PlantId { get; init; }

    /// <summary>Stream, inlet, demand or policy it concerns.</summary>
    public string ElementId { get; init; } = "";

    /// <summary>Period in which most is missing, zero-based; absent for limits over the horizon.</summary>
    public int? PeriodIndex { get; init; }

    /// <summary>Missing amount at its largest, kW (t/h; t, tce or kWh for limits over the horizon).</summary>
    public double Missing { get; init; }

    /// <summary>Unit of the missing amount.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The whole in a planner's words.</summary>
    public string Sentence { get; init; } = "";
}
