using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;

namespace Symbiosis.Planning.Auditing;

/// <summary>
/// Decisions of the scenario and contracts. Forbidden: no such coupling, shipment, equipment or pipe; every plant that takes a carrier has a donor it may
/// take from, over pipes that carry something and within the carrier's distance. Required: enough flows, is bought or is laid.
/// </summary>
internal static class RuleCheck
{
    /// <summary>Makes the checks.</summary>
    public static IEnumerable<AuditCheck> Run(AuditCase audited)
    {
        var forbidden = new CheckRecord("forbidden");
        CheckCouplings(audited, forbidden);
        CheckEquipment(audited, forbidden);
        CheckPipes(audited, forbidden);
        ReachCheck.Add(audited, forbidden);
        return [forbidden.Result(), RequirementCheck.Run(audited)];
    }

    /// <summary>Whether a coupling between two plants may not be.</summary>
    public static bool IsForbidden(AuditCase audited, string? fromPlantId, string? toPlantId, string? carrierId, string? materialId) =>
        audited.Scenario is { } scenario && ((scenario.ForbidEverythingNew && materialId is not null)
            || scenario.Couplings.Any(rule => rule.Kind == RuleKind.Forbid && Concerns(rule, fromPlantId, toPlantId, carrierId, materialId)));

    /// <summary>Whether a rule speaks of a flow; parts it leaves out speak of all.</summary>
    public static bool Concerns(CouplingRule rule, string? fromPlantId, string? toPlantId, string? carrierId, string? materialId)
    {
        if ((rule.FromPlantId ?? fromPlantId) != fromPlantId || (rule.ToPlantId ?? toPlantId) != toPlantId)
            return false;
        if (rule.CarrierId is null && rule.MaterialId is null)
            return true;

        return (rule.CarrierId is not null && rule.CarrierId == carrierId) || (rule.MaterialId is not null && rule.MaterialId == materialId);
    }

    private static void CheckCouplings(AuditCase audited, CheckRecord record)
    {
        foreach (var coupling in audited.Plan.Couplings)
        {
            var (carrierId, materialId) = (NullIfEmpty(coupling.CarrierId), NullIfEmpty(coupling.MaterialId));
            var isContract = materialId is not null && audited.Park.Contracts.Any(contract => contract.FromPlantId == coupling.FromPlantId
                && contract.ToPlantId == coupling.ToPlantId && contract.MaterialId == materialId);
            record.Require(
                isContract || coupling.Amount <= 0 || !IsForbidden(audited, coupling.FromPlantId, coupling.ToPlantId, carrierId, materialId),
                () => $"Coupling '{coupling.Id}' is forbidden.");
        }

        foreach (var shipment in audited.Materials.Shipments.Where(shipment => shipment.IsUsed && !shipment.IsContract && shipment.From.Plant != shipment.To.Plant))
        {
            record.Require(
                !IsForbidden(audited, shipment.From.Plant.Id, shipment.To.Plant.Id, null, shipment.From.Material.Id),
                () => $"Shipment '{shipment.Name}' is forbidden.");
        }
    }

    private static void CheckEquipment(AuditCase audited, CheckRecord record)
    {
        foreach (var size in audited.Plan.Equipment.Where(size => size.NewSize > 0 && audited.Scenario is not null))
        {
            var isForbidden = audited.Scenario!.ForbidEverythingNew || audited.Scenario.Equipment.Any(rule =>
                rule.Kind == RuleKind.Forbid && rule.PlantId == size.PlantId && (rule.ElementId is null || rule.ElementId == size.ElementId));
            record.Require(!isForbidden, () => $"New equipment '{size.ElementId}' of plant '{size.PlantId}' is forbidden.");
        }

        foreach (var plant in audited.Park.Plants)
        {
            foreach (var carrierId in plant.ExcludedCarrierIds)
            {
                var used = audited.Series(plant.Id, $"generate:{carrierId}").Concat(audited.Series(plant.Id, $"use:{carrierId}")).Max();
                record.AtMost(used, 0, audited.LeastKw, () => $"Plant '{plant.Id}' exchanges {used:0.###} kW with carrier '{carrierId}', which it excludes.");
            }
        }
    }

    private static void CheckPipes(AuditCase audited, CheckRecord record)
    {
        foreach (var group in audited.Network.Groups)
        {
            foreach (var link in group.Laid.Where(link => !link.Existing && audited.Scenario is not null))
            {
                var isForbidden = audited.Scenario!.ForbidEverythingNew || audited.Scenario.Corridors.Any(rule =>
                    rule.Kind == RuleKind.Forbid && rule.CorridorId == group.Corridor.Corridor.Id && (rule.CarrierId is null || rule.CarrierId == group.Size.CarrierId));
                record.Require(!isForbidden, () => $"A new pipe '{link.SizeId}' in corridor '{link.CorridorId}' is forbidden.");
            }
        }
    }

    private static string? NullIfEmpty(string? id) => string.IsNullOrEmpty(id) ? null : id;
}
