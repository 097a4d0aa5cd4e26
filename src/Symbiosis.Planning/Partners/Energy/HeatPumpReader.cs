using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Formulation;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Typical;
using Quality = Symbiosis.Domain.Parks.Quality;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>
/// Heat that is too cold for a carrier, lifted to it by a heat pump at the giver: COP = share of Carnot x T_sink / (T_sink - T_source) in kelvin, where the
/// sink is the carrier's supply and the source the stream's target, both with their approaches. Of several streams the one that gives most is taken.
/// </summary>
internal sealed class HeatPumpReader(IndexedPark park, Plant plant, PlantPrices prices, TypicalValues typical)
{
    private const double KelvinOffset = 273.15;

    // Below this a heat pump is an electric boiler in all but name.
    private const double LeastCop = 1.8;

    // A source near freezing ices up or needs another fluid.
    private const double ColdestSourceCelsius = 5;

    /// <summary>The way of giving; null: no stream can be lifted that far, or there is no power.</summary>
    public CarrierPort? Read(CarrierLane lane, IReadOnlyList<HeatStream> streams, double[][] kw)
    {
        var sink = Math.Max(lane.Range!.Supply, lane.Range.Return) + lane.Range.ApproachK;
        var power = prices.PowerCnyPerKwh ?? prices.Constant(typical.PowerPriceCnyPerKwh().Typical);
        if (typical.HeatPumpEfficiency(sink) is not { } efficiency)
            return null;

        CarrierPort? best = null;
        for (var i = 0; i < streams.Count; i++)
        {
            var stream = streams[i];
            var source = Math.Min(stream.SupplyCelsius, stream.TargetCelsius) - (stream.ApproachK ?? plant.DefaultApproachK);
            if (!StreamBlock.IsHot(stream) || kw[i].All(value => value <= 0) || source < ColdestSourceCelsius || source >= sink)
                continue;
            var cop = efficiency.Typical * (sink + KelvinOffset) / (sink - source);
            if (cop >= LeastCop && Lifted(lane, stream, kw[i], source, sink, cop, power, efficiency) is { } port && port.YearlyKwh > (best?.YearlyKwh ?? 0))
                best = port;
        }

        return best;
    }

    private CarrierPort Lifted(CarrierLane lane, HeatStream stream, double[] heat, double source, double sink, double cop, double[] power, TypicalFigure efficiency)
    {
        double[] give = [.. heat.Select(value => value * cop / (cop - 1))];
        var cooling = stream.MustCool ? prices.CoolingCnyPerKwh * (cop - 1) / cop : 0;
        var investment = typical.HeatPumpInvestmentCnyPerKw(sink);
        var yearly = give.Select((value, t) => value * park.Hours[t]).Sum();
        return new CarrierPort
        {
            Kw = give,
            WorthCnyPerKwh = [.. power.Select(price => cooling - price / cop)],
            Co2KgPerKwh = -prices.PowerCo2KgPerKwh / cop,
            YearlyKwh = yearly,
            WholeKwh = yearly,
            ElementIds = [stream.Id],
            Quality = (Quality)Math.Max((int)FigureQuality.Of(stream.Provenance, plant), (int)investment.Quality),
            Station = lane.Carrier.GenerationStation,
            Equipment = new Investment { CnyPerKw = investment.Typical },
            EquipmentId = "heat-pump",
            Lift = new HeatPumpLift(source, sink, cop, prices.Mean(power), investment.Quality, $"{efficiency.Note} {investment.Note}".Trim()),
        };
    }
}
