using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>Sums inside the plan, to the last digit: costs, baseline, saving, investment; plants' own costs.</summary>
internal static class TotalsCheck
{
    /// <summary>Makes the checks.</summary>
    public static IEnumerable<AuditCheck> Run(AuditCase audited)
    {
        var total = new CheckRecord("cost_total", 0);
        var saving = new CheckRecord("saving", 0);
        var plan = audited.Plan;
        if (plan.Summary is not { } summary)
        {
            total.Require(false, () => "The plan has no summary.");
            return [total.Result(), saving.Result()];
        }

        Equal(total, plan.Costs.Sum(item => item.Cny), summary.CostCny, "The plan's costs");
        Equal(total, plan.Equipment.Sum(size => size.InvestmentCny) + plan.Links.Sum(link => link.InvestmentCny), summary.InvestmentCny, "What is paid once");
        foreach (var plant in plan.Plants)
            Equal(total, plan.Costs.Where(item => item.PlantId == plant.PlantId).Sum(item => item.Cny), plant.CostCny, $"The costs of plant '{plant.PlantId}'");
        if (summary.BaselineCostCny is { } baselineCny)
        {
            Equal(total, plan.BaselineCosts.Sum(item => item.Cny), baselineCny, "The baseline's costs");
            Equal(saving, baselineCny - summary.CostCny, summary.SavingCny ?? decimal.MaxValue, "Baseline less plan");
        }
        else
        {
            saving.Require(summary.SavingCny is null, () => "A saving is stated against a baseline that cannot run.");
        }

        return [total.Result(), saving.Result()];
    }

    private static void Equal(CheckRecord record, decimal sum, decimal stated, string what) =>
        record.Require(sum == stated, () => $"{what}: {sum:0.00####} CNY; {stated:0.00####} CNY is stated.");
}
