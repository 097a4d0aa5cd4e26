using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Partners.Privacy;

/// <summary>Lists what a plant gives and takes.</summary>
internal static class PlantFlows
{
    /// <summary>All of it; an element may be there more than once.</summary>
    public static IEnumerable<PlantFlow> Of(Plant plant, Park park) =>
    [
        .. plant.Streams.Select(stream => new PlantFlow(stream.Id, IsHot(stream) ? PartnerSide.Offer : PartnerSide.Need, CouplingKind.Heat, null)),
        .. plant.Outlets.Select(outlet => new PlantFlow(outlet.Id, PartnerSide.Offer, CouplingKind.Material, outlet.MaterialId)),
        .. plant.Inlets.SelectMany(inlet => inlet.Accepts.Select(accepted => new PlantFlow(inlet.Id, PartnerSide.Need, CouplingKind.Material, accepted.MaterialId))),
        .. plant.Converters.SelectMany(converter => converter.Ports.SelectMany(port => OfPort($"{converter.Id}/{port.Id}", port, park))),
        .. plant.Generators.Select(generator => OfCarrier(generator.Id, PartnerSide.Offer, generator.CarrierId, park)),
        .. plant.GridConnections.Select(connection => OfCarrier(connection.Id, PartnerSide.Need, connection.CarrierId, park)),
        .. plant.Demands.Select(demand => OfCarrier(demand.Id, PartnerSide.Need, demand.CarrierId, park)),
        .. plant.Supplies.Select(supply => OfCarrier(supply.Id, PartnerSide.Offer, supply.CarrierId, park)),
        .. plant.Offtakes.Select(offtake => OfCarrier(offtake.Id, PartnerSide.Offer, offtake.CarrierId, park)),
    ];

    /// <summary>What flows in a carrier.</summary>
    public static PlantFlow OfCarrier(string elementId, PartnerSide side, string carrierId, Park park) => park.Carriers.First(carrier => carrier.Id == carrierId).Kind switch
    {
        CarrierKind.Electricity => new PlantFlow(elementId, side, CouplingKind.Power, null),
        CarrierKind.Gas or CarrierKind.Other => new PlantFlow(elementId, side, CouplingKind.Gas, carrierId),
        _ => new PlantFlow(elementId, side, CouplingKind.Heat, null),
    };

    private static bool IsHot(HeatStream stream) =>
        stream.Kind == StreamKind.Hot || (stream.Kind == StreamKind.Unspecified && stream.SupplyCelsius > stream.TargetCelsius);

    private static IEnumerable<PlantFlow> OfPort(string id, Port port, Park park)
    {
        var side = port.Direction == Direction.Out ? PartnerSide.Offer : PartnerSide.Need;
        if (port.Heat is not null)
            yield return new PlantFlow(id, side, CouplingKind.Heat, null);
        if (port.CarrierId is { } carrierId)
            yield return OfCarrier(id, side, carrierId, park);
        if (port.Material is not { } material)
            yield break;
        yield return new PlantFlow(id, side, CouplingKind.Material, material.MaterialId);
        foreach (var accepted in material.Accepts.Where(accepted => accepted.MaterialId != material.MaterialId))
            yield return new PlantFlow(id, side, CouplingKind.Material, accepted.MaterialId);
    }
}
