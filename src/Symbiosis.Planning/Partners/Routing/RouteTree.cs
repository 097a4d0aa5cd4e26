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

    private RouteTree(ParkGraph graph, int root, bool isBackward)
    {
        this.graph = graph;
        this.isBackward = isBackward;
        Root = root;
        var count = graph.Nodes.Count;
        weight = new double[count];
        length = new double[count];
        arriving = new int[count];
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

    /// <summary>Indices of the corridors passed, from the node back to the root.</summary>
    public IEnumerable<int> Corridors(int node) => Steps(node).Select(corridor => corridor.Index);

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
    internal static RouteTree Search(ParkGraph graph, IReadOnlyList<RouteLeg?> legs, int root, bool isBackward)
    {
        var tree = new RouteTree(graph, root, isBackward);
        var queue = new PriorityQueue<int, double>();
        queue.Enqueue(root, 0);
        while (queue.TryDequeue(out var node, out var reached))
        {
            // Entries are not lowered in the queue but entered again; the outdated ones are skipped here.
            if (reached > tree.weight[node])
                continue;
            foreach (var corridor in graph.CorridorsAt(node))
            {
                var to = corridor.Opposite(node);
                if (legs[corridor.Index] is { } leg && corridor.CanLeaveFrom(isBackward ? to : node) && reached + leg.Weight < tree.weight[to])
                {
                    tree.Extend(node, to, corridor.Index, leg);
                    queue.Enqueue(to, tree.weight[to]);
                }
            }
        }

        return tree;
    }

    private void Extend(int from, int to, int corridor, RouteLeg leg)
    {
        weight[to] = weight[from] + leg.Weight;
        length[to] = length[from] + leg.LengthM;
        arriving[to] = corridor;
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
