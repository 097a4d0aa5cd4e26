using System.Globalization;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Plans;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Typical;
using Quality = Symbiosis.Domain.Parks.Quality;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>Tells matches and obstacles as partners and ruled-out plants.</summary>
internal sealed class EnergyPartnerWriter(EnergyTrade trade, IndexedPark park, TypicalValues typical)
{
    // Below this share of both sides' amounts the profiles are said to limit a match.
    private const double NearlyAll = 0.98;

    /// <summary>A plant that pays.</summary>
    public Partner Write(PlantEnergy plant, PairMatch match, IReadOnlyList<PipeSharer> sharers)
    {
        var (own, theirs) = trade.Side == PartnerSide.Offer ? (match.Give, match.Take) : (match.Take, match.Give);
        var (limit, sentence) = Limit(match);
        var net = match.SavingCny - match.RunningCny - match.MaintenanceCny;
        var gain = Gain(plant, match);
        var worth = park.PresentWorthYears;
        return new Partner
        {
            ParkId = park.Park.Id,
            PlantId = plant.View.Plant.Id,
            ElementIds = theirs.ElementIds,
            OwnElementId = trade.PlantIndex is not null && own.ElementIds.Count == 1 ? own.ElementIds[0] : null,
            Disclosure = plant.View.Disclosure,
            Kind = Kind(match.Lane.Carrier),
            CarrierId = match.Lane.Carrier.Id,
            DeliveredCelsius = match.Lane.Range?.Supply,
            ReturnCelsius = match.Lane.Range?.Return,
            PeakKw = match.PeakKw,
            Amount = match.YearlyKwh,
            OverlapHours = match.FlowHours,
            OfferShare = own.WholeKwh > 0 && double.IsFinite(own.WholeKwh) ? Math.Min(1, match.YearlyKwh / own.WholeKwh) : 0,
            Limit = limit,
            LimitSentence = sentence,
            RouteNodeIds = match.Way.NodeIds(trade.Side == PartnerSide.Offer),
            RouteCorridorIds = match.Way.CorridorIds(trade.Side == PartnerSide.Offer),
            LengthM = match.Way.LengthM,
            IsStraightLine = trade.Place.ConnectionM > 0,
            SizeId = match.Link.MainSize is { } size ? match.Lane.Sizes[size].Id : null,
            CapacityKw = match.Link.MainSize is null ? null : match.Link.CapacityKw,
            Costs = match.Costs,
            InvestmentCny = Ranged(match.InvestmentCny, typical.InvestmentRange()),
            YearlySavingCny = Spread(Ranged(match.SavingCny, typical.PriceRange()), plant.View.Spread),
            YearlyGainCny = gain,
            PaybackYears = match.InvestmentCny > 0 && net > 0 ? match.InvestmentCny / net : null,
            NpvCny = new Estimate(gain.Low * worth, gain.Typical * worth, gain.High * worth),
            AvoidedT = match.AvoidedT,
            DataQuality = (Quality)Math.Max((int)match.Give.Quality, (int)match.Take.Quality),
            Chain = [.. Lift(match), .. SharedPipe(match, sharers), .. Second(plant, sharers)],
            Flags = Flags(match.Lane.Carrier),
        };
    }

    /// <summary>A plant that cannot, or does not pay.</summary>
    public RuledOutPartner Write(PlantEnergy plant, EnergyObstacle obstacle)
    {
        var carrier = obstacle.Lane?.Carrier;
        var missing = obstacle.Option is { } lost ? -lost.GainCny / lost.Flow.YearlyKwh : 0;
        return new RuledOutPartner
        {
            ParkId = park.Park.Id,
            PlantId = plant.View.Plant.Id,
            Disclosure = plant.View.Disclosure,
            Kind = carrier is null ? CouplingKind.Heat : Kind(carrier),
            FlowId = carrier?.Id,
            Reason = obstacle.Reason,
            Sentence = Sentence(plant, obstacle, missing),
            BreakEvenCny = obstacle.Option is { } option ? option.Take.PriceCnyPerKwh + missing : null,
            PriceTodayCny = obstacle.Option?.Take.PriceCnyPerKwh,
        };
    }

