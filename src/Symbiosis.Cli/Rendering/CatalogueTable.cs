using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Catalogues;

namespace Symbiosis.Cli.Rendering;

/// <summary>The entries of one kind, a line each.</summary>
internal static class CatalogueTable
{
    public static void AddTo(Page page, Catalogue catalogue, Language language)
    {
        var table = new TextTable()
            .Codes(Messages.Id.In(language))
            .Words(Messages.Name.In(language))
            .Words(Messages.Group.In(language))
            .Numbers(Messages.FigureCount.In(language));
        foreach (var entry in catalogue.Entries)
            table.Row(entry.Id, NameOf(entry, language), entry.Group ?? "", Quantity.Count(entry.Figures.Count));

        page.Title(Messages.KindTitle.In(language, CodeNames.CatalogueKinds.NameOf(catalogue.Kind, language), catalogue.Kind));
        table.AddTo(page);
    }

    /// <summary>The entry's name in the reader's language, else in the other one.</summary>
    public static string NameOf(CatalogueEntry entry, Language language)
    {
        var (first, second) = language == Language.Chinese ? (entry.NameZh, entry.Name) : (entry.Name, entry.NameZh);
        return string.IsNullOrEmpty(first) ? second ?? "" : first;
    }
}
