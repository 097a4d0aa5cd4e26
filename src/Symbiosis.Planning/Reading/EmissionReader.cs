using System.Globalization;
using Symbiosis.Domain.Plans;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Planning.Reading;

/// <summary>Emissions of plan and baseline side by side, by cause.</summary>
internal static class EmissionReader
{
    /// <summary>Emissions of a solution and, where there is one, of the baseline.</summary>
    public static IReadOnlyList<EmissionItem> Read(Ledger ledger, SolutionValues plan, SolutionValues? baseline)
    {
        var items = new List<EmissionItem>();
        foreach (var entry in ledger.Entries)
        {
            var planT = plan.Of(entry.Amount) / 1000;
            var baselineT = (baseline?.Of(entry.Amount) ?? 0) / 1000;
            if (Math.Abs(planT) < 1e-9 && Math.Abs(baselineT) < 1e-9)
                continue;
            items.Add(new EmissionItem
            {
                FieldPath = entry.FieldPath,
                Scope = int.Parse(entry.Category, CultureInfo.InvariantCulture),
                PlantId = entry.PlantId,
                PlanT = planT,
                BaselineT = baselineT,
            });
        }

        return items;
    }
}
