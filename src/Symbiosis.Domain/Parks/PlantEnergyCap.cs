namespace Symbiosis.Domain.Parks;

/// <summary>Energy cap of one plant.</summary>
public sealed record PlantEnergyCap
{
    /// <summary>The plant.</summary>
    public required string PlantId { get; init; }

    /// <summary>Cap, t of standard coal in the horizon.</summary>
    public required double CapTce { get; init; }
}
