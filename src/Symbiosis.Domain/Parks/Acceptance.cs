namespace Symbiosis.Domain.Parks;

/// <summary>A material an inlet accepts.</summary>
public sealed record Acceptance
{
    /// <summary>The material.</summary>
    public required string MaterialId { get; init; }

    /// <summary>Tonnes of bought input that a tonne displaces. Default 1.</summary>
    public double Displacement { get; init; } = 1;

    /// <summary>Cost of treatment at the receiver, CNY/t (negative: a gate fee). Default 0.</summary>
    public double TreatmentCnyPerT { get; init; }

    /// <summary>CO2 of that treatment, kg/t (negative: avoided). Default 0.</summary>
    public double TreatmentCo2KgPerT { get; init; }

    /// <summary>Largest share of the inlet's flow this material may have, [0, 1]. Default 1.</summary>
    public double MaxShare { get; init; } = 1;
}
