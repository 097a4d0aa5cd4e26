namespace Symbiosis.Domain.Parks;

/// <summary>Limit on how much of a material the park's converters may make in the horizon.</summary>
public sealed record Quota
{
    /// <summary>The material.</summary>
    public required string MaterialId { get; init; }

    /// <summary>Plants it counts; empty: all.</summary>
    public IReadOnlyList<string> PlantIds { get; init; } = [];

    /// <summary>Largest amount, t.</summary>
    public required double MaxT { get; init; }
}
