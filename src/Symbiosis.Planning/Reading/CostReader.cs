using Symbiosis.Domain.Plans;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Planning.Reading;

/// <summary>Turns a ledger into cost items of two decimals, whose sum is the total.</summary>
internal static class CostReader
{
    /// <summary>Costs of a solution; items of less than half a fen are left out.</summary>
    public static IReadOnlyList<CostItem> Read(Ledger ledger, SolutionValues values)
    {
        var items = new List<CostItem>();
        foreach (var entry in ledger.Entries)
        {
            var cny = Round(values.Of(entry.Amount));
            if (cny != 0)
                items.Add(new CostItem { FieldPath = entry.FieldPath, Category = entry.Category, PlantId = entry.PlantId, Cny = cny });
        }

        return items;
    }

    /// <summary>All that is paid, before what is earned.</summary>
    public static decimal Gross(IReadOnlyList<CostItem> items) => items.Where(item => item.Cny > 0).Sum(item => item.Cny);

    /// <summary>CNY with two decimals.</summary>
    public static decimal Round(double cny) => Math.Round((decimal)cny, 2, MidpointRounding.ToEven);
}
