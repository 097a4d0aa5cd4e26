using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Partners.Privacy;

/// <summary>That a plant gives or takes something, without any figure.</summary>
/// <param name="ElementId">Element, "converter/port" for a port.</param>
/// <param name="Side">Whether it gives or takes.</param>
/// <param name="Kind">What flows.</param>
/// <param name="FlowId">Material, or carrier of a gas; null: heat, whatever carries it, and power are not told apart further.</param>
internal sealed record PlantFlow(string ElementId, PartnerSide Side, CouplingKind Kind, string? FlowId)
{
    /// <summary>Whether the two are the ends of one coupling.</summary>
    public bool Meets(PlantFlow other) => Side != other.Side && Kind == other.Kind && FlowId == other.FlowId;
}
