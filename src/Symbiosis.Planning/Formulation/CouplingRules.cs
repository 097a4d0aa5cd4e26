using Symbiosis.Domain.Scenarios;

namespace Symbiosis.Planning.Formulation;

/// <summary>Reads the scenario's rules on couplings.</summary>
internal static class CouplingRules
{
    /// <summary>Whether a rule speaks of this donor, receiver and flow; absent parts of a rule speak of all.</summary>
    public static bool Concerns(CouplingRule rule, string fromPlantId, string toPlantId, string? carrierId, string? materialId) =>
        (rule.FromPlantId is null || rule.FromPlantId == fromPlantId)
        && (rule.ToPlantId is null || rule.ToPlantId == toPlantId)
        && ((rule.CarrierId is null && rule.MaterialId is null)
            || (carrierId is not null && rule.CarrierId == carrierId)
            || (materialId is not null && rule.MaterialId == materialId));
}
