using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Rendering;

/// <summary>Emissions by scope: plan, today, difference.</summary>
internal static class EmissionTable
{
    public static void AddTo(Page page, PlanView view)
    {
        if (view.Plan.Summary is not { } summary)
            return;

        var hasToday = summary.BaselineCostCny is not null;
        var unit = view.Say(Messages.TonnesUnit);
        var table = new TextTable().Words(view.Say(Messages.Category)).Numbers(view.Say(Messages.PlanIn, unit, view.PerHorizon));
        if (hasToday)
            table.Numbers(view.Say(Messages.TodayIn, unit, view.PerHorizon)).Numbers(view.Say(Messages.DifferenceIn));

        table.Row(Cells(Messages.Scope1, summary.Scope1T, summary.BaselineScope1T));
        table.Row(Cells(Messages.Scope2, summary.Scope2T, summary.BaselineScope2T));
        table.Row(Cells(Messages.Scope3, summary.InputsT, summary.BaselineInputsT));
        table.TotalRow(Cells(
            Messages.Total,
            summary.Scope1T + summary.Scope2T + summary.InputsT,
            summary.BaselineScope1T + summary.BaselineScope2T + summary.BaselineInputsT));

        page.Title(view.Say(Messages.EmissionsTitle));
        table.AddTo(page);

        IEnumerable<string> Cells(Message name, double planT, double todayT) => hasToday
            ? [view.Say(name), Quantity.Number(planT), Quantity.Number(todayT), Quantity.Signed(planT - todayT)]
            : [view.Say(name), Quantity.Number(planT)];
    }
}
