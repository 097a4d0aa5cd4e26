namespace Symbiosis.Domain.Graph;

/// <summary>A flow that runs in a circle and serves nobody.</summary>
/// <param name="Arcs">Indices of the arcs, in order.</param>
/// <param name="Sent">What leaves the start of the first arc.</param>
/// <param name="Lost">What is lost on the way round.</param>
public sealed record CycleFlow(IReadOnlyList<int> Arcs, double Sent, double Lost);
