using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>Emissions by scope, recomputed from operation; sums of the plan's items; what is avoided.</summary>
internal static class EmissionCheck
{
    private const double Tolerance = 1e-6;

    // A kilogram in a thousand tonnes: less than what a plan's digits mean.
    private const double LeastT = 1000;

    /// <summary>Makes the check.</summary>
    public static AuditCheck Run(AuditCase audited, Reckoning reckoning)
    {
        var record = new CheckRecord("emissions", Tolerance);
        var plan = audited.Plan;
        var summary = plan.Summary ?? new Summary();
        double[] stated = [summary.Scope1T, summary.Scope2T, summary.InputsT];
        double[] baseline = [summary.BaselineScope1T, summary.BaselineScope2T, summary.BaselineInputsT];
        for (var i = 0; i < stated.Length; i++)
        {
            var scope = i + 1;
            var items = plan.Emissions.Where(item => item.Scope == scope).ToList();
            var gross = Math.Max(LeastT, items.Sum(item => Math.Abs(item.PlanT) + Math.Abs(item.BaselineT)));
            var reckonedT = reckoning.Kg(scope) / 1000;
            Equal(record, items.Sum(item => item.PlanT), reckonedT, gross, $"Scope {scope}: the items");
            Equal(record, stated[i], reckonedT, gross, $"Scope {scope}: the summary");
            Equal(record, baseline[i], items.Sum(item => item.BaselineT), gross, $"Scope {scope} of the baseline: the summary");
        }

        if (summary.BaselineCostCny is not null)
            Equal(record, summary.AvoidedT, baseline.Sum() - stated.Sum(), Math.Max(LeastT, baseline.Sum(Math.Abs) + stated.Sum(Math.Abs)), "Avoided: the summary");
        return record.Result();
    }

    private static void Equal(CheckRecord record, double statedT, double reckonedT, double size, string what) =>
        record.Equal(statedT, reckonedT, size, () => $"{what} state {statedT:0.######} t CO2e; {reckonedT:0.######} t CO2e follow.");
}
