using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>Pipes of one carrier in one corridor that lose, pump and cost alike per flow; the plan states their flow together.</summary>
/// <param name="Corridor">Corridor.</param>
/// <param name="Size">One of their sizes.</param>
/// <param name="LossShare">Share of the entering flow that is lost.</param>
/// <param name="Laid">Those that lie, new or existing.</param>
/// <param name="Forward">Flow entering at the corridor's first node, kW by period.</param>
/// <param name="Backward">Flow entering at its second node, kW by period.</param>
internal sealed record LinkGroup(
    GraphCorridor Corridor, LinkSize Size, double LossShare, IReadOnlyList<LaidLink> Laid, double[] Forward, double[] Backward);