    private string Sentence(PlantEnergy plant, EnergyObstacle obstacle, double missing)
    {
        var carrier = obstacle.Lane?.Carrier;
        return obstacle.Reason switch
        {
            PartnerReason.Economics => Text(
                $"{obstacle.Option!.Flow.YearlyKwh / 1000:#,0} MWh/a of {carrier!.Id} over {obstacle.LengthM:#,0} m would save {obstacle.Option.Flow.SavingCny / 1000:#,0} thousand CNY/a and cost {(obstacle.Option.Flow.SavingCny - obstacle.Option.GainCny) / 1000:#,0}; a kWh would have to be worth {missing:0.000} CNY more."),
            PartnerReason.Distance => Text($"The shortest way is {obstacle.LengthM:#,0} m; {carrier!.Id} goes {carrier.MaxDistanceM:#,0} m at most."),
            PartnerReason.NoRoute => $"No chain of corridors allows {carrier!.Id}.",
            PartnerReason.Timing => $"There is no hour in which {carrier!.Id} could be given and used.",
            PartnerReason.NotAccepted => $"One of the two plants is barred from {carrier!.Id}.",
            _ => Temperatures(plant),
        };
    }

    private string Temperatures(PlantEnergy plant)
    {
        var (giver, taker) = trade.Side == PartnerSide.Offer ? (trade.Plant, plant) : (plant, trade.Plant);
        if (giver.HottestCelsius is not { } hottest || taker.ColdestCelsius is not { } coldest)
            return "It has nothing of this kind.";
        if (hottest <= coldest)
            return Text($"After approach the heat is {hottest:0} deg C at most; the coldest need starts at {coldest:0} deg C.");
        return Text($"After approach the heat is {hottest:0} deg C at most and the coldest need starts at {coldest:0} deg C: none of the park's heat carriers fits between, or own heat covers the need.");
    }

    private (MatchLimit Limit, string Sentence) Limit(PairMatch match)
    {
        var (give, take) = (match.Give, match.Take);
        var (giveMwh, takeMwh, mwh) = (give.YearlyKwh / 1000, take.YearlyKwh / 1000, match.YearlyKwh / 1000);
        if (match.YearlyKwh < NearlyAll * match.OverlapKwh && match.Link.MainSize is { } laid && match.Lane.Sizes[laid] is var size)
            return (MatchLimit.PipeCapacity, Text($"{match.OverlapKwh / 1000:#,0} MWh/a overlap; {size.Name ?? size.Id} with stations for {match.PeakKw:#,0} kW, which gain most, pass {mwh:#,0} after losses."));
        if (match.OverlapKwh < NearlyAll * Math.Min(give.YearlyKwh, take.YearlyKwh))
            return (MatchLimit.Timing, Text($"{giveMwh:#,0} MWh/a could be given and {takeMwh:#,0} used; hour by hour {match.OverlapKwh / 1000:#,0} of them meet."));
        var (whole, isGiver) = give.YearlyKwh <= take.YearlyKwh ? (give, true) : (take, false);
        if (whole.YearlyKwh < NearlyAll * whole.WholeKwh)
        {
            return (MatchLimit.Temperature, isGiver
                ? Text($"{giveMwh:#,0} of {give.WholeKwh / 1000:#,0} MWh/a are hot enough for {match.Lane.Carrier.Id}, or are left over.")
                : Text($"{takeMwh:#,0} of {take.WholeKwh / 1000:#,0} MWh/a are cold enough for {match.Lane.Carrier.Id}, or are bought today."));
        }

        return isGiver ? (MatchLimit.Offer, Text($"All of the {giveMwh:#,0} MWh/a on offer.")) : (MatchLimit.Need, Text($"All of the {takeMwh:#,0} MWh/a needed."));
    }

