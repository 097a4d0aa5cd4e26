using System.Globalization;
using Spectre.Console;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Parks;

namespace Symbiosis.Cli.Rendering;

/// <summary>One entry with its figures, their notes and sources.</summary>
internal static class CatalogueEntryText
{
    public static void AddTo(Page page, Catalogue catalogue, CatalogueEntry entry, Language language)
    {
        page.Title($"{CatalogueTable.NameOf(entry, language)} [{catalogue.Kind}/{entry.Id}]");
        if (!string.IsNullOrEmpty(entry.Group))
            page.Line($"{Messages.Group.In(language)}: {entry.Group}");
        if (!string.IsNullOrEmpty(entry.Note))
            page.Line(entry.Note);
        if (entry.Figures.Count == 0)
            return;

        var table = new TextTable()
            .Words(Messages.Figure.In(language))
            .Numbers(Messages.Low.In(language))
            .Numbers(Messages.Typical.In(language))
            .Numbers(Messages.High.In(language))
            .Words(Messages.Unit.In(language))
            .Words(Messages.QualityColumn.In(language))
            .Words(Messages.SourcesColumn.In(language))
            .Words(Messages.Note.In(language));
        foreach (var figure in entry.Figures)
        {
            table.Row(
                Name(figure),
                Show(figure.Low),
                figure.Typical is null ? figure.Text ?? "" : Show(figure.Typical),
                Show(figure.High),
                figure.Unit ?? "",
                CodeNames.Qualities[figure.Quality].In(language),
                string.Join(", ", figure.SourceIds),
                figure.Note ?? "");
        }

        table.AddTo(page);
        AddSources(page, catalogue, entry);
    }

    private static void AddSources(Page page, Catalogue catalogue, CatalogueEntry entry)
    {
        var ids = entry.Figures.SelectMany(figure => figure.SourceIds).ToHashSet();
        foreach (var source in catalogue.Sources.Where(source => ids.Contains(source.Id)))
            page.Line($"[{source.Id}] {Citation(source)}", new Style(decoration: Decoration.Dim));
    }

    private static string Citation(Source source) => string.IsNullOrEmpty(source.Address) ? source.Title : $"{source.Title}, {source.Address}";

    private static string Name(CatalogueFigure figure)
    {
        List<string> temperatures = [];
        if (figure.SupplyCelsius is { } supply)
            temperatures.Add(Show(supply));
        if (figure.ReturnCelsius is { } back)
            temperatures.Add(Show(back));
        var suffix = temperatures.Count == 0 ? "" : $" ({string.Join(" -> ", temperatures)} deg C)";
        return (string.IsNullOrEmpty(figure.Kind) || figure.Kind == figure.Name ? figure.Name : $"{figure.Kind}: {figure.Name}") + suffix;
    }

    // A catalogue shows what was published, digit by digit.
    private static string Show(double? value) => value?.ToString("#,0.######", CultureInfo.InvariantCulture) ?? "";
}
