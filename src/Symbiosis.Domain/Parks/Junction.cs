namespace Symbiosis.Domain.Parks;

/// <summary>A node of the utility network where no plant stands.</summary>
public sealed record Junction
{
    /// <summary>Id, unique among sites and junctions.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>East coordinate, m.</summary>
    public double? XM { get; init; }

    /// <summary>North coordinate, m.</summary>
    public double? YM { get; init; }

    /// <summary>Latitude, degrees.</summary>
    public double? LatitudeDegrees { get; init; }

    /// <summary>Longitude, degrees.</summary>
    public double? LongitudeDegrees { get; init; }
}
