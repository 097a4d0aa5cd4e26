using Symbiosis.Domain.Scenarios;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Planning.Reading;

/// <summary>The scenario's rules as reasons.</summary>
internal static class Rules
{
    /// <summary>Whether a rule forbids a pair for a carrier or material.</summary>
    public static bool Forbid(ParkModel model, string fromPlantId, string toPlantId, string flowId) =>
        model.Scenario?.Couplings.Any(rule => rule.Kind == RuleKind.Forbid && CouplingRules.Concerns(rule, fromPlantId, toPlantId, flowId, flowId)) ?? false;
}
