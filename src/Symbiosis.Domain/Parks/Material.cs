namespace Symbiosis.Domain.Parks;

/// <summary>A material: by-product, raw material or product.</summary>
public sealed record Material
{
    /// <summary>Id, unique in the park.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Name in Chinese.</summary>
    public string? NameZh { get; init; }

    /// <summary>Typical composition.</summary>
    public IReadOnlyList<Content> Composition { get; init; } = [];

    /// <summary>Hazard class.</summary>
    public HazardClass Hazard { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
