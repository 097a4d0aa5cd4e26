namespace Symbiosis.Domain.Catalogues;

/// <summary>One process, material, technology, tariff, factor or limit.</summary>
public sealed record CatalogueEntry
{
    /// <summary>Id, unique among entries of its kind.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Name in Chinese.</summary>
    public string? NameZh { get; init; }

    /// <summary>Group: sector, class or zone.</summary>
    public string? Group { get; init; }

    /// <summary>Remark.</summary>
    public string? Note { get; init; }

    /// <summary>Its figures.</summary>
    public IReadOnlyList<CatalogueFigure> Figures { get; init; } = [];
}
