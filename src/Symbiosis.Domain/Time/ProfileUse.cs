using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Time;

/// <summary>Which profiles a park really uses, and which of them are loads.</summary>
internal static class ProfileUse
{
    /// <summary>Ids of profiles on needs that must be met: a peak missed there makes a design too small.</summary>
    public static HashSet<string> LoadIds(Park park) =>
        [.. park.Plants.SelectMany(plant => Present(
            [
                .. plant.Streams.Select(stream => stream.HeatProfileId),
                .. plant.Demands.Select(demand => demand.NeedProfileId),
            ]))];

    /// <summary>Ids of all profiles that something in the park refers to.</summary>
    public static HashSet<string> UsedIds(Park park) =>
        [.. Present(
            [
                .. park.Fuels.Select(fuel => fuel.PriceProfileId),
                .. park.Tariffs.Select(tariff => tariff.EnergyProfileId),
                .. park.Contracts.Select(contract => contract.FlowProfileId),
                .. park.Plants.SelectMany(OfPlant),
            ])];

    private static IEnumerable<string?> OfPlant(Plant plant) =>
        [
            .. plant.Streams.Select(stream => stream.HeatProfileId),
            .. plant.Demands.Select(demand => demand.NeedProfileId),
            .. plant.HotUtilities.SelectMany(utility => new[] { utility.PriceProfileId, utility.AvailabilityProfileId }),
            .. plant.Outlets.Select(outlet => outlet.FlowProfileId),
            .. plant.Inlets.Select(inlet => inlet.FlowProfileId),
            .. plant.Inlets.SelectMany(inlet => inlet.Purchases).Select(purchase => purchase.PriceProfileId),
            .. plant.Converters.SelectMany(OfConverter),
            .. plant.Storages.Select(storage => storage.ChargeProfileId),
            .. plant.Generators.Select(generator => generator.OutputProfileId),
            .. plant.GridConnections.Select(connection => connection.ExportProfileId),
            .. plant.Supplies.SelectMany(supply => new[] { supply.PriceProfileId, supply.AvailabilityProfileId }),
            .. plant.Offtakes.SelectMany(offtake => new[] { offtake.PriceProfileId, offtake.AvailabilityProfileId }),
        ];

    private static IEnumerable<string?> OfConverter(Converter converter) =>
        [
            converter.OmProfileId,
            converter.AvailabilityProfileId,
            .. converter.Ports.Select(port => port.RatioProfileId),
            .. converter.Ports.SelectMany(port => port.Material?.Purchases ?? []).Select(purchase => purchase.PriceProfileId),
        ];

    private static IEnumerable<string> Present(IEnumerable<string?> ids) => ids.OfType<string>();
}
