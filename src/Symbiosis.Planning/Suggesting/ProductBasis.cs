using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Suggesting;

/// <summary>Which product the tonnes are of, and how figures per tonne of something else come to it: slag per tonne of iron makes figures per tonne of slag usable.</summary>
internal sealed class ProductBasis
{
    private static readonly HashSet<string> FlowKinds = ["input", "energy", "waste_heat", "heat_demand", "byproduct"];

    private readonly CatalogueEntry entry;

    /// <summary>The basis of an entry.</summary>
    /// <param name="entry">A process.</param>
    /// <param name="product">One of <see cref="ProductsOf"/>; null: the first.</param>
    public ProductBasis(CatalogueEntry entry, string? product)
    {
        this.entry = entry;
        Product = product ?? ProductsOf(entry).FirstOrDefault() ?? "";
    }

    /// <summary>Product that the tonnes are of; empty where no figure is per tonne.</summary>
    public string Product { get; }

    /// <summary>Products that figures of a process refer to, the most frequent first.</summary>
    public static IReadOnlyList<string> ProductsOf(CatalogueEntry entry) =>
    [
        .. entry.Figures.Where(figure => FlowKinds.Contains(figure.Kind ?? "")).Select(figure => FigureUnit.Parse(figure.Unit)?.Basis).OfType<string>()
            .GroupBy(basis => basis).OrderByDescending(group => group.Count()).Select(group => group.Key),
    ];

    /// <summary>Tonnes of a basis per tonne of the product; null where the entry does not say.</summary>
    public (Estimate Factor, string Note)? FactorOf(string basis)
    {
        if (basis == Product)
            return (new Estimate(1, 1, 1), "");
        foreach (var figure in entry.Figures)
        {
            if (FigureUnit.Parse(figure.Unit) is { Symbol: "t" or "kg" } unit && unit.Basis == Product && (unit.Substance.Length > 0 ? unit.Substance : figure.Name) == basis && figure.Typical is { } typical)
            {
                var factor = unit.PerTonne * (unit.Symbol == "kg" ? 0.001 : 1);
                var value = new Estimate(Math.Min(figure.Low ?? typical, typical) * factor, typical * factor, Math.Max(figure.High ?? typical, typical) * factor);
                return (value, $" x {figure.Name} {typical:0.####} {figure.Unit}");
            }
        }

        return null;
    }
}
