namespace Symbiosis.Domain.Parks;

/// <summary>Need for a carrier that must be met.</summary>
public sealed record CarrierDemand
{
    /// <summary>Id, unique in the plant.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>The carrier.</summary>
    public required string CarrierId { get; init; }

    /// <summary>Need, kW.</summary>
    public required double NeedKw { get; init; }

    /// <summary>Profile of factors on the need.</summary>
    public string? NeedProfileId { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
