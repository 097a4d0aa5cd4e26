using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Cli.Rendering;

/// <summary>Why a pair is not coupled, in a few lines.</summary>
internal static class ExplanationText
{
    /// <summary>Shows the finding, the fact behind it and the break-even.</summary>
    public static void AddTo(Page page, PlanView view, PairExplanation explanation, string fromPlantId, string toPlantId, string flowId)
    {
        page.Line(view.Say(ServerMessages.PairTitle, view.Names.Plant(fromPlantId), view.Names.Plant(toPlantId), view.Names.Flow(flowId)));
        page.Line(explanation.Finding switch
        {
            PairFinding.Coupled => view.Say(ServerMessages.FindingCoupled),
            PairFinding.Impossible => view.Say(ServerMessages.FindingImpossible, CodeNames.Reasons.NameOf(explanation.Reason, view.Language)),
            PairFinding.DoesNotPay => view.Say(ServerMessages.FindingDoesNotPay),
            _ => view.Say(ServerMessages.FindingUndecided),
        });
        if (explanation.Fact.Length > 0)
            page.Line(explanation.Fact);
        if (explanation.BreakEven is { } found)
            AddBreakEven(page, view, explanation, found);
        if (explanation is { PlanCostCny: { } plan, CoupledPlanCostCny: { } coupled } && plan != coupled)
            page.Line(view.Say(ServerMessages.CostOfBoth, view.Money(plan), view.Money(coupled)));
    }

    private static void AddBreakEven(Page page, PlanView view, PairExplanation explanation, BreakEven found)
    {
        var isMaterial = explanation.Coupling?.Kind == CouplingKind.Material;
        var unit = view.Say(isMaterial ? ServerMessages.CnyPerTonne : ServerMessages.CnyPerKwh);
        page.Line(view.Say(ServerMessages.Missing, Price(found.MissingCny), Price(found.MissingLowCny), Price(found.MissingHighCny), unit));
        if (found is { WorthTodayCny: { } worth, BreakEvenCny: { } price })
            page.Line(view.Say(ServerMessages.BreakEven, Price(worth), Price(price), unit));
        page.Line(view.Say(ServerMessages.AmountAt, isMaterial ? Quantity.Of(found.Amount, "t") : Quantity.Energy(found.Amount)));
    }

    // A few hundredths of a CNY matter for a kWh: four digits behind the point.
    private static string Price(double cny) => cny.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}
