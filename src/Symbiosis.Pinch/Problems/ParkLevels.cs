using Symbiosis.Domain.Parks;

namespace Symbiosis.Pinch.Problems;

/// <summary>Utility levels of a plant of a park: its own utilities, and the park's heat carriers that it may use or generate.</summary>
internal static class ParkLevels
{
    public static IReadOnlyList<UtilityLevel> Of(Park park, Plant plant) =>
    [
        .. plant.HotUtilities.Select(utility => new UtilityLevel
        {
            Name = utility.Name ?? utility.Id,
            Role = UtilityRole.Hot,
            HighCelsius = utility.SupplyCelsius,
            LowCelsius = utility.TargetCelsius ?? utility.SupplyCelsius,
            ApproachK = utility.ApproachK,
            PriceCnyPerKwh = HeatPrice(park, utility),
            CapacityKw = utility.CapacityKw,
        }),
        .. plant.ColdUtilities.Select(utility => new UtilityLevel
        {
            Name = utility.Name ?? utility.Id,
            Role = UtilityRole.Cold,
            HighCelsius = utility.TargetCelsius ?? utility.SupplyCelsius,
            LowCelsius = utility.SupplyCelsius,
            ApproachK = utility.ApproachK,
            PriceCnyPerKwh = utility.PowerKwPerKw > 0 ? null : utility.PriceCnyPerKwh,
            CapacityKw = utility.CapacityKw,
        }),
        .. park.Carriers.Where(carrier => carrier.Kind is CarrierKind.Steam or CarrierKind.Water or CarrierKind.Oil && !plant.ExcludedCarrierIds.Contains(carrier.Id))
            .Select(carrier => Level(park, plant, carrier)).OfType<UtilityLevel>(),
    ];

    private static UtilityLevel? Level(Park park, Plant plant, Carrier carrier)
    {
        if (carrier.SupplyCelsius is not { } supply) return null;
        var end = carrier.Kind == CarrierKind.Steam ? supply : carrier.ReturnCelsius ?? supply;
        var station = plant.Stations.FirstOrDefault(candidate => candidate.CarrierId == carrier.Id);
        if (Role(supply, end, station) is not { } role) return null;
        return new UtilityLevel
        {
            Name = carrier.Name ?? carrier.Id,
            Role = role,
            HighCelsius = Math.Max(supply, end),
            LowCelsius = Math.Min(supply, end),
            ApproachK = carrier.ApproachK,
            PriceCnyPerKwh = Cheapest(plant, carrier) ?? park.Plants.Select(other => Cheapest(other, carrier)).Min(),
            IsShared = true,
        };
    }

    // A loop that returns warmer than it goes out is chilled water: using it cools.
    private static UtilityRole? Role(double supply, double end, Station? station)
    {
        var canUse = station?.NoUse != true;
        if (supply < end) return canUse ? UtilityRole.Cold : null;
        var canGenerate = station?.NoGeneration != true;
        return canUse ? (canGenerate ? UtilityRole.Both : UtilityRole.Hot) : canGenerate ? UtilityRole.Generated : null;
    }

    private static double? Cheapest(Plant plant, Carrier carrier) =>
        plant.Supplies.Where(supply => supply.CarrierId == carrier.Id).Select(supply => (double?)supply.PriceCnyPerKwh).Min();

    // What an electric boiler's heat costs depends on tariff and hour.
    private static double? HeatPrice(Park park, HotUtility utility)
    {
        if (utility.CarrierId is not null) return null;
        if (utility.FuelId is null) return utility.PriceCnyPerKwh;
        return park.Fuels.FirstOrDefault(fuel => fuel.Id == utility.FuelId) is { } burnt ? utility.PriceCnyPerKwh + burnt.PriceCnyPerKwh / utility.Efficiency : null;
    }
}
