namespace Symbiosis.Planning.Auditing;

/// <summary>Costs and emissions of materials: disposal, handling, treatment, transport, bought input.</summary>
internal static class MaterialReckoning
{
    /// <summary>Adds them.</summary>
    public static void Add(AuditCase audited, Reckoning reckoning)
    {
        foreach (var donor in audited.Materials.Donors)
        {
            var tonnes = audited.Total(audited.Series(donor.Plant.Id, $"disposed:{donor.ElementId}"));
            reckoning.Charge(donor.DisposalCnyPerT < 0 ? "sale" : "disposal", tonnes * donor.DisposalCnyPerT);
            reckoning.Emit(3, tonnes * donor.DisposalCo2KgPerT);
        }

        foreach (var receiver in audited.Materials.Receivers)
        {
            foreach (var purchase in receiver.Purchases)
            {
                var flow = audited.Series(receiver.Plant.Id, $"bought:{receiver.ElementId}/{purchase.Id}");
                reckoning.Charge("purchase", audited.Total(flow, audited.Grid.Series(purchase.PriceCnyPerT, purchase.PriceProfileId)));
                reckoning.Emit(3, audited.Total(flow) * purchase.Co2KgPerT);
            }
        }

        foreach (var shipment in audited.Materials.Shipments)
            AddShipment(audited, reckoning, shipment);
    }

    private static void AddShipment(AuditCase audited, Reckoning reckoning, ShippedFlow shipment)
    {
        var tonnes = audited.Total(shipment.Flow);
        reckoning.Charge("disposal", tonnes * shipment.From.HandlingCnyPerT);
        if (shipment.Acceptance is { } acceptance)
        {
            reckoning.Charge("purchase", tonnes * acceptance.TreatmentCnyPerT);
            reckoning.Emit(3, tonnes * acceptance.TreatmentCo2KgPerT);
        }

        if (shipment.Mode is not { } mode || !double.IsFinite(shipment.LengthM))
            return;

        var tonneKm = tonnes * shipment.LengthM / 1000;
        var powerKwh = tonneKm * mode.PowerKwhPerTKm;
        reckoning.Charge("transport", (tonnes * mode.CnyPerT) + (tonneKm * mode.CnyPerTKm) + (powerKwh * audited.Park.Network.PumpingCnyPerKwh));
        reckoning.Emit(3, (tonneKm * mode.Co2KgPerTKm) + (powerKwh * audited.Park.Network.PumpingCo2KgPerKwh));
    }
}
