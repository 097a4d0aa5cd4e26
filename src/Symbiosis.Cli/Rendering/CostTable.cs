using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Cli.Rendering;

/// <summary>Costs by category: plan, today, difference.</summary>
internal static class CostTable
{
    public static void AddTo(Page page, PlanView view)
    {
        var plan = Sums(view.Plan.Costs);
        var today = Sums(view.Plan.BaselineCosts);
        if (plan.Count == 0 && today.Count == 0)
            return;

        var hasToday = view.Plan.Summary?.BaselineCostCny is not null;
        var rows = plan.Keys.Union(today.Keys)
            .Select(category => (Category: category, Plan: plan.GetValueOrDefault(category), Today: today.GetValueOrDefault(category)))
            .OrderByDescending(row => Math.Abs(row.Plan - row.Today))
            .ThenBy(row => row.Category, StringComparer.Ordinal)
            .ToList();
        var (planTotal, todayTotal) = (plan.Values.Sum(), today.Values.Sum());
        var scale = view.ScaleOf(rows.SelectMany(row => new[] { row.Plan, row.Today }).Concat([planTotal, todayTotal]));

        var table = new TextTable().Words(view.Say(Messages.Category)).Numbers(view.Say(Messages.PlanIn, scale.Unit, view.PerHorizon));
        if (hasToday)
            table.Numbers(view.Say(Messages.TodayIn, scale.Unit, view.PerHorizon)).Numbers(view.Say(Messages.DifferenceIn));
        foreach (var (category, planCny, todayCny) in rows)
            table.Row(Cells(CodeNames.CostCategories.NameOf(category, view.Language), planCny, todayCny));
        table.TotalRow(Cells(view.Say(Messages.Total), planTotal, todayTotal));

        page.Title(view.Say(Messages.CostsTitle));
        table.AddTo(page);

        IEnumerable<string> Cells(string name, decimal planCny, decimal todayCny) => hasToday
            ? [name, scale.Show(planCny), scale.Show(todayCny), scale.ShowDifference(planCny - todayCny)]
            : [name, scale.Show(planCny)];
    }

    private static Dictionary<string, decimal> Sums(IReadOnlyList<CostItem> items) =>
        items.GroupBy(item => item.Category ?? "").ToDictionary(group => group.Key, group => group.Sum(item => item.Cny));
}
