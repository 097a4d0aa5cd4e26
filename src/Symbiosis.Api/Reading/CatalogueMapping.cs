using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Parks;

namespace Symbiosis.Api.Reading;

/// <summary>Maps the messages of catalogue.proto to the domain; absent numbers take the schema's defaults.</summary>
internal static class CatalogueMapping
{
    public static Catalogue Read(V1.Catalogue message) => new()
    {
        Kind = message.Kind,
        Entries = [.. message.Entries.Select(Read)],
        Sources = [.. message.Sources.Select(ProvenanceMapping.Read)],
    };

    public static CatalogueEntry Read(V1.CatalogueEntry message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        NameZh = TextOrNull(message.NameZh),
        Group = TextOrNull(message.Group),
        Note = TextOrNull(message.Note),
        Figures = [.. message.Figures.Select(Read)],
    };

    public static CatalogueFigure Read(V1.CatalogueFigure message) => new()
    {
        Name = message.Name,
        Kind = TextOrNull(message.Kind),
        Unit = TextOrNull(message.Unit),
        Low = message.HasLow ? message.Low : null,
        Typical = message.HasTypical ? message.Typical : null,
        High = message.HasHigh ? message.High : null,
        Quality = (Quality)message.Quality,
        SourceIds = [.. message.SourceIds],
        Note = TextOrNull(message.Note),
        SupplyCelsius = message.HasSupplyCelsius ? message.SupplyCelsius : null,
        ReturnCelsius = message.HasReturnCelsius ? message.ReturnCelsius : null,
        Text = TextOrNull(message.Text),
        MaterialId = TextOrNull(message.MaterialId),
        AlternativeTo = TextOrNull(message.AlternativeTo),
    };

    private static string? TextOrNull(string text) => text.Length == 0 ? null : text;
}
