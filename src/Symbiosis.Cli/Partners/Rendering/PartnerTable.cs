using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Cli.Partners.Rendering;

/// <summary>Partners that pay, a row each. On a narrow page the lesser columns are left out.</summary>
internal static class PartnerTable
{
    private const int FullWidth = 140;
    private const int MiddleWidth = 100;

    public static void AddTo(Page page, PartnerView view)
    {
        if (view.Ranked.Count == 0)
        {
            page.Line();
            page.Line(view.Say(PartnerMessages.NobodyPays));
            return;
        }

        var (isFull, isMiddle) = (page.Width >= FullWidth, page.Width >= MiddleWidth);
        var scale = ScaleOf(view);
        var table = new TextTable().Numbers(view.Say(PartnerMessages.Rank)).Words(view.Say(PartnerMessages.Plant)).Words(view.Say(Messages.What))
            .Numbers(view.Say(Messages.Peak)).Numbers(view.Say(Messages.Amount, PerYear(view)));
        if (isMiddle)
            table.Numbers(view.Say(Messages.Length)).Words(view.Say(PartnerMessages.Way));
        table.Numbers(view.Say(PartnerMessages.Investment));
        if (isFull)
            table.Numbers(view.Say(PartnerMessages.SavingA));
        table.Numbers(view.Say(PartnerMessages.GainA)).Numbers(view.Say(PartnerMessages.PaybackYears));
        if (isFull)
            table.Numbers(view.Say(PartnerMessages.AvoidedA));
        if (isMiddle)
            table.Words(view.Say(PartnerMessages.LimitedBy));

        foreach (var (index, partner) in view.Ranked.Index())
            table.Row(Cells(index + 1, partner, view, scale, isFull, isMiddle));
        page.Title(view.Say(PartnerMessages.PartnersTitle));
        table.AddTo(page);
        page.Line(view.Say(PartnerMessages.MoneyUnit, scale.Unit));
        if (view.Ranked.Any(partner => partner.Disclosure == DisclosureLevel.Ranges))
            page.Line(view.Say(PartnerMessages.RangesOnly));
        if (view.Ranked.Any(partner => partner.IsStraightLine))
            page.Line(view.Say(PartnerMessages.StraightLine));
    }

    /// <summary>One unit for all money of the answer.</summary>
    public static MoneyScale ScaleOf(PartnerView view) =>
        MoneyScale.For(view.Language, view.Ranked.SelectMany(partner => new[] { partner.InvestmentCny.Typical, partner.YearlySavingCny.Typical, partner.YearlyGainCny.Typical }).Select(Money));

    /// <summary>A sum as money; what no decimal can hold is cut.</summary>
    public static decimal Money(double cny) => (decimal)Math.Clamp(cny, -1e18, 1e18);

    /// <summary>"/a".</summary>
    public static string PerYear(PartnerView view) => view.Language == Language.Chinese ? "/年" : "/a";

    private static IEnumerable<string> Cells(int rank, Partner partner, PartnerView view, MoneyScale scale, bool isFull, bool isMiddle)
    {
        var about = partner.Disclosure == DisclosureLevel.Ranges ? "~" : "";
        var isMaterial = partner.Kind == CouplingKind.Material;
        yield return $"{rank}";
        yield return view.Plant(partner.ParkId, partner.PlantId);
        yield return view.Flow(partner.ParkId, partner.CarrierId ?? partner.MaterialId, partner.Kind);
        yield return about + Quantity.Of(partner.PeakKw, isMaterial ? "t/h" : "kW");
        yield return about + (isMaterial ? Quantity.Of(partner.Amount, "t") : Quantity.Energy(partner.Amount));
        if (isMiddle)
        {
            yield return (partner.IsStraightLine ? "~" : "") + Quantity.Metres(partner.LengthM);
            yield return view.Way(partner);
        }

        yield return about + scale.Show(Money(partner.InvestmentCny.Typical));
        if (isFull)
            yield return about + scale.Show(Money(partner.YearlySavingCny.Typical));
        yield return about + scale.Show(Money(partner.YearlyGainCny.Typical));
        yield return partner.PaybackYears is { } years ? about + Quantity.Number(years) : partner.InvestmentCny.Typical <= 0 ? "0" : "-";
        if (isFull)
            yield return about + Quantity.Of(partner.AvoidedT, "t");
        if (isMiddle)
            yield return PartnerMessages.Limits.TryGetValue(partner.Limit, out var limit) ? view.Say(limit) : partner.Limit.ToString();
    }
}
