using System.Globalization;
using Spectre.Console;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Cli.Rendering;

/// <summary>The park, how the search ended, and what the plan is worth.</summary>
internal static class Headline
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Doubtful = new(Color.Yellow);
    private static readonly Style Bad = new(Color.Red);

    public static void AddTo(Page page, PlanView view)
    {
        var park = view.Park;
        page.Line(
            view.Say(Messages.ParkLine, view.Names.Park, park.Plants.Count, park.Plants.Sum(plant => plant.Streams.Count), park.Plants.Sum(plant => plant.Outlets.Count), park.Carriers.Count, park.Corridors.Count),
            new Style(decoration: Decoration.Bold));
        if (!string.IsNullOrEmpty(view.Plan.ScenarioId))
            page.Line(view.Say(Messages.ScenarioLine, view.Plan.ScenarioId));
        if (view.Plan.Periods.Count > 0)
            page.Line(view.Say(Messages.TimeLine, Quantity.Count(view.Plan.Periods.Count), Quantity.Number(view.Plan.Periods.Sum(period => period.DurationHours * period.Weight))));
        page.Line();

        var (outcome, style) = Outcome(view);
        page.Line(outcome, style);
        if (view.Plan is { Summary: { } summary, Outcome: Domain.Plans.Outcome.Optimal or Domain.Plans.Outcome.Feasible })
            AddWorth(page, view, summary);
    }

    private static (string Sentence, Style Style) Outcome(PlanView view) => view.Plan.Outcome switch
    {
        Domain.Plans.Outcome.Optimal => (view.Say(Messages.OptimalWithin, Quantity.Percent(view.AskedGap)), Good),
        Domain.Plans.Outcome.Feasible when view.Plan.Proof?.Gap is { } gap =>
            (view.Say(Messages.NotProvenOptimal, Quantity.Percent(gap), Quantity.Percent(view.AskedGap)), Doubtful),
        Domain.Plans.Outcome.Feasible => (view.Say(Messages.NothingProven), Doubtful),
        Domain.Plans.Outcome.Infeasible => (view.Say(Messages.Infeasible), Bad),
        _ => (view.Say(Messages.NoPlan), Bad),
    };

    private static void AddWorth(Page page, PlanView view, Summary summary)
    {
        page.Line(Saving(view, summary), new Style(decoration: Decoration.Bold));
        if (view.Plan.Proof is { OpenCny: { } open } proof)
        {
            var sentence = view.Say(Messages.StillOpen, view.Money(Math.Max(open, 0)), view.PerHorizon, Quantity.Percent(proof.Gap ?? 0));
            if (proof.OpenSavingShare is { } share && open > 0.005)
                sentence += (view.Language == Language.Chinese ? "" : " ") + view.Say(Messages.OpenShare, Quantity.Percent(share));
            page.Line(sentence);
        }

        if (summary.BaselineCostCny is { } baseline)
            page.Line(view.Say(Messages.CostLine, view.Money(summary.CostCny), view.Money(baseline), view.PerHorizon));
        page.Line(summary.SimplePaybackYears is { } years
            ? view.Say(Messages.InvestmentPaysBack, view.Money(summary.InvestmentCny), years.ToString("0.0", CultureInfo.InvariantCulture))
            : view.Say(Messages.InvestmentLine, view.Money(summary.InvestmentCny)));
    }

    private static string Saving(PlanView view, Summary summary)
    {
        if (summary.SavingCny is not { } saving)
            return view.Say(Messages.BaselineCannotRun, view.Money(summary.CostCny), view.PerHorizon);

        var avoided = Quantity.Number(summary.AvoidedT);
        if (Math.Abs(saving) < 0.005m)
            return view.Say(Messages.SavesNothing, avoided, view.PerHorizon);

        var share = summary.BaselineGrossCostCny > 0 ? (double)(Math.Abs(saving) / summary.BaselineGrossCostCny) : 0;
        return view.Say(saving > 0 ? Messages.Saves : Messages.CostsMore, view.Money(Math.Abs(saving)), view.PerHorizon, Quantity.Percent(share), avoided);
    }
}
