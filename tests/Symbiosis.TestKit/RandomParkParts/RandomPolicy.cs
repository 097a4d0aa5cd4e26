using Symbiosis.Domain.Parks;

namespace Symbiosis.TestKit.RandomParkParts;

/// <summary>Prices and caps. The caps are above whatever the park can emit or use, so they never make it infeasible.</summary>
internal static class RandomPolicy
{
    private const double YearHours = 8760;

    // Largest profile factor 1.2, worst efficiency 0.8, largest CO2 factor 0.7 kg/kWh, and the same again to be safe.
    private const double CarbonCapTPerKw = YearHours * 1.2 / 0.8 * 0.7 / 1000 * 2;
    private const double EnergyCapTcePerKw = YearHours * 1.2 / 0.8 * 0.1229 / 1000 * 2;
    private const double CarbonCapTPerTPerH = YearHours * 1.2 * 0.1;

    public static Park Add(Park park, Draw draw)
    {
        var needKw = park.Plants.Sum(plant => plant.Streams.Sum(stream => stream.HeatKw) + plant.Demands.Sum(demand => demand.NeedKw));
        var flowTPerH = park.Plants.Sum(plant => plant.Outlets.Sum(outlet => outlet.FlowTPerH) + plant.Inlets.Sum(inlet => inlet.FlowTPerH));
        return park with
        {
            Policy = new Policy
            {
                CarbonPriceCnyPerT = draw.Chance(0.5) ? draw.Between(20, 200) : 0,
                CarbonPriceOnPower = draw.Chance(0.3),
                IncludeInputs = draw.Chance(0.3),
                CarbonCapT = draw.Chance(0.2) ? Math.Ceiling(needKw * CarbonCapTPerKw + flowTPerH * CarbonCapTPerTPerH) : null,
                EnergyCapTce = draw.Chance(0.2) ? Math.Ceiling(needKw * EnergyCapTcePerKw) : null,
                MinGreenShare = park.Tariffs.Count > 0 && draw.Chance(0.15) ? draw.Between(0.05, 0.3) : 0,
            },
        };
    }
}
