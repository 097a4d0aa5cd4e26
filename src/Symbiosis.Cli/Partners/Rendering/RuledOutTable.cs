using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Cli.Partners.Rendering;

/// <summary>Plants that were looked at and ruled out, with the reason.</summary>
internal static class RuledOutTable
{
    public static void AddTo(Page page, PartnerView view)
    {
        var ruledOut = view.Answer.RuledOut;
        if (view.Answer.RuledOutCount == 0)
            return;

        page.Title(view.Say(PartnerMessages.RuledOutTitle));
        if (ruledOut.Count > 0)
        {
            var table = new TextTable().Words(view.Say(PartnerMessages.Plant)).Words(view.Say(Messages.What)).Words(view.Say(Messages.Reason)).Words(view.Say(Messages.Fact));
            foreach (var plant in ruledOut)
                table.Row(view.Plant(plant.ParkId, plant.PlantId), view.Flow(plant.ParkId, plant.FlowId, plant.Kind), ReasonOf(plant, view), FactOf(plant, view));
            table.AddTo(page);
        }

        if (view.Answer.RuledOutCount > ruledOut.Count)
            page.Line(view.Say(PartnerMessages.MoreRuledOut, view.Answer.RuledOutCount - ruledOut.Count));
    }

    private static string ReasonOf(RuledOutPartner plant, PartnerView view) =>
        PartnerMessages.Reasons.TryGetValue(plant.Reason, out var reason) ? view.Say(reason) : plant.Reason.ToString();

    private static string FactOf(RuledOutPartner plant, PartnerView view)
    {
        if (plant.BreakEvenCny is not { } breakEven)
            return plant.Sentence;
        var unit = view.Say(plant.Kind == CouplingKind.Material ? ServerMessages.CnyPerTonne : ServerMessages.CnyPerKwh);
        var pays = plant.PriceTodayCny is { } today
            ? view.Say(PartnerMessages.PaysFromToday, Quantity.Number(breakEven), Quantity.Number(today), unit)
            : view.Say(PartnerMessages.PaysFrom, Quantity.Number(breakEven), unit);
        return $"{plant.Sentence} {pays}".Trim();
    }
}
