using System.Globalization;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Time;

namespace Symbiosis.Planning.Searching;

/// <summary>
/// Groups periods that may be averaged. Within a group of <see cref="Exact"/> every price, every variable ratio and the month of a demand charge agree, so
/// that any operation of the grid, averaged, is feasible in the grouped model at the same cost: its dual bound holds for the grid.
/// <see cref="Rough"/> ignores months and small price differences: a good design comes out of it, no bound.
/// </summary>
internal static class PriceGroups
{
    /// <summary>Groups whose averages keep costs exactly.</summary>
    public static int[][] Exact(Park park, TimeGrid grid)
    {
        var hasDemandCharge = park.Tariffs.Any(tariff => tariff.DemandCnyPerKwMonth > 0);
        return Group(park, grid, 12, t => hasDemandCharge ? grid.Periods[t].Month.ToString(CultureInfo.InvariantCulture) : "");
    }

    /// <summary>Fewer groups, by rounded prices alone.</summary>
    public static int[][] Rough(Park park, TimeGrid grid) => Group(park, grid, 1, _ => "");

    private static int[][] Group(Park park, TimeGrid grid, int digits, Func<int, string> extra)
    {
        var series = park.Tariffs.Select(grid.TariffFactors)
            .Concat(PricingProfiles(park).Distinct().Select(profileId => grid.Series(1, profileId)))
            .Where(values => values.Max() > values.Min())
            .ToList();
        return [.. Enumerable.Range(0, grid.Periods.Count)
            .GroupBy(t => string.Join('|', series.Select(values => Math.Round(values[t], digits).ToString("R", CultureInfo.InvariantCulture)).Prepend(extra(t))))
            .Select(group => group.ToArray())];
    }

    private static IEnumerable<string> PricingProfiles(Park park)
    {
        var ids = park.Fuels.Select(fuel => fuel.PriceProfileId)
            .Concat(park.Plants.SelectMany(plant =>
                plant.HotUtilities.Select(utility => utility.PriceProfileId)
                    .Concat(plant.Inlets.SelectMany(inlet => inlet.Purchases).Select(purchase => purchase.PriceProfileId))
                    .Concat(plant.Supplies.Select(supply => supply.PriceProfileId))
                    .Concat(plant.Offtakes.Select(offtake => offtake.PriceProfileId))
                    .Concat(plant.GridConnections.Select(connection => connection.ExportProfileId))
                    .Concat(plant.Storages.Select(storage => storage.ChargeProfileId))
                    .Concat(plant.Converters.SelectMany(converter => converter.Ports.Select(port => port.RatioProfileId)
                        .Concat(converter.Ports.SelectMany(port => port.Material?.Purchases ?? []).Select(purchase => purchase.PriceProfileId))
                        .Append(converter.OmProfileId)))));
        return ids.OfType<string>();
    }
}
