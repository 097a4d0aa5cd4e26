using System.Collections.Frozen;
using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Graph;

/// <summary>
/// The park's sites and junctions and the corridors between them, by index. Immutable and safe to share between threads.
/// </summary>
public sealed class ParkGraph
{
    private readonly FrozenDictionary<string, int> _nodeIndex;
    private readonly FrozenDictionary<string, int> _corridorIndex;
    private readonly IReadOnlyList<GraphCorridor>[] _corridorsAt;

    private ParkGraph(IReadOnlyList<GraphNode> nodes, FrozenDictionary<string, int> nodeIndex, IReadOnlyList<GraphCorridor> corridors)
    {
        Nodes = nodes;
        Corridors = corridors;
        _nodeIndex = nodeIndex;
        _corridorIndex = corridors.ToFrozenDictionary(corridor => corridor.Corridor.Id, corridor => corridor.Index);
        var ends = corridors.SelectMany(corridor => new[] { (Node: corridor.From, corridor), (Node: corridor.To, corridor) })
            .Distinct().ToLookup(end => end.Node, end => end.corridor);
        _corridorsAt = [.. nodes.Select(node => (IReadOnlyList<GraphCorridor>)[.. ends[node.Index]])];
    }

    /// <summary>All sites in the order of the park, then all junctions.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; }

    /// <summary>All corridors in the order of the park.</summary>
    public IReadOnlyList<GraphCorridor> Corridors { get; }

    /// <summary>Builds the graph of a park.</summary>
    /// <exception cref="ArgumentException">
    /// A corridor names a node that does not exist, or has neither a length nor coordinates at both ends.
    /// </exception>
    public static ParkGraph Create(Park park)
    {
        var nodes = new List<GraphNode>();
        foreach (var site in park.Sites)
            nodes.Add(new GraphNode(nodes.Count, site.Id, true, site.XM, site.YM, site.LatitudeDegrees, site.LongitudeDegrees));
        foreach (var junction in park.Junctions)
            nodes.Add(new GraphNode(nodes.Count, junction.Id, false, junction.XM, junction.YM, junction.LatitudeDegrees, junction.LongitudeDegrees));

        var index = nodes.ToFrozenDictionary(node => node.Id, node => node.Index);
        var corridors = park.Corridors.Select((corridor, position) =>
        {
            var from = nodes[Known(index, corridor, corridor.FromNodeId)];
            var to = nodes[Known(index, corridor, corridor.ToNodeId)];
            var lengthM = corridor.LengthM ?? NodeDistance.Metres(from, to)
                ?? throw new ArgumentException($"Corridor '{corridor.Id}' has no length; give length_m or coordinates of both ends.", nameof(park));
            return new GraphCorridor(position, corridor, from.Index, to.Index, lengthM);
        });
        return new ParkGraph(nodes, index, [.. corridors]);
    }

    /// <summary>Index of a site or junction.</summary>
    /// <exception cref="KeyNotFoundException">There is no such node.</exception>
    public int NodeIndex(string nodeId) => _nodeIndex[nodeId];

    /// <summary>Index of a corridor.</summary>
    /// <exception cref="KeyNotFoundException">There is no such corridor.</exception>
    public int CorridorIndex(string corridorId) => _corridorIndex[corridorId];

    /// <summary>Corridors that end at a node, one-way ones in either direction included.</summary>
    public IReadOnlyList<GraphCorridor> CorridorsAt(int node) => _corridorsAt[node];

    /// <summary>Straight-line distance between two nodes, m; null where they have no coordinates of one kind.</summary>
    public double? StraightLineM(int first, int second) => NodeDistance.Metres(Nodes[first], Nodes[second]);

    /// <summary>The node nearest to a place, and the straight line to it, m; null where the park's coordinates are of another kind.</summary>
    /// <param name="xM">East coordinate, m; null with latitude and longitude.</param>
    /// <param name="yM">North coordinate, m.</param>
    /// <param name="latitudeDegrees">Latitude, degrees; null with metres.</param>
    /// <param name="longitudeDegrees">Longitude, degrees.</param>
    public (int Node, double LengthM)? Nearest(double? xM, double? yM, double? latitudeDegrees, double? longitudeDegrees)
    {
        var place = new GraphNode(-1, "", false, xM, yM, latitudeDegrees, longitudeDegrees);
        (int Node, double LengthM)? nearest = null;
        foreach (var node in Nodes)
        {
            if (NodeDistance.Metres(place, node) is { } lengthM && lengthM < (nearest?.LengthM ?? double.PositiveInfinity))
                nearest = (node.Index, lengthM);
        }

        return nearest;
    }

    /// <summary>Shortest routes from a node to all others, against no one-way corridor (Dijkstra).</summary>
    /// <param name="node">Index of the start.</param>
    /// <param name="usable">Which corridors may be used; null: all.</param>
    /// <param name="weight">What is minimised, at least 0; null: length, m.</param>
    /// <exception cref="ArgumentException">A weight is negative or not a number.</exception>
    public ShortestPaths From(int node, Func<GraphCorridor, bool>? usable = null, Func<GraphCorridor, double>? weight = null) =>
        ShortestPaths.Search(this, node, usable ?? (_ => true), weight ?? (corridor => corridor.LengthM));

    /// <summary>
    /// Number of the connected component of each node, <c>[node]</c>: 0, 1, … in the order of their first nodes.
    /// One-way corridors connect both ends.
    /// </summary>
    /// <param name="usable">Which corridors may be used; null: all.</param>
    public int[] ConnectedComponents(Func<GraphCorridor, bool>? usable = null)
    {
        var component = new int[Nodes.Count];
        Array.Fill(component, -1);
        var count = 0;
        var open = new Stack<int>();
        foreach (var node in Nodes)
        {
            if (component[node.Index] >= 0)
                continue;

            component[node.Index] = count;
            open.Push(node.Index);
            while (open.TryPop(out var from))
            {
                foreach (var corridor in _corridorsAt[from].Where(corridor => usable?.Invoke(corridor) ?? true))
                {
                    var to = corridor.Opposite(from);
                    if (component[to] >= 0)
                        continue;

                    component[to] = count;
                    open.Push(to);
                }
            }

            count++;
        }

        return component;
    }

    private static int Known(FrozenDictionary<string, int> index, Corridor corridor, string nodeId) =>
        index.TryGetValue(nodeId, out var node)
            ? node
            : throw new ArgumentException($"Corridor '{corridor.Id}' ends at '{nodeId}', which is neither a site nor a junction.", nameof(corridor));
}
