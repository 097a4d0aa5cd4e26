using System.Globalization;
using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Typical;

/// <summary>The catalogue's entries by kind and id. Immutable.</summary>
internal sealed class CatalogueIndex
{
    private readonly Dictionary<(string Kind, string Id), CatalogueEntry> byId = [];
    private readonly Dictionary<string, Source> sources = new(StringComparer.Ordinal);
    private readonly ILookup<string, CatalogueEntry> byKind;

    /// <summary>Lays out the files; of two entries of one kind and id the first counts.</summary>
    public CatalogueIndex(IReadOnlyList<Catalogue> files)
    {
        byKind = files.SelectMany(file => file.Entries.Select(entry => (file.Kind, entry))).ToLookup(pair => pair.Kind, pair => pair.entry, StringComparer.Ordinal);
        foreach (var entries in byKind)
        {
            foreach (var entry in entries)
                byId.TryAdd((entries.Key, entry.Id), entry);
        }

        foreach (var source in files.SelectMany(file => file.Sources))
            sources.TryAdd(source.Id, source);
    }

    /// <summary>Entries of a kind in the files' order.</summary>
    public IEnumerable<CatalogueEntry> OfKind(string kind) => byKind[kind];

    /// <summary>A source; null where no file lists it.</summary>
    public Source? Source(string id) => sources.GetValueOrDefault(id);

    /// <summary>An entry; null where there is none.</summary>
    public CatalogueEntry? Find(string kind, string id) => byId.GetValueOrDefault((kind, id));

    /// <summary>A figure of an entry; null where there is none, or none that is a number.</summary>
    public TypicalFigure? Find(string kind, string id, string figureName)
    {
        var entry = Find(kind, id);
        var figure = entry?.Figures.FirstOrDefault(candidate => candidate.Name == figureName);
        return figure is null ? null : Read(kind, entry!, figure);
    }

    /// <summary>A figure with its origin; null where it is not a number.</summary>
    public static TypicalFigure? Read(string kind, CatalogueEntry entry, CatalogueFigure figure)
    {
        if ((figure.Typical ?? Middle(figure)) is not { } typical)
            return null;

        // Some ends were filled in from other publications than the middle and lie on its wrong side.
        var value = new Estimate(Math.Min(figure.Low ?? typical, typical), typical, Math.Max(figure.High ?? typical, typical));
        return new TypicalFigure(value, figure.Unit ?? "", figure.Quality, Origin(kind, entry, figure, typical));
    }

    private static double? Middle(CatalogueFigure figure) => (figure.Low + figure.High) / 2 ?? figure.Low ?? figure.High;

    private static string Origin(string kind, CatalogueEntry entry, CatalogueFigure figure, double typical)
    {
        var number = typical.ToString("0.####", CultureInfo.InvariantCulture);
        var sources = figure.SourceIds.Count == 0 ? "an estimate" : $"sources {string.Join(", ", figure.SourceIds)}";
        return $"catalogue/{kind}/{entry.Id} {figure.Name} {number} {figure.Unit} ({sources})";
    }
}
