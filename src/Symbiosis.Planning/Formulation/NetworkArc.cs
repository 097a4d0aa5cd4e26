using Symbiosis.Domain.Parks;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>A direction of a corridor in which a carrier can flow.</summary>
/// <param name="CorridorIndex">Corridor.</param>
/// <param name="From">Index of the node it leaves.</param>
/// <param name="To">Index of the node it reaches.</param>
/// <param name="IsForward">From the corridor's first node to its second.</param>
/// <param name="Size">A size of those that share the flow; they lose, pump and cost alike.</param>
/// <param name="LossShare">Share of the entering flow that is lost.</param>
/// <param name="Flow">Entering flow, by commodity and period, model units.</param>
internal sealed record NetworkArc(int CorridorIndex, int From, int To, bool IsForward, LinkSize Size, double LossShare, Variable[][] Flow);
