using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation.Checks;

/// <summary>Contracts: what holds today needs the pipes, roads, outlets and inlets of today.</summary>
internal static class ContractChecks
{
    public static void Check(Park park, ViolationList violations)
    {
        var plants = Places.ById(park.Plants, plant => plant.Id);
        foreach (var (path, contract) in Places.Of("park.contracts", park.Contracts))
        {
            if (contract.FromPlantId == contract.ToPlantId)
                violations.Error($"{path}.to_plant_id", ViolationCodes.ContractWithSelf, $"Plant '{contract.ToPlantId}' has a contract with itself.", contract.ToPlantId);
            else if (plants.TryGetValue(contract.FromPlantId, out var donor) && plants.TryGetValue(contract.ToPlantId, out var receiver))
                CheckWay(path, contract, donor, receiver, park, violations);
        }
    }

    private static void CheckWay(string path, Contract contract, Plant donor, Plant receiver, Park park, ViolationList violations)
    {
        var carrierId = contract.CarrierId;
        var materialId = contract.MaterialId;
        if (materialId is not null && !MaterialChecks.Given(donor).Contains(materialId))
            violations.Error($"{path}.material_id", ViolationCodes.ContractWithoutRoute, $"Plant '{donor.Id}' has no outlet of '{materialId}'.", materialId);
        if (materialId is not null && !MaterialChecks.Accepted(receiver).Contains(materialId))
            violations.Error($"{path}.material_id", ViolationCodes.ContractWithoutRoute, $"No inlet of plant '{receiver.Id}' accepts '{materialId}'.", materialId);
        if (donor.SiteId == receiver.SiteId) return;

        var sizes = park.Sizes.Where(size => size.CarrierId == carrierId).Select(size => size.Id).ToHashSet(StringComparer.Ordinal);
        var reached = carrierId is not null
            ? Reach.From(park, donor.SiteId, corridor => corridor.Existing.Any(link => sizes.Contains(link.SizeId)), directed: true)
            : Reach.From(park, donor.SiteId, corridor => !corridor.NoTransport, directed: false);
        if (reached.Contains(receiver.SiteId)) return;
        var (field, id, way) = carrierId is not null ? ("carrier_id", carrierId, "existing links of this carrier") : ("material_id", materialId, "corridors open to transport");
        violations.Error($"{path}.{field}", ViolationCodes.ContractWithoutRoute, $"No {way} lead from plant '{donor.Id}' to plant '{receiver.Id}'; a contract of today needs them.", id ?? "");
    }
}
