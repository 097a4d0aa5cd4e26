using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Time;

namespace Symbiosis.Planning.Partners.Privacy;

/// <summary>
/// What a stranger may reckon with of a plant that shows ranges only. Every figure becomes the middle of a range it lies in, so that no series of
/// questions, however many, can find out more than the range. What stays: id, names, site, sector, owner; which carriers, fuels and materials it
/// takes and gives; how many elements it has. Elements get neutral ids in the order of the plant.
/// </summary>
internal static class PlantVeil
{
    /// <summary>Factor from the middle of a range to either end.</summary>
    public const double Spread = 1.5;

    /// <summary>The plant with its figures in ranges. Storages and equipment that does not stand yet to use sun and wind are left out.</summary>
    /// <param name="plant">A plant of the grid's park.</param>
    /// <param name="grid">Steps over which profiles are averaged.</param>
    public static Plant Of(Plant plant, TimeGrid grid)
    {
        var figures = new FigureVeil(grid);
        var (materials, carriers) = (new MaterialVeil(figures), new CarrierVeil(figures));
        return new Plant
        {
            Id = plant.Id,
            Name = plant.Name,
            NameZh = plant.NameZh,
            SiteId = plant.SiteId,
            Sector = plant.Sector,
            Owner = plant.Owner,
            Visibility = plant.Visibility,
            Illustrative = plant.Illustrative,
            Streams = [.. plant.Streams.Select((stream, index) => Of(stream, index, figures))],
            HotUtilities = [.. plant.HotUtilities.Select((utility, index) => Of(utility, index, figures))],
            ColdUtilities = [.. plant.ColdUtilities.Select(Of)],
            Recovery = plant.Recovery is { } recovery
                ? new Recovery { ExistingKw = FigureVeil.Amount(recovery.ExistingKw), Investment = FigureVeil.Cost(recovery.Investment) }
                : null,
            Stations = [.. plant.Stations.Select(Of)],
            ExcludedCarrierIds = plant.ExcludedCarrierIds,
            Outlets = [.. plant.Outlets.Select(materials.Of)],
            Inlets = [.. plant.Inlets.Select(materials.Of)],
            Converters = [.. plant.Converters.Select((converter, index) => ConverterVeil.Of(converter, index, figures))],
            GridConnections = [.. plant.GridConnections.Select(carriers.Of)],
            Demands = [.. plant.Demands.Select(carriers.Of)],
            Supplies = carriers.Supplies(plant),
            Offtakes = [.. plant.Offtakes.Select(carriers.Of)],
            Provenance = FigureVeil.Provenance,
        };
    }

    private static HeatStream Of(HeatStream stream, int index, FigureVeil figures) => new()
    {
        Id = $"stream-{index + 1}",

        // Two temperatures in one range would no longer say which it is.
        Kind = stream.Kind != StreamKind.Unspecified ? stream.Kind : stream.SupplyCelsius > stream.TargetCelsius ? StreamKind.Hot : StreamKind.Cold,
        SupplyCelsius = FigureVeil.Celsius(stream.SupplyCelsius),
        TargetCelsius = FigureVeil.Celsius(stream.TargetCelsius),
        HeatKw = figures.Mean(stream.HeatKw, stream.HeatProfileId),
        MustCool = stream.MustCool,
        Provenance = FigureVeil.Provenance,
    };

    private static HotUtility Of(HotUtility utility, int index, FigureVeil figures) => new()
    {
        Id = $"hot-utility-{index + 1}",
        SupplyCelsius = FigureVeil.Celsius(utility.SupplyCelsius),
        TargetCelsius = FigureVeil.Celsius(utility.TargetCelsius),
        FuelId = utility.FuelId,
        Efficiency = FigureVeil.Amount(utility.Efficiency),
        CarrierId = utility.CarrierId,
        CapacityKw = figures.Mean(utility.CapacityKw, utility.AvailabilityProfileId),
        PriceCnyPerKwh = figures.Mean(utility.PriceCnyPerKwh, utility.PriceProfileId),
        Co2KgPerKwh = FigureVeil.Amount(utility.Co2KgPerKwh),
        Provenance = FigureVeil.Provenance,
    };

    private static ColdUtility Of(ColdUtility utility, int index) => new()
    {
        Id = $"cold-utility-{index + 1}",
        SupplyCelsius = FigureVeil.Celsius(utility.SupplyCelsius),
        TargetCelsius = FigureVeil.Celsius(utility.TargetCelsius),
        CapacityKw = FigureVeil.Amount(utility.CapacityKw),
        PriceCnyPerKwh = FigureVeil.Amount(utility.PriceCnyPerKwh),
        PowerKwPerKw = FigureVeil.Amount(utility.PowerKwPerKw),
        Provenance = FigureVeil.Provenance,
    };

    private static Station Of(Station station) => new()
    {
        CarrierId = station.CarrierId,
        ExistingGenerationKw = FigureVeil.Amount(station.ExistingGenerationKw),
        ExistingUseKw = FigureVeil.Amount(station.ExistingUseKw),
        NoGeneration = station.NoGeneration,
        NoUse = station.NoUse,
        Generation = FigureVeil.Cost(station.Generation),
        Use = FigureVeil.Cost(station.Use),
    };
}
