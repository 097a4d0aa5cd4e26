using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Formulation;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>What heat that a plant takes would replace, and what it is worth there.</summary>
internal sealed class HeatTakeReader
{
    private readonly IndexedPark park;
    private readonly Plant plant;
    private readonly PlantPrices prices;
    private readonly HeatPotential potential;
    private readonly TypicalValues typical;
    private readonly List<HeatLevel> levels;

    public HeatTakeReader(IndexedPark park, Plant plant, PlantPrices prices, HeatPotential potential, IReadOnlyList<CarrierLane> lanes, TypicalValues typical)
    {
        (this.park, this.plant, this.prices, this.potential, this.typical) = (park, plant, prices, potential, typical);
        levels = [.. plant.HotUtilities.Select(utility => (Utility: utility, Cost: prices.Of(utility))).Where(pair => pair.Cost is not null)
            .Select(pair => new HeatLevel(pair.Utility.SupplyCelsius - pair.Utility.ApproachK, pair.Cost!))];

        // Steam or hot water that the plant buys or makes itself heats it too.
        levels.AddRange(lanes.Where(lane => lane.Range is not null && !plant.ExcludedCarrierIds.Contains(lane.Carrier.Id))
            .Select(lane => (lane, Cost: prices.CarrierCost(lane.Carrier.Id))).Where(pair => pair.Cost is not null)
            .Select(pair => new HeatLevel(pair.lane.Range!.HotHigh, pair.Cost!)));
    }

    /// <summary>Cost of what is replaced, CNY per kWh used, [period], and its CO2, kg per kWh used.</summary>
    /// <param name="use">Heat that could be used, kW, [period].</param>
    /// <param name="replaced">Hot utility that it replaces, kW, [period].</param>
    /// <param name="topCelsius">Highest shifted temperature that is served, deg C.</param>
    public (double[] CnyPerKwh, double Co2KgPerKwh) Displaced(double[] use, double[] replaced, double topCelsius)
    {
        var fallback = new UnitCost(prices.Constant(typical.HeatPriceCnyPerKwh(topCelsius).Typical), typical.HeatCo2KgPerKwh().Typical, prices.Constant(double.PositiveInfinity));
        var (price, co2) = new HeatDisplacement(levels, fallback).Of(replaced, potential.HotUtilityKw, topCelsius, park.Hours);
        double[] share = [.. use.Select((kw, t) => kw > 0 ? replaced[t] / kw : 0)];
        var (used, saved) = (use.Zip(park.Hours, (kw, hours) => kw * hours).Sum(), replaced.Zip(park.Hours, (kw, hours) => kw * hours).Sum());
        return ([.. price.Zip(share, (cny, useful) => cny * useful - (1 - useful) * prices.CoolingCnyPerKwh)], used > 0 ? co2 * saved / used : 0);
    }

    /// <summary>
    /// What a converter that takes a carrier could take: a burner or heater by the heat it replaces, a turbine by the power it makes. Null: it makes neither,
    /// or another input has no price here.
    /// </summary>
    public (double[] Kw, double[] Worth, double Co2KgPerKwh)? OfConverter(Converter converter, Port input, IReadOnlyList<HeatStream> streams, double[][] kw)
    {
        // Power that comes out counts as an income in the cost already.
        if (prices.Of(converter, input) is not { } cost)
            return null;
        var worth = cost.CnyPerKwh.Select(price => -price).ToArray();
        var (most, co2) = (cost.CapacityKw, -cost.Co2KgPerKwh);
        if (converter.Ports.FirstOrDefault(port => port is { Direction: Direction.Out, Heat: not null, Ratio: > 0 }) is { } heat)
        {
            var range = new CarrierRange(
                Math.Max(heat.Heat!.SupplyCelsius, heat.Heat.TargetCelsius), Math.Min(heat.Heat.SupplyCelsius, heat.Heat.TargetCelsius), heat.Heat.ApproachK);
            var heated = HeatPotential.Of(plant, streams, kw, [range], park.Hours.Length);
            var use = heated.Use[0];
            var (price, kg) = Displaced(use, heated.Replaced[0], range.HotHigh);
            var perKw = heat.Ratio / input.Ratio;
            most = [.. most.Zip(use, (limit, needed) => Math.Min(limit, needed / perKw))];
            worth = [.. worth.Zip(price, (value, heatPrice) => value + perKw * heatPrice)];
            co2 += perKw * kg;
        }

        return most.All(value => value <= 0) || worth.All(value => value <= 0) || most.Any(double.IsInfinity) ? null : (most, worth, co2);
    }
}
