namespace Symbiosis.Domain.Parks;

/// <summary>
/// A plot on which plants stand. Coordinates are either x_m/y_m or latitude/longitude, the same kind in the whole
/// park.
/// </summary>
public sealed record Site
{
    /// <summary>Id, unique among sites and junctions.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Name in Chinese.</summary>
    public string? NameZh { get; init; }

    /// <summary>East coordinate, m.</summary>
    public double? XM { get; init; }

    /// <summary>North coordinate, m.</summary>
    public double? YM { get; init; }

    /// <summary>Latitude, degrees.</summary>
    public double? LatitudeDegrees { get; init; }

    /// <summary>Longitude, degrees.</summary>
    public double? LongitudeDegrees { get; init; }

    /// <summary>The site is only an offer for new plants; no plant stands there today.</summary>
    public bool Candidate { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
