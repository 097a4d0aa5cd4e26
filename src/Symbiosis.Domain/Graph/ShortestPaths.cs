namespace Symbiosis.Domain.Graph;

/// <summary>Shortest routes from one node; see <see cref="ParkGraph.From"/>. Immutable.</summary>
public sealed class ShortestPaths
{
    private const int NoCorridor = -1;

    private readonly ParkGraph _graph;
    private readonly double[] _distance;
    private readonly int[] _arriving;

    private ShortestPaths(ParkGraph graph, int start)
    {
        _graph = graph;
        Start = start;
        _distance = new double[graph.Nodes.Count];
        _arriving = new int[graph.Nodes.Count];
        Array.Fill(_distance, double.PositiveInfinity);
        Array.Fill(_arriving, NoCorridor);
    }

    /// <summary>Index of the start.</summary>
    public int Start { get; }

    /// <summary>Sum of weights (m by default) to a node; infinity where no route leads there.</summary>
    public double Distance(int to) => _distance[to];

    /// <summary>Whether a route leads to a node.</summary>
    public bool IsReachable(int to) => !double.IsPositiveInfinity(_distance[to]);

    /// <summary>Index of the last corridor of the route to a node; null at the start and where no route leads there.</summary>
    public int? ArrivingCorridor(int to) => _arriving[to] == NoCorridor ? null : _arriving[to];

    /// <summary>The route to a node, or null where there is none.</summary>
    public GraphPath? Path(int to)
    {
        if (!IsReachable(to))
            return null;

        var corridors = new List<GraphCorridor>();
        var nodes = new List<string> { _graph.Nodes[to].Id };
        for (var node = to; node != Start;)
        {
            var corridor = _graph.Corridors[_arriving[node]];
            corridors.Add(corridor);
            node = corridor.Opposite(node);
            nodes.Add(_graph.Nodes[node].Id);
        }

        nodes.Reverse();
        corridors.Reverse();
        return new GraphPath(
            nodes,
            [.. corridors.Select(corridor => corridor.Corridor.Id)],
            [.. corridors.Select(corridor => corridor.Index)],
            corridors.Sum(corridor => corridor.LengthM));
    }

    internal static ShortestPaths Search(ParkGraph graph, int start, Func<GraphCorridor, bool> usable, Func<GraphCorridor, double> weight)
    {
        var paths = new ShortestPaths(graph, start);
        var queue = new PriorityQueue<int, (double Distance, int Node)>();
        paths._distance[start] = 0;
        queue.Enqueue(start, (0, start));
        while (queue.TryDequeue(out var node, out var priority))
        {
            // Entries are not lowered in the queue but entered again; the outdated ones are skipped here.
            if (priority.Distance > paths._distance[node])
                continue;

            foreach (var corridor in graph.CorridorsAt(node))
            {
                if (!corridor.CanLeaveFrom(node) || !usable(corridor))
                    continue;

                var cost = weight(corridor);
                if (!(cost >= 0))
                    throw new ArgumentException($"The weight of corridor '{corridor.Corridor.Id}' is {cost}; it must be at least 0.", nameof(weight));

                var to = corridor.Opposite(node);
                var distance = priority.Distance + cost;
                if (distance >= paths._distance[to])
                    continue;

                paths._distance[to] = distance;
                paths._arriving[to] = corridor.Index;
                queue.Enqueue(to, (distance, to));
            }
        }

        return paths;
    }
}
