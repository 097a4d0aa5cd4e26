using System.Globalization;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Rendering;

/// <summary>What an infeasible park lacks.</summary>
internal static class ShortfallTable
{
    public static void AddTo(Page page, PlanView view)
    {
        if (view.Plan.Shortfalls.Count == 0)
            return;

        var table = new TextTable()
            .Words(view.Say(Messages.Plant))
            .Words(view.Say(Messages.Element))
            .Numbers(view.Say(Messages.Missing))
            .Numbers(view.Say(Messages.Step))
            .Words(view.Say(Messages.Sentence))
            .Words(view.Say(Messages.Field));
        foreach (var shortfall in view.Plan.Shortfalls)
        {
            table.Row(
                view.Names.Plant(shortfall.PlantId),
                view.Names.Element(shortfall.PlantId, shortfall.ElementId),
                Quantity.Of(shortfall.Missing, shortfall.Unit ?? ""),
                shortfall.PeriodIndex?.ToString(CultureInfo.InvariantCulture) ?? "",
                shortfall.Sentence ?? "",
                shortfall.FieldPath ?? "");
        }

        page.Title(view.Say(Messages.ShortfallsTitle));
        table.AddTo(page);
    }
}
