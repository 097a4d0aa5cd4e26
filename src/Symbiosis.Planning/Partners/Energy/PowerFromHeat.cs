using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Indexing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>Power that a plant makes from its heat today and would lose where it gives the heat away: turbines and ORCs that stand.</summary>
internal sealed class PowerFromHeat
{
    private readonly double[] heatKw;
    private readonly double[] cnyPerKwh;

    public PowerFromHeat(IndexedPark park, Plant plant, PlantPrices prices)
    {
        heatKw = prices.Constant(0);
        cnyPerKwh = prices.Constant(0);
        foreach (var converter in plant.Converters.Where(converter => converter.ExistingSizeKw > 0))
        {
            var power = converter.Ports.FirstOrDefault(port => port.Direction == Direction.Out && port.CarrierId is { } id && prices.IsPower(id));
            var heat = converter.Ports.FirstOrDefault(port => port.Direction == Direction.In && (port.Heat is not null || IsHeatCarrier(park, port.CarrierId)));
            if (power is null || heat is not { Ratio: > 0 })
                continue;

            // The size is measured on the reference port, whose ratio is 1.
            var share = park.Grid.Series(converter.ExistingSizeKw, converter.AvailabilityProfileId);
            var worth = WorthOfPower(plant, prices);
            for (var t = 0; t < heatKw.Length; t++)
            {
                var kw = share[t] * heat.Ratio;
                var each = Math.Max(0, power.Ratio * worth[t] - converter.OmCnyPerKwh) / heat.Ratio;
                cnyPerKwh[t] = heatKw[t] + kw > 0 ? (cnyPerKwh[t] * heatKw[t] + each * kw) / (heatKw[t] + kw) : 0;
                heatKw[t] += kw;
            }
        }
    }

    /// <summary>Mean loss per kWh where all of an amount is given away, CNY/kWh: what the turbines leave over is free.</summary>
    public double LostCnyPerKwh(double giveKw, int t) => giveKw <= 0 ? 0 : cnyPerKwh[t] * Math.Min(heatKw[t], giveKw) / giveKw;

    private static bool IsHeatCarrier(IndexedPark park, string? carrierId) =>
        carrierId is not null && park.Park.Carriers.Any(carrier => carrier.Id == carrierId && carrier.SupplyCelsius is not null);

    private static double[] WorthOfPower(Plant plant, PlantPrices prices)
    {
        if (prices.PowerCnyPerKwh is { } price)
            return price;
        return prices.Constant(plant.GridConnections.Select(connection => connection.ExportCnyPerKwh).DefaultIfEmpty(0).Max());
    }
}