    private IEnumerable<ChainStep> Lift(PairMatch match)
    {
        if (match.Give.Lift is not { } lift)
            return [];
        return
        [
            new ChainStep
            {
                Kind = ChainKind.HeatPump,
                PlantId = trade.Side == PartnerSide.Offer ? trade.PlantIndex is { } own ? park.Park.Plants[own].Id : null : null,
                ElementId = match.Give.EquipmentId,
                Amount = match.YearlyKwh,
                Sentence = Text($"A heat pump at the giver lifts the heat from {lift.SourceCelsius:0} to {lift.SinkCelsius:0} deg C with {lift.Cop:0.0} kWh of heat per kWh of power at {lift.PowerCnyPerKwh:0.00} CNY/kWh. {lift.Note}").Trim(),
            },
        ];
    }

    private static IEnumerable<ChainStep> SharedPipe(PairMatch match, IReadOnlyList<PipeSharer> sharers) =>
        from sharer in sharers
        where ReferenceEquals(sharer.Option, match.Option)
        select new ChainStep
        {
            Kind = ChainKind.SecondTaker,
            PlantId = sharer.First.View.Plant.Id,
            Sentence = $"It pays only together with {NameOf(sharer.First)}, whose pipe it shares; the figures are what it adds to that.",
        };

    private static IEnumerable<ChainStep> Second(PlantEnergy plant, IReadOnlyList<PipeSharer> sharers)
    {
        if (sharers.Where(sharer => sharer.First == plant).MaxBy(sharer => sharer.Option.GainCny) is not { } best)
            return [];
        var isWhole = best.Plant.View.Disclosure == DisclosureLevel.Full;
        return
        [
            new ChainStep
            {
                Kind = ChainKind.SecondTaker,
                PlantId = best.Plant.View.Plant.Id,
                Amount = isWhole ? best.Option.Flow.YearlyKwh : null,
                YearlyGainCny = isWhole ? best.Option.GainCny : null,
                Sentence = isWhole ? Text($"{NameOf(best.Plant)} can share the pipe: {best.Option.Flow.YearlyKwh / 1000:#,0} MWh/a more.") : $"{NameOf(best.Plant)} may share the pipe.",
            },
        ];
    }

    private static string NameOf(PlantEnergy plant) => plant.View.Plant.Name ?? plant.View.Plant.Id;

    private static IReadOnlyList<PartnerFlag> Flags(Carrier carrier)
    {
        if (carrier.Kind != CarrierKind.Gas)
            return [];
        var isHydrogen = carrier.Id.Contains("hydrogen", StringComparison.OrdinalIgnoreCase) || (carrier.Name?.Contains("hydrogen", StringComparison.OrdinalIgnoreCase) ?? false);
        return isHydrogen
            ? [new PartnerFlag { Code = "HYDROGEN", Sentence = "Hydrogen: pipes, distances and detection need a safety design and a permit before anything is built." }]
            : [new PartnerFlag { Code = "FLAMMABLE", Sentence = "Flammable gas: pipes, distances and detection need a safety design and a permit before anything is built." }];
    }

    private Estimate Gain(PlantEnergy plant, PairMatch match)
    {
        var (price, investment) = (typical.PriceRange().Value, typical.InvestmentRange().Value);
        var spread = plant.View.Spread;
        return new Estimate(
            match.SavingCny * price.Low / spread - match.RunningCny - match.CapitalCny * investment.High,
            match.GainCny,
            match.SavingCny * price.High * spread - match.RunningCny - match.CapitalCny * investment.Low);
    }

    private static Estimate Ranged(double value, TypicalFigure range) => new(value * range.Value.Low, value, value * range.Value.High);

    private static Estimate Spread(Estimate value, double spread) => new(value.Low / spread, value.Typical, value.High * spread);

    private static CouplingKind Kind(Carrier carrier) => carrier.Kind switch
    {
        CarrierKind.Electricity => CouplingKind.Power,
        CarrierKind.Gas or CarrierKind.Other => CouplingKind.Gas,
        _ => CouplingKind.Heat,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
