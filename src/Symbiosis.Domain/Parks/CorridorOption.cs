namespace Symbiosis.Domain.Parks;

/// <summary>A carrier that may be laid in a corridor.</summary>
public sealed record CorridorOption
{
    /// <summary>The carrier.</summary>
    public required string CarrierId { get; init; }

    /// <summary>Its allowed sizes; empty: all sizes of the carrier.</summary>
    public IReadOnlyList<string> SizeIds { get; init; } = [];
}
