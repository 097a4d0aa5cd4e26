using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Formulation;

/// <summary>Shortest ways between sites, kept once found.</summary>
internal sealed class Routes(FormulationContext context)
{
    private readonly Dictionary<string, ShortestPaths> transport = [];
    private readonly Dictionary<(string CarrierId, string NodeId), ShortestPaths> carriers = [];

    /// <summary>Shortest way for trucks, trains, conveyors; null where there is none.</summary>
    public Route? Transport(string fromSiteId, string toSiteId)
    {
        if (!transport.TryGetValue(fromSiteId, out var paths))
            transport.Add(fromSiteId, paths = context.Graph.From(context.Graph.NodeIndex(fromSiteId), corridor => !corridor.Corridor.NoTransport));

        return paths.Path(context.Graph.NodeIndex(toSiteId)) is { } path ? new Route(path.LengthM, path.NodeIds, path.CorridorIds) : null;
    }

    /// <summary>Length of the shortest way in which a carrier lies or may be laid, m; infinite where there is none.</summary>
    public double CarrierDistance(Carrier carrier, string fromNodeId, string toNodeId)
    {
        if (!carriers.TryGetValue((carrier.Id, fromNodeId), out var paths))
        {
            paths = context.Graph.From(
                context.Graph.NodeIndex(fromNodeId), corridor => LinkOptions.SizesOf(context, corridor.Index, carrier.Id).Count > 0);
            carriers.Add((carrier.Id, fromNodeId), paths);
        }

        return paths.Distance(context.Graph.NodeIndex(toNodeId));
    }
}
