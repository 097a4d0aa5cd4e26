namespace Symbiosis.Domain.Partners;

/// <summary>Where an offer or a need stands: a node of a park, or coordinates of the park's kind.</summary>
public sealed record Place
{
    /// <summary>Park whose network it would join; absent: the first park.</summary>
    public string? ParkId { get; init; }

    /// <summary>Site or junction.</summary>
    public string? NodeId { get; init; }

    /// <summary>East coordinate, m.</summary>
    public double? XM { get; init; }

    /// <summary>North coordinate, m.</summary>
    public double? YM { get; init; }

    /// <summary>Latitude, degrees.</summary>
    public double? LatitudeDegrees { get; init; }

    /// <summary>Longitude, degrees.</summary>
    public double? LongitudeDegrees { get; init; }
}
