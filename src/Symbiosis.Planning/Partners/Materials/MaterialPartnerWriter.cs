using System.Globalization;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Plans;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>
/// Writes a match as a partner. Low and high: the saving times the price range, and for veiled plants times how far their figures may be
/// off; annuities times the investment range; running costs stay as they are.
/// </summary>
internal sealed class MaterialPartnerWriter(MaterialTrade trade, TypicalValues typical)
{
    private readonly Estimate prices = typical.PriceRange().Value;
    private readonly Estimate investments = typical.InvestmentRange().Value;

    /// <summary>Writes the entry of a plant.</summary>
    /// <param name="view">The plant as it is seen.</param>
    /// <param name="match">Its best match.</param>
    /// <param name="second">Second taker of the rest; null: none.</param>
    public Partner Write(IndexedPlant view, MaterialMatch match, SecondTaker? second)
    {
        var terms = match.Case;
        var isOffer = trade.Side == PartnerSide.Offer;
        var isTreater = trade.Treatment is not null;
        var perTonne = isOffer || isTreater ? 1 : terms.Yield;
        var saving = Saving(match, SpreadOf(terms, view));
        var gain = new Estimate(
            saving.Low - match.RunningCny - match.AnnuityCny * investments.High, match.GainCny, saving.High - match.RunningCny - match.AnnuityCny * investments.Low);
        var years = terms.Basis.PresentWorthYears;
        var net = match.SavingCny - match.RunningCny;
        return new Partner
        {
            ParkId = terms.Basis.Park.Id,
            PlantId = view.Plant.Id,
            ElementIds = view.Disclosure == DisclosureLevel.Contact ? [] : ElementsOf(terms, view),
            OwnElementId = trade.ElementId,
            Disclosure = view.Disclosure,
            Kind = CouplingKind.Material,
            MaterialId = terms.Donor.MaterialId,
            TransportModeId = (isOffer || isTreater ? terms.First : terms.Second ?? terms.First).ModeId,
            PeakKw = match.PeakTPerH * perTonne,
            Amount = match.Tonnes * perTonne,
            OverlapHours = match.OverlapHours,
            OfferShare = ShareOf(match),
            Limit = match.Limit,
            LimitSentence = LimitText.Of(match),
            RouteNodeIds = HaulRoute.NodeIds(terms, isOffer),
            RouteCorridorIds = HaulRoute.CorridorIds(terms, isOffer),
            LengthM = terms.First.LengthM + (terms.Second?.LengthM ?? 0),
            IsStraightLine = terms.First.IsStraightLine || terms.Second is { IsStraightLine: true },
            Costs = MatchCosts.Of(match),
            InvestmentCny = new Estimate(match.InvestmentCny * investments.Low, match.InvestmentCny, match.InvestmentCny * investments.High),
            YearlySavingCny = saving,
            YearlyGainCny = gain,
            PaybackYears = match.InvestmentCny > 0 && net > 0 ? match.InvestmentCny / net : null,
            NpvCny = new Estimate(gain.Low * years, gain.Typical * years, gain.High * years),
            AvoidedT = match.AvoidedT,
            DataQuality = terms.Quality,
            Chain = [.. ChainOf(view, match, second)],
            Flags = [.. FlagsOf(terms)],
        };
    }

    // Prices of one material move together: what is sold today and what is bought instead, so the difference is scaled as a whole.
    private Estimate Saving(MaterialMatch match, double spread)
    {
        var (low, high) = (match.SavingCny * prices.Low / spread, match.SavingCny * prices.High * spread);
        return new Estimate(Math.Min(low, high), match.SavingCny, Math.Max(low, high));
    }

    private double ShareOf(MaterialMatch match)
    {
        var whole = trade.Side == PartnerSide.Offer ? match.OfferedTonnes
            : trade.Treatment is { } own ? own.Intake.Need.Select((need, t) => need * match.Case.Basis.Hours[t]).Sum() : match.WantedTonnes;
        return whole > 0 && !double.IsInfinity(whole) ? Math.Min(1, match.Tonnes / whole) : 0;
    }

    private static double SpreadOf(MatchCase terms, IndexedPlant view) =>
        new[] { view.Spread, terms.Donor.View?.Spread ?? 1, terms.Receiver?.View?.Spread ?? 1, terms.Treatment?.Intake.View?.Spread ?? 1 }.Max();

    private static IReadOnlyList<string> ElementsOf(MatchCase terms, IndexedPlant view)
    {
        var elements = new List<string>();
        if (terms.Donor.View?.Plant == view.Plant)
            elements.Add(terms.Donor.ElementId);
        if (terms.Treatment is { } treatment && treatment.Intake.View?.Plant == view.Plant)
            elements.Add(treatment.Intake.ElementId);
        if (terms.Receiver?.View?.Plant == view.Plant)
            elements.Add(terms.Receiver!.ElementId);
        return elements;
    }

    private static IEnumerable<ChainStep> ChainOf(IndexedPlant view, MaterialMatch match, SecondTaker? second)
    {
        var terms = match.Case;
        if (terms.Treatment is { } treatment)
        {
            var made = terms.Product is { } product
                ? Text($"{treatment.Converter.Id} of {treatment.Intake.PlantId} makes {product.Yield:0.###} t of {product.MaterialId} of a tonne of {terms.Donor.MaterialId}")
                : Text($"{treatment.Converter.Id} of {treatment.Intake.PlantId} takes {terms.Donor.MaterialId}");
            var built = match.Outlay.SizeKw > 0 ? Text($", of which {match.Outlay.SizeKw:0.###} (unit of its reference port) would be built") : "";
            yield return new ChainStep
            {
                Kind = ChainKind.Treatment,
                PlantId = treatment.Intake.PlantId,
                ElementId = treatment.Converter.Id,
                Amount = match.Tonnes * terms.Yield,
                Sentence = $"{made}{built}. {treatment.LeftOut}".TrimEnd(),
            };
        }

        if (second is { } other)
        {
            var amount = other.Match.Tonnes;
            yield return new ChainStep
            {
                Kind = ChainKind.SecondTaker,
                PlantId = other.Second.View.Plant.Id,
                ElementId = other.Second.View.Disclosure == DisclosureLevel.Contact ? null : ElementsOf(other.Match.Case, other.Second.View).LastOrDefault(),
                Amount = amount,
                YearlyGainCny = other.Match.GainCny,
                Sentence = Text($"What {view.Plant.Id} leaves: {amount:#,0} t/a more with {other.Second.View.Plant.Id}, {other.Match.GainCny:#,0} CNY/a."),
            };
        }
    }

    // The asker's word and the parks' together, for all that travels.
    private IEnumerable<PartnerFlag> FlagsOf(MatchCase terms)
    {
        var basis = terms.Basis.Materials;
        var hazard = terms.Donor.Hazard.And(MaterialHazard.Of(basis.GetValueOrDefault(terms.Donor.MaterialId)));
        if (terms.Product is { } product)
            hazard = hazard.And(product.Hazard);
        if (trade.Material is { } asked && (asked.Id == terms.Donor.MaterialId || asked.Id == terms.Product?.MaterialId))
            hazard = hazard.And(MaterialHazard.Of(asked));
        return hazard.Flags();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
