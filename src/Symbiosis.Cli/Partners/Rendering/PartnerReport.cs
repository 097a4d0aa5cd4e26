using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Partners;

namespace Symbiosis.Cli.Partners.Rendering;

/// <summary>An answer for people: who, how much, what it brings; then what stands between, what has to be respected, what was assumed, who was ruled out.</summary>
internal static class PartnerReport
{
    /// <summary>Adds all of it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="view">The answer.</param>
    /// <param name="asked">The question, for the headline.</param>
    public static void AddTo(Page page, PartnerView view, V1.FindPartnersRequest asked)
    {
        page.Line(Headline(view, asked));
        PartnerTable.AddTo(page, view);
        if (view.Answer.PartnerCount > view.Answer.Partners.Count)
            page.Line(view.Say(PartnerMessages.MorePartners, view.Answer.PartnerCount - view.Answer.Partners.Count));
        AddContacts(page, view);
        AddNotes(page, view, asked);
        AddFilled(page, view);
        RuledOutTable.AddTo(page, view);
    }

    private static string Headline(PartnerView view, V1.FindPartnersRequest asked)
    {
        var what = asked.SubjectCase switch
        {
            V1.FindPartnersRequest.SubjectOneofCase.Heat => view.Say(PartnerMessages.HeatAsked, Quantity.Number(asked.Heat.HeatKw), Quantity.Number(asked.Heat.SupplyCelsius)),
            V1.FindPartnersRequest.SubjectOneofCase.Material => view.Say(
                PartnerMessages.MaterialAsked, Quantity.Number(asked.Material.FlowTPerH), view.Parks.Count == 0 ? asked.Material.MaterialId : view.Flow(view.Parks[0].Id, asked.Material.MaterialId, default)),
            V1.FindPartnersRequest.SubjectOneofCase.Power => view.Say(PartnerMessages.PowerAsked, Quantity.Number(asked.Power.PowerKw)),
            _ => view.Plant(asked.Element.ParkId.Length > 0 || view.Parks.Count == 0 ? asked.Element.ParkId : view.Parks[0].Id, asked.Element.PlantId)
                + (asked.Element.ElementId.Length > 0 ? $", {asked.Element.ElementId}" : ""),
        };
        var side = view.Say(view.Answer.Side == PartnerSide.Need ? PartnerMessages.Needed : PartnerMessages.Offered);
        return view.Say(PartnerMessages.Headline, what, side, view.Answer.PartnerCount, view.Answer.RuledOutCount);
    }

    private static void AddContacts(Page page, PartnerView view)
    {
        if (view.Contacts.Count == 0)
            return;
        page.Title(view.Say(PartnerMessages.ContactsTitle));
        foreach (var contact in view.Contacts)
            page.Line($"{view.Plant(contact.ParkId, contact.PlantId)}: {view.Flow(contact.ParkId, null, contact.Kind)}");
    }

    private static void AddNotes(Page page, PartnerView view, V1.FindPartnersRequest asked)
    {
        if (view.Ranked.Count == 0)
            return;
        var scale = PartnerTable.ScaleOf(view);
        page.Title(view.Say(PartnerMessages.NotesTitle));
        foreach (var (index, partner) in view.Ranked.Index())
        {
            var quality = CodeNames.Qualities.TryGetValue(partner.DataQuality, out var name) ? view.Say(name) : partner.DataQuality.ToString();
            page.Line(view.Say(
                PartnerMessages.RangeLine,
                index + 1,
                view.Plant(partner.ParkId, partner.PlantId),
                Range(partner.YearlyGainCny, scale),
                Range(partner.NpvCny, scale),
                scale.Unit,
                quality));
            string[] lines =
            [
                partner.OwnElementId is { } own && asked.Element is not null ? view.Say(PartnerMessages.OwnElement, own) : "",
                partner.DeliveredCelsius is { } celsius ? view.Say(PartnerMessages.Delivered, Quantity.Number(celsius)) : "",
                partner.LimitSentence,
                .. partner.Chain.Select(step => step.Sentence),
                .. partner.Flags.Select(flag => $"{flag.Code}: {flag.Sentence}"),
            ];
            foreach (var line in lines.Where(line => line.Length > 0))
                page.Line($"   {line}");
        }
    }

    private static string Range(Estimate estimate, MoneyScale scale) =>
        $"{scale.Show(PartnerTable.Money(estimate.Low))} / {scale.Show(PartnerTable.Money(estimate.Typical))} / {scale.Show(PartnerTable.Money(estimate.High))}";

    private static void AddFilled(Page page, PartnerView view)
    {
        if (view.Answer.Filled.Count == 0)
            return;
        page.Title(view.Say(PartnerMessages.FilledTitle));
        var table = new TextTable().Codes(view.Say(Messages.Field)).Words(view.Say(Messages.Value)).Words(view.Say(Messages.QualityColumn)).Words(view.Say(Messages.Note));
        foreach (var filled in view.Answer.Filled)
        {
            var quality = CodeNames.Qualities.TryGetValue(filled.Quality, out var name) ? view.Say(name) : filled.Quality.ToString();
            table.Row(filled.Field, $"{filled.Value} {filled.Unit}".Trim(), quality, filled.Note);
        }

        table.AddTo(page);
    }
}
