using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Typical;

/// <summary>Typical prices and disposal costs of materials. Ids count as equal whatever their case, hyphens or underscores.</summary>
internal sealed class TypicalMaterials
{
    private const string Kind = "material";
    private const string Unit = "CNY/t";

    // The entry of inputs that by-products replace has one price for each of them.
    private const string ReplacedInputs = "limestone_clinker_refs";

    private readonly Dictionary<string, TypicalFigure> prices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypicalFigure> disposal = new(StringComparer.Ordinal);

    /// <summary>Reads the materials.</summary>
    public TypicalMaterials(CatalogueIndex catalogue)
    {
        foreach (var entry in catalogue.OfKind(Kind))
        {
            if (entry.Id == ReplacedInputs)
            {
                foreach (var figure in entry.Figures)
                    Keep(prices, figure.Name, PerTonne(entry, figure, "price"));
                continue;
            }

            Keep(prices, entry.Id, Best(entry, "price"));
            Keep(disposal, entry.Id, Best(entry, "disposal_cost"));
        }
    }

    /// <summary>Price, CNY/t; null: none is known per tonne.</summary>
    public TypicalFigure? PriceCnyPerT(string materialId) => prices.GetValueOrDefault(Plain(materialId));

    /// <summary>Cost of disposal, CNY/t; null: none is known per tonne.</summary>
    public TypicalFigure? DisposalCnyPerT(string materialId) => disposal.GetValueOrDefault(Plain(materialId));

    private static string Plain(string id) => id.Replace('-', '_').ToLowerInvariant();

    // A figure with a range is meant for planning; single values are days of a market.
    private static TypicalFigure? Best(CatalogueEntry entry, string kind) => entry.Figures
        .OrderByDescending(figure => figure.Name.EndsWith("planning", StringComparison.Ordinal))
        .ThenByDescending(figure => figure.Low is not null && figure.High is not null)
        .Select(figure => PerTonne(entry, figure, kind)).FirstOrDefault(figure => figure is not null);

    private static TypicalFigure? PerTonne(CatalogueEntry entry, CatalogueFigure figure, string kind)
    {
        if (figure.Kind != kind || CatalogueIndex.Read(Kind, entry, figure) is not { } read)
            return null;
        return read.Unit switch
        {
            Unit => read,
            "CNY/kg" => read.Times(1000, Unit),
            "CNY/m3" => (read with { Value = new Estimate(read.Value.Low / 1.1, read.Typical / 1.05, read.Value.High) }).Times(1, Unit).Remark("A dilute liquid of 1.0-1.1 t/m3"),
            _ => null,
        };
    }

    private static void Keep(Dictionary<string, TypicalFigure> found, string id, TypicalFigure? figure)
    {
        if (figure is not null)
            found.TryAdd(Plain(id), figure);
    }
}
