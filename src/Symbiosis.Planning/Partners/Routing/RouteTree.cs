using Symbiosis.Domain.Graph;

namespace Symbiosis.Planning.Partners.Routing;

/// <summary>Best ways between one node and all others. Immutable.</summary>
internal sealed class RouteTree
{
    private readonly ParkGraph graph;
    private readonly bool isBackward;
    private readonly double[] weight;
    private readonly double[] length;
    private readonly int[] arriving;
    private readonly int[] previous;
    private readonly List<int> settled = [];

    private RouteTree(ParkGraph graph, int root, bool isBackward)
    {
        this.graph = graph;
        this.isBackward = isBackward;
        Root = root;
        var count = graph.Nodes.Count;
        weight = new double[count];
        length = new double[count];
        arriving = new int[count];
        previous = new int[count];
        Array.Fill(weight, double.PositiveInfinity);
        Array.Fill(arriving, -1);
        weight[root] = 0;
    }

    /// <summary>Node the ways begin at, or lead to.</summary>
    public int Root { get; }

    /// <summary>Whether there is a way.</summary>
    public bool Reaches(int node) => !double.IsPositiveInfinity(weight[node]);

    /// <summary>Length of the way, m.</summary>
    public double LengthM(int node) => Reaches(node) ? length[node] : double.PositiveInfinity;

    /// <summary>Adds the indices of the corridors passed, from the node back to the root.</summary>
    public void Collect(int node, List<int> corridors)
    {
        for (var at = node; at != Root; at = previous[at])
            corridors.Add(arriving[at]);
    }

    /// <summary>Number of nodes.</summary>
    public int NodeCount => weight.Length;

    /// <summary>Nodes that have a way, in the order of their distance: the root first, a node's predecessor always before it.</summary>
    public IReadOnlyList<int> Settled => settled;

    /// <summary>Node before a node on its way, seen from the root; only of nodes other than the root that have a way.</summary>
    public int Previous(int node) => previous[node];

    /// <summary>Corridor between a node and the one before it.</summary>
    public int Arriving(int node) => arriving[node];

    /// <summary>Corridors passed, donor's end first.</summary>
    public IReadOnlyList<string> CorridorIds(int node) => [.. InFlowOrder(Steps(node)).Select(corridor => corridor.Corridor.Id)];

    /// <summary>Nodes passed, donor's end first.</summary>
    public IReadOnlyList<string> NodeIds(int node)
    {
        var nodes = new List<string> { graph.Nodes[node].Id };
        var at = node;
        foreach (var corridor in Steps(node))
        {
            at = corridor.Opposite(at);
            nodes.Add(graph.Nodes[at].Id);
        }

        if (!isBackward)
            nodes.Reverse();
        return nodes;
    }

    /// <summary>Dijkstra's search; ties go to the way found first.</summary>
    internal static RouteTree Search(ParkGraph graph, RouteArcs arcs, int root, bool isBackward)
    {
        var tree = new RouteTree(graph, root, isBackward);
        var queue = new PriorityQueue<int, double>(graph.Nodes.Count);
        queue.Enqueue(root, 0);
        while (queue.TryDequeue(out var node, out var reached))
        {
            // Entries are not lowered in the queue but entered again; the outdated ones are skipped here.
            if (reached > tree.weight[node])
                continue;
            tree.settled.Add(node);
            for (var arc = arcs.First[node]; arc < arcs.First[node + 1]; arc++)
            {
                var to = arcs.To[arc];
                var weight = reached + arcs.Weight[arc];
                if (weight >= tree.weight[to])
                    continue;
                (tree.weight[to], tree.length[to]) = (weight, tree.length[node] + arcs.LengthM[arc]);
                (tree.arriving[to], tree.previous[to]) = (arcs.Corridor[arc], node);
                queue.Enqueue(to, weight);
            }
        }

        return tree;
    }

    // From a node back to the root.
    private IEnumerable<GraphCorridor> Steps(int node)
    {
        for (var at = node; at != Root;)
        {
            var corridor = graph.Corridors[arriving[at]];
            yield return corridor;
            at = corridor.Opposite(at);
        }
    }

    private IEnumerable<GraphCorridor> InFlowOrder(IEnumerable<GraphCorridor> steps) => isBackward ? steps : steps.Reverse();
}
