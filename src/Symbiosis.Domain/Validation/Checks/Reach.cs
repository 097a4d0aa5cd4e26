using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation.Checks;

/// <summary>
/// Which nodes can be reached over corridors. For parks that are still being checked: it bears unknown nodes, doubled ids and
/// missing lengths, at which the graph of a valid park rightly throws.
/// </summary>
internal static class Reach
{
    /// <summary>The nodes that can be reached from a node, itself included.</summary>
    /// <param name="park">The park.</param>
    /// <param name="nodeId">Where the way begins.</param>
    /// <param name="usable">Corridors that may be used.</param>
    /// <param name="directed">Whether one-way corridors lead one way only.</param>
    public static HashSet<string> From(Park park, string nodeId, Func<Corridor, bool> usable, bool directed)
    {
        var ways = park.Corridors.Where(usable)
            .SelectMany(corridor => directed && corridor.OneWay
                ? [(From: corridor.FromNodeId, To: corridor.ToNodeId)]
                : new[] { (From: corridor.FromNodeId, To: corridor.ToNodeId), (From: corridor.ToNodeId, To: corridor.FromNodeId) })
            .ToLookup(way => way.From, way => way.To, StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal) { nodeId };
        var open = new Stack<string>([nodeId]);
        while (open.TryPop(out var node))
        {
            foreach (var next in ways[node])
            {
                if (reached.Add(next)) open.Push(next);
            }
        }

        return reached;
    }
}
