namespace Symbiosis.Domain.Parks;

/// <summary>Limits on the share of a component in the blend.</summary>
public sealed record QualityLimit
{
    /// <summary>Component.</summary>
    public required string Component { get; init; }

    /// <summary>Smallest share by mass, [0, 1].</summary>
    public double? MinFraction { get; init; }

    /// <summary>Largest share by mass, [0, 1].</summary>
    public double? MaxFraction { get; init; }
}
