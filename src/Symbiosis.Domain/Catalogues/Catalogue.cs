using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Catalogues;

/// <summary>A file of the catalogue.</summary>
public sealed record Catalogue
{
    /// <summary>What the entries are: process, material, technology, tariff, factor, limit.</summary>
    public required string Kind { get; init; }

    /// <summary>The entries.</summary>
    public IReadOnlyList<CatalogueEntry> Entries { get; init; } = [];

    /// <summary>Publications the figures come from.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];
}
