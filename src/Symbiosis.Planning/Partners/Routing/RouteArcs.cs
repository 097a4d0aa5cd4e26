using Symbiosis.Domain.Graph;

namespace Symbiosis.Planning.Partners.Routing;

/// <summary>The corridors that one kind of traffic may use, as arrays: arcs of node n are those from <c>First[n]</c> up to <c>First[n + 1]</c>.</summary>
internal sealed class RouteArcs
{
    private RouteArcs(int nodeCount) => First = new int[nodeCount + 1];

    /// <summary>First arc of each node, and the number of all arcs at the end.</summary>
    public int[] First { get; }

    /// <summary>Node at the other end.</summary>
    public int[] To { get; private init; } = [];

    /// <summary>Corridor.</summary>
    public int[] Corridor { get; private init; } = [];

    /// <summary>What the search minimises.</summary>
    public double[] Weight { get; private init; } = [];

    /// <summary>Length, m.</summary>
    public double[] LengthM { get; private init; } = [];

    /// <summary>Lays out the arcs along which something may leave a node, or, backward, arrive at it.</summary>
    public static RouteArcs Of(ParkGraph graph, IReadOnlyList<RouteLeg?> legs, bool isBackward)
    {
        var usable = from node in graph.Nodes
                     from corridor in graph.CorridorsAt(node.Index)
                     let to = corridor.Opposite(node.Index)
                     where legs[corridor.Index] is not null && corridor.CanLeaveFrom(isBackward ? to : node.Index)
                     select (From: node.Index, To: to, corridor.Index);
        var arcs = usable.ToList();
        var laid = new RouteArcs(graph.Nodes.Count)
        {
            To = [.. arcs.Select(arc => arc.To)],
            Corridor = [.. arcs.Select(arc => arc.Index)],
            Weight = [.. arcs.Select(arc => legs[arc.Index]!.Weight)],
            LengthM = [.. arcs.Select(arc => legs[arc.Index]!.LengthM)],
        };
        foreach (var arc in arcs)
            laid.First[arc.From + 1]++;
        for (var node = 0; node < graph.Nodes.Count; node++)
            laid.First[node + 1] += laid.First[node];
        return laid;
    }
}
