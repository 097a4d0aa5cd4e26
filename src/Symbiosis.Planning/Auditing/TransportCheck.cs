using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>
/// Shipments: the receiver accepts the material, a way exists, the mode may carry the material that far and holds that much; lots are zero or at
/// least the receiver's smallest.
/// </summary>
internal static class TransportCheck
{
    /// <summary>Makes the checks.</summary>
    public static IEnumerable<AuditCheck> Run(AuditCase audited)
    {
        var transport = new CheckRecord("transport");
        foreach (var shipment in audited.Materials.Shipments.Where(shipment => shipment.IsUsed))
            CheckShipment(audited, transport, shipment);
        return [transport.Result(), CheckLots(audited)];
    }

    private static void CheckShipment(AuditCase audited, CheckRecord record, ShippedFlow shipment)
    {
        var material = shipment.From.Material;
        record.Require(shipment.Acceptance is not null, () => $"Shipment '{shipment.Name}': the receiver does not accept '{material.Id}'.");
        if (shipment.Mode is not { } mode)
        {
            record.Require(shipment.From.Plant.SiteId == shipment.To.Plant.SiteId, () => $"Shipment '{shipment.Name}' travels between two sites by no mode.");
            return;
        }

        record.Require(MayCarry(mode, material), () => $"Shipment '{shipment.Name}': mode '{mode.Id}' may not carry '{material.Id}' ({material.Hazard}).");
        record.Require(double.IsFinite(shipment.LengthM), () => $"Shipment '{shipment.Name}': no way leads there.");
        record.AtMost(shipment.LengthM, (mode.MaxDistanceKm ?? double.PositiveInfinity) * 1000, 1 + shipment.LengthM, () =>
            $"Shipment '{shipment.Name}': the way is {shipment.LengthM:0} m; mode '{mode.Id}' goes {mode.MaxDistanceKm:0.###} km.");
        for (var t = 0; t < audited.PeriodCount; t++)
        {
            var period = t;
            record.AtMost(shipment.Flow[t], mode.LinkCapacityTPerH ?? double.PositiveInfinity, audited.TPerHSize(shipment.Flow[t]), () =>
                $"Shipment '{shipment.Name}', period {period}: {shipment.Flow[period]:0.#####} t/h; a link holds {mode.LinkCapacityTPerH:0.#####} t/h.");
        }
    }

    private static bool MayCarry(TransportMode mode, Material material) => mode.MaterialIds.Count > 0
        ? mode.MaterialIds.Contains(material.Id)
        : material.Hazard is HazardClass.Unspecified or HazardClass.None or HazardClass.GeneralWaste || mode.LicensedHazards.Contains(material.Hazard);

    private static AuditCheck CheckLots(AuditCase audited)
    {
        var record = new CheckRecord("lots");
        foreach (var donor in audited.Materials.Shipments.Where(shipment => shipment.To.MinLotTPerH > 0).GroupBy(shipment => (shipment.From, shipment.To)))
        {
            var least = donor.Key.To.MinLotTPerH;
            for (var t = 0; t < audited.PeriodCount; t++)
            {
                var period = t;
                var taken = donor.Sum(shipment => shipment.Flow[period]);
                var size = audited.TPerHSize(least);
                if (taken > CheckRecord.DefaultTolerance * size)
                {
                    record.AtMost(least, taken, size, () =>
                        $"Inlet '{donor.Key.To.ElementId}' of plant '{donor.Key.To.Plant.Id}', period {period}: a lot of {taken:0.#####} t/h from plant '{donor.Key.From.Plant.Id}'; {least:0.#####} t/h is the smallest.");
                }
            }
        }

        return record.Result();
    }
}
