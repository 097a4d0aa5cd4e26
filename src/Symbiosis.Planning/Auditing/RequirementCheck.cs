using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;

namespace Symbiosis.Planning.Auditing;

/// <summary>What contracts and the scenario ask for is there: flows of couplings, equipment, pipes. Couplings and shipments must tell the same.</summary>
internal static class RequirementCheck
{
    /// <summary>Makes the check.</summary>
    public static AuditCheck Run(AuditCase audited)
    {
        var record = new CheckRecord("required");
        foreach (var contract in audited.Park.Contracts.Where(contract => audited.Stands(null, contract.LastYear)))
            CheckContract(audited, record, contract);
        foreach (var rule in audited.Scenario?.Couplings.Where(rule => rule.Kind == RuleKind.Require) ?? [])
            CheckCoupling(audited, record, rule);
        foreach (var rule in audited.Scenario?.Equipment.Where(rule => rule.Kind == RuleKind.Require) ?? [])
        {
            var size = audited.Equipment(rule.PlantId, rule.ElementId ?? "")?.NewSize ?? 0;
            var least = rule.MinSizeKw ?? 0;
            record.AtMost(least, size, Math.Max(least, 1e-9), () => $"Equipment '{rule.ElementId}' of plant '{rule.PlantId}' has a new size of {size:0.###}; {least:0.###} is asked for.");
        }

        foreach (var rule in audited.Scenario?.Corridors.Where(rule => rule.Kind == RuleKind.Require) ?? [])
        {
            var isLaid = audited.Network.Groups.Any(group => group.Corridor.Corridor.Id == rule.CorridorId && group.Size.CarrierId == rule.CarrierId && group.Laid.Any(link => !link.Existing));
            record.Require(isLaid, () => $"No new pipe of '{rule.CarrierId}' lies in corridor '{rule.CorridorId}', where one is asked for.");
        }

        CheckMaterialCouplings(audited, record);
        return record.Result();
    }

    private static void CheckContract(AuditCase audited, CheckRecord record, Contract contract)
    {
        var least = audited.Grid.Series(contract.MinFlowKw, contract.FlowProfileId);
        if (contract.MaterialId is null)
        {
            // The plan tells donors of one carrier apart by couplings only, and those by their amounts.
            var amountKwh = Amount(audited, contract.FromPlantId, contract.ToPlantId, contract.CarrierId, null);
            var askedKwh = audited.Total(least);
            record.AtMost(askedKwh, amountKwh, Math.Max(askedKwh, 1e-9), () => $"Contract '{contract.Id}': {amountKwh:0} kWh are delivered; {askedKwh:0} kWh are agreed.");
            return;
        }

        var shipments = audited.Materials.Shipments.Where(shipment => shipment.From.Plant.Id == contract.FromPlantId
            && shipment.To.Plant.Id == contract.ToPlantId && shipment.From.Material.Id == contract.MaterialId).ToList();
        for (var t = 0; t < least.Length; t++)
        {
            var period = t;
            var flow = shipments.Sum(shipment => shipment.Flow[period]);
            record.AtMost(least[t], flow, audited.TPerHSize(least[t]), () => $"Contract '{contract.Id}', period {period}: {flow:0.#####} t/h are delivered; {least[period]:0.#####} t/h are agreed.");
        }
    }

    private static void CheckCoupling(AuditCase audited, CheckRecord record, CouplingRule rule)
    {
        var amount = rule.MaterialId is null
            ? Amount(audited, rule.FromPlantId, rule.ToPlantId, rule.CarrierId, null)
            : audited.Materials.Shipments.Where(shipment => RuleCheck.Concerns(rule, shipment.From.Plant.Id, shipment.To.Plant.Id, null, shipment.From.Material.Id))
                .Sum(shipment => audited.Total(shipment.Flow));
        record.AtMost(rule.MinAmount, amount, Math.Max(rule.MinAmount, audited.LeastTPerH), () =>
            $"Coupling from '{rule.FromPlantId}' to '{rule.ToPlantId}' by '{rule.CarrierId ?? rule.MaterialId}' moves {amount:0.###}; {rule.MinAmount:0.###} is asked for.");
    }

    private static void CheckMaterialCouplings(AuditCase audited, CheckRecord record)
    {
        var shipped = audited.Materials.Shipments.Where(shipment => shipment.From.Plant != shipment.To.Plant)
            .GroupBy(shipment => (From: shipment.From.Plant.Id, To: shipment.To.Plant.Id, MaterialId: shipment.From.Material.Id))
            .ToDictionary(group => group.Key, group => group.Sum(shipment => audited.Total(shipment.Flow)));
        foreach (var coupling in audited.Plan.Couplings.Where(coupling => coupling.Kind == CouplingKind.Material))
            shipped.TryAdd((coupling.FromPlantId ?? "", coupling.ToPlantId ?? "", coupling.MaterialId ?? ""), 0);
        foreach (var ((from, to, materialId), tonnes) in shipped)
        {
            var amount = Amount(audited, from, to, null, materialId);
            record.Equal(amount, tonnes, Math.Max(tonnes, audited.LeastTPerH * audited.Grid.HorizonHours), () =>
                $"Couplings move {amount:0.###} t of '{materialId}' from '{from}' to '{to}'; shipments make {tonnes:0.###} t.");
        }
    }

    private static double Amount(AuditCase audited, string? fromPlantId, string? toPlantId, string? carrierId, string? materialId) =>
        audited.Plan.Couplings.Where(coupling => coupling.FromPlantId == fromPlantId && coupling.ToPlantId == toPlantId
            && (carrierId is null ? coupling.MaterialId == materialId : coupling.CarrierId == carrierId)).Sum(coupling => coupling.Amount);
}
