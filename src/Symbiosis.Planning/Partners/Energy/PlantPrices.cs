using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Indexing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>
/// What energy costs a plant today at the margin, from its data alone: tariffs, fuels and efficiencies, its own purchases of carriers. An indication:
/// demand charges and surcharge steps are left out, and storages are not looked at.
/// </summary>
internal sealed class PlantPrices
{
    private readonly IndexedPark park;
    private readonly Plant plant;
    private readonly int periodCount;

    public PlantPrices(IndexedPark park, Plant plant)
    {
        this.park = park;
        this.plant = plant;
        periodCount = park.Hours.Length;
        (PowerCnyPerKwh, PowerCo2KgPerKwh) = Power();
        CoolingCnyPerKwh = Cooling();
    }

    /// <summary>Price of drawn power, CNY/kWh, [period]; null: the plant has no grid connection.</summary>
    public double[]? PowerCnyPerKwh { get; }

    /// <summary>CO2 of drawn power, kg/kWh.</summary>
    public double PowerCo2KgPerKwh { get; }

    /// <summary>Cost of taking heat away, CNY/kWh: the cheapest cold utility's.</summary>
    public double CoolingCnyPerKwh { get; }

    /// <summary>Weighted mean of a price over the year.</summary>
    public double Mean(double[] series) => series.Select((value, t) => value * park.Hours[t]).Sum() / park.Hours.Sum();

    /// <summary>What a hot utility's heat costs.</summary>
    public UnitCost? Of(HotUtility utility)
    {
        var price = park.Grid.Series(utility.PriceCnyPerKwh, utility.PriceProfileId);
        var co2 = utility.Co2KgPerKwh;
        if (utility.FuelId is { } fuelId)
        {
            var fuel = Fuel(fuelId);
            Add(price, fuel.CnyPerKwh, 1 / utility.Efficiency);
            co2 += fuel.Co2KgPerKwh / utility.Efficiency;
        }
        else if (utility.CarrierId is { } carrierId)
        {
            if (CarrierCost(carrierId) is not { } bought)
                return null;
            Add(price, bought.CnyPerKwh, 1 / utility.Efficiency);
            co2 += bought.Co2KgPerKwh / utility.Efficiency;
        }

        Charge(price, utility.Co2KgPerKwh);
        var share = park.Grid.Series(1, utility.AvailabilityProfileId);
        return new UnitCost(price, co2, [.. share.Select(value => value == 0 ? 0 : value * (utility.CapacityKw ?? double.PositiveInfinity))]);
    }

    /// <summary>What a kWh of a carrier costs at the plant: power from the grid, else its cheapest supply or converter that stands; null: it has none.</summary>
    public UnitCost? CarrierCost(string carrierId)
    {
        if (IsPower(carrierId))
            return PowerCnyPerKwh is { } power ? new UnitCost(power, PowerCo2KgPerKwh, Constant(double.PositiveInfinity)) : null;

        var supplies = plant.Supplies.Where(supply => supply.CarrierId == carrierId && (supply.MaxKw ?? (supply.Investment is null ? 1 : 0)) > 0).Select(Of);
        var converters = plant.Converters.Where(converter => converter.ExistingSizeKw > 0)
            .Select(converter => (converter, Port: converter.Ports.FirstOrDefault(port => port.Direction == Direction.Out && port.CarrierId == carrierId)))
            .Where(pair => pair.Port is { Ratio: > 0 }).Select(pair => Of(pair.converter, pair.Port!));
        return supplies.Concat(converters.OfType<UnitCost>()).MinBy(cost => Mean(cost.CnyPerKwh));
    }

    /// <summary>What a supply of a carrier costs.</summary>
    public UnitCost Of(CarrierSupply supply)
    {
        var price = park.Grid.Series(supply.PriceCnyPerKwh, supply.PriceProfileId);
        Charge(price, supply.Co2KgPerKwh);
        var share = park.Grid.Series(1, supply.AvailabilityProfileId);
        var most = supply.MaxKw ?? supply.Investment?.MaxSizeKw ?? double.PositiveInfinity;
        return new UnitCost(price, supply.Co2KgPerKwh, [.. share.Select(value => value == 0 ? 0 : value * most)]);
    }

