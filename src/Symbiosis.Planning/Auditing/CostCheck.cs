using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>
/// Costs by category and in total, recomputed from operation and sizes. The plan's items are rounded to 0.01 CNY each; beside that,
/// deviations are related to the category, at least to a hundredth of all that is paid.
/// </summary>
internal static class CostCheck
{
    private const double Tolerance = 1e-6;
    private const double RoundingCnyPerItem = 0.02;
    private const double LeastShare = 0.01;

    /// <summary>Makes the check.</summary>
    public static AuditCheck Run(AuditCase audited, Reckoning reckoning)
    {
        var record = new CheckRecord("costs", Tolerance);
        var items = audited.Plan.Costs.ToLookup(item => item.Category ?? "");
        var paidCny = audited.Plan.Costs.Sum(item => Math.Abs((double)item.Cny));
        foreach (var category in items.Select(group => group.Key).Union(reckoning.Cny.Keys).Order(StringComparer.Ordinal))
        {
            var stated = items[category].Sum(item => (double)item.Cny);
            var reckoned = reckoning.Cny.GetValueOrDefault(category);
            if (category == "start")
                reckoned = Math.Clamp(stated, reckoned, reckoned + reckoning.OpenStartCny);
            var gross = Math.Max(items[category].Sum(item => Math.Abs((double)item.Cny)), LeastShare * paidCny);
            record.Equal(stated, reckoned, Size(gross, items[category].Count()), () =>
                $"Category '{category}': the plan states {stated:0.00} CNY; operation and sizes make {reckoned:0.00} CNY.");
        }

        var total = audited.Plan.Costs.Sum(item => (double)item.Cny);
        var expected = reckoning.Cny.Values.Sum() + (items.Contains("start") ? reckoning.OpenStartCny : 0);
        var openCny = items.Contains("start") ? reckoning.OpenStartCny : 0;
        record.Equal(total, Math.Clamp(total, expected - openCny, expected), Size(paidCny, audited.Plan.Costs.Count), () =>
            $"In all the plan states {total:0.00} CNY; operation and sizes make {expected:0.00} CNY.");
        return record.Result();
    }

    private static double Size(double gross, int itemCount) => Math.Max(gross, RoundingCnyPerItem * Math.Max(1, itemCount) / Tolerance);
}
