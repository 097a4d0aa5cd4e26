namespace Symbiosis.Domain.Graph;

/// <summary>A part of a flow that runs from one donor to one receiver along one way.</summary>
/// <param name="DonorNode">Index of the node that supplies it.</param>
/// <param name="ReceiverNode">Index of the node that withdraws it.</param>
/// <param name="Arcs">Indices of the arcs it passes, in order; empty where donor and receiver are the same node.</param>
/// <param name="Sent">What the donor supplies for it.</param>
/// <param name="Delivered">What the receiver withdraws of it; the difference is lost on the way.</param>
public sealed record PathFlow(int DonorNode, int ReceiverNode, IReadOnlyList<int> Arcs, double Sent, double Delivered);