    /// <summary>
    /// What a converter's port costs per kWh: fuels, power and bought carriers in, less power that comes out beside it. Heat and materials count nothing.
    /// The capacity is that of what stands, or of what may be built where nothing stands. Null: an input has no price at the plant.
    /// </summary>
    public UnitCost? Of(Converter converter, Port wanted)
    {
        var price = park.Grid.Series(converter.OmCnyPerKwh, converter.OmProfileId);
        var co2 = converter.Co2KgPerKwh;
        Charge(price, co2);
        foreach (var port in converter.Ports.Where(port => port != wanted))
        {
            var sign = port.Direction == Direction.In ? 1 : -1;
            var cost = port.FuelId is { } fuelId ? Fuel(fuelId)
                : port.CarrierId is { } carrierId && (IsPower(carrierId) || port.Direction == Direction.In) ? InputCost(carrierId) : Free();
            if (cost is null)
                return null;
            Add(price, cost.CnyPerKwh, sign * port.Ratio);
            co2 += sign * port.Ratio * cost.Co2KgPerKwh;
        }

        var size = converter.ExistingSizeKw > 0 ? converter.ExistingSizeKw : converter.Investment?.MaxSizeKw ?? double.PositiveInfinity;
        var share = park.Grid.Series(1, converter.AvailabilityProfileId);
        return new UnitCost(
            [.. price.Select(value => value / wanted.Ratio)],
            co2 / wanted.Ratio,
            [.. share.Select(value => value == 0 ? 0 : value * size * wanted.Ratio)]);
    }

    /// <summary>Whether a carrier is electric power.</summary>
    public bool IsPower(string carrierId) => park.Park.Carriers.Any(carrier => carrier.Id == carrierId && carrier.Kind == CarrierKind.Electricity);

    /// <summary>The same value in every step.</summary>
    public double[] Constant(double value) => [.. Enumerable.Repeat(value, periodCount)];

    // A converter fed by a carrier that another converter of the plant makes would ask in a circle; what it costs is not known here.
    private UnitCost? InputCost(string carrierId) => IsPower(carrierId)
        ? CarrierCost(carrierId)
        : plant.Supplies.Where(candidate => candidate.CarrierId == carrierId).Select(Of).MinBy(cost => Mean(cost.CnyPerKwh));

    private UnitCost Free() => new(Constant(0), 0, Constant(double.PositiveInfinity));

    private UnitCost Fuel(string fuelId)
    {
        var fuel = park.Park.Fuels.First(candidate => candidate.Id == fuelId);
        var price = park.Grid.Series(fuel.PriceCnyPerKwh, fuel.PriceProfileId);
        Charge(price, fuel.Co2KgPerKwh);
        return new UnitCost(price, fuel.Co2KgPerKwh, Constant(double.PositiveInfinity));
    }

    private (double[]? Price, double Co2) Power()
    {
        if (plant.GridConnections.Count == 0)
            return (null, 0);
        var tariff = park.Park.Tariffs.First(candidate => candidate.Id == plant.GridConnections[0].TariffId);
        double[] price = [.. park.Grid.TariffFactors(tariff).Select(factor => factor * tariff.EnergyCnyPerKwh)];
        if (park.Park.Policy is { CarbonPriceOnPower: true })
            Charge(price, tariff.Co2KgPerKwh);
        return (price, tariff.Co2KgPerKwh);
    }

    private double Cooling() => plant.ColdUtilities.Count == 0 ? 0 : plant.ColdUtilities
        .Min(utility => utility.PriceCnyPerKwh + (PowerCnyPerKwh is { } power ? utility.PowerKwPerKw * Mean(power) : 0));

    private void Charge(double[] price, double co2KgPerKwh)
    {
        for (var t = 0; t < price.Length; t++)
            price[t] += co2KgPerKwh * (park.Park.Policy?.CarbonPriceCnyPerT ?? 0) / 1000;
    }

    private static void Add(double[] price, double[] other, double factor)
    {
        for (var t = 0; t < price.Length; t++)
            price[t] += other[t] * factor;
    }
}
