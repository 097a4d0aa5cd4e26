using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>
/// What running a converter costs besides the material it treats, per unit of its activity: operation, fuel, power by the tariff, heat by the
/// plant's cheapest utility that is hot enough, other materials by their cheapest purchase. Means over the year.
/// </summary>
internal sealed class ConverterInputs
{
    private readonly IndexedPark park;
    private readonly Plant plant;
    private readonly TypicalValues typical;
    private readonly List<string> leftOut = [];
    private readonly double carbonCnyPerKg;

    private ConverterInputs(IndexedPark park, Plant plant, TypicalValues typical)
    {
        this.park = park;
        this.plant = plant;
        this.typical = typical;
        carbonCnyPerKg = park.Park.Policy.CarbonPriceCnyPerT / 1000;
    }

    /// <summary>Cost, CNY per unit of activity (CNY/kWh or CNY/t of the reference port).</summary>
    public double Cny { get; private set; }

    /// <summary>CO2, kg per unit of activity.</summary>
    public double Co2Kg { get; private set; }

    /// <summary>What has no price here, in a sentence; empty: nothing.</summary>
    public string LeftOut => leftOut.Count == 0 ? "" : $"Left out: {string.Join(", ", leftOut)}.";

    /// <summary>Reckons a converter.</summary>
    /// <param name="park">Park it stands in.</param>
    /// <param name="plant">Plant as it is seen.</param>
    /// <param name="converter">Converter.</param>
    /// <param name="treated">Port of the material that is treated.</param>
    /// <param name="typical">Price of power where the plant has no grid connection.</param>
    public static ConverterInputs Of(IndexedPark park, Plant plant, Converter converter, Port treated, TypicalValues typical)
    {
        var inputs = new ConverterInputs(park, plant, typical);
        inputs.Add(inputs.Mean(converter.OmCnyPerKwh, converter.OmProfileId) + converter.Co2KgPerKwh * inputs.carbonCnyPerKg, converter.Co2KgPerKwh, 1);
        foreach (var port in converter.Ports.Where(port => port != treated && (port.Material is null || port.Direction == Direction.In)))
            inputs.AddPort(port);
        return inputs;
    }

    private void AddPort(Port port)
    {
        var ratio = Mean(port.Ratio, port.RatioProfileId);
        if (port.Direction == Direction.Out)
            leftOut.Add($"worth of {port.CarrierId ?? "heat"} from port {port.Id}");
        else if (port.FuelId is { } fuelId)
            AddFuel(fuelId, ratio);
        else if (port.CarrierId is { } carrierId)
            AddCarrier(carrierId, ratio);
        else if (port.Heat is { } heat)
            AddHeat(port, heat, ratio);
        else if (port.Material is { } material)
            AddMaterial(port, material, ratio);
    }

    private void AddFuel(string fuelId, double ratio)
    {
        var fuel = park.Park.Fuels.First(candidate => candidate.Id == fuelId);
        Add(Mean(fuel.PriceCnyPerKwh, fuel.PriceProfileId) + fuel.Co2KgPerKwh * carbonCnyPerKg, fuel.Co2KgPerKwh, ratio);
    }

    private void AddCarrier(string carrierId, double ratio)
    {
        var isPower = park.Park.Carriers.Any(carrier => carrier.Id == carrierId && carrier.Kind == CarrierKind.Electricity);
        var grid = plant.GridConnections.FirstOrDefault(connection => connection.CarrierId == carrierId);
        var supply = plant.Supplies.Where(candidate => candidate.CarrierId == carrierId).MinBy(candidate => candidate.PriceCnyPerKwh);
        if (grid is not null)
        {
            var tariff = park.Park.Tariffs.First(candidate => candidate.Id == grid.TariffId);
            var carbon = park.Park.Policy.CarbonPriceOnPower ? carbonCnyPerKg : 0;
            Add(tariff.EnergyCnyPerKwh * Mean(park.Grid.TariffFactors(tariff)) + tariff.Co2KgPerKwh * carbon, tariff.Co2KgPerKwh, ratio);
        }
        else if (supply is not null)
        {
            Add(Mean(supply.PriceCnyPerKwh, supply.PriceProfileId), supply.Co2KgPerKwh, ratio);
        }
        else if (isPower)
        {
            Add(typical.PowerPriceCnyPerKwh().Typical, 0, ratio);
        }
        else
        {
            leftOut.Add(carrierId);
        }
    }

    private void AddHeat(Port port, PortHeat heat, double ratio)
    {
        var hottest = Math.Max(heat.SupplyCelsius, heat.TargetCelsius) + heat.ApproachK;
        var cheapest = plant.HotUtilities
            .Where(utility => utility.CarrierId is null && utility.SupplyCelsius - utility.ApproachK >= hottest)
            .Select(OfUtility).OrderBy(price => price.Cny).Take(1).ToList();
        if (cheapest.Count > 0)
            Add(cheapest[0].Cny, cheapest[0].Co2Kg, ratio);
        else
            leftOut.Add($"heat at port {port.Id}");
    }

    private (double Cny, double Co2Kg) OfUtility(HotUtility utility)
    {
        var fuel = park.Park.Fuels.FirstOrDefault(candidate => candidate.Id == utility.FuelId);
        var co2 = utility.Co2KgPerKwh + (fuel?.Co2KgPerKwh ?? 0) / utility.Efficiency;
        var fuelCny = fuel is null ? 0 : Mean(fuel.PriceCnyPerKwh, fuel.PriceProfileId) / utility.Efficiency;
        return (Mean(utility.PriceCnyPerKwh, utility.PriceProfileId) + fuelCny + co2 * carbonCnyPerKg, co2);
    }

    private void AddMaterial(Port port, PortMaterial material, double ratio)
    {
        var cheapest = material.Purchases.MinBy(purchase => purchase.PriceCnyPerT);
        if (cheapest is null)
            leftOut.Add($"{material.MaterialId} at port {port.Id}");
        else
            Add(Mean(cheapest.PriceCnyPerT, cheapest.PriceProfileId), cheapest.Co2KgPerT, ratio);
    }

    private double Mean(double scalar, string? profileId) => profileId is null ? scalar : Mean(park.Grid.Series(scalar, profileId));

    private double Mean(double[] values)
    {
        var (sum, hours) = (0.0, 0.0);
        for (var t = 0; t < values.Length; t++)
            (sum, hours) = (sum + values[t] * park.Hours[t], hours + park.Hours[t]);
        return hours > 0 ? sum / hours : 0;
    }

    private void Add(double cny, double co2Kg, double ratio) => (Cny, Co2Kg) = (Cny + ratio * cny, Co2Kg + ratio * co2Kg);
}
