using System.Collections.Concurrent;
using Symbiosis.Domain.Graph;

namespace Symbiosis.Planning.Partners.Routing;

/// <summary>
/// Shortest ways of one kind of traffic (a carrier's pipes, trucks) through a park, each start searched once and kept. It belongs to one park
/// record, which never changes: a changed park has tables of its own. Thread-safe.
/// </summary>
internal sealed class RouteTable
{
    private readonly ParkGraph graph;
    private readonly IReadOnlyList<RouteLeg?> legs;
    private readonly RouteArcs leaving;
    private readonly RouteArcs arriving;
    private readonly ConcurrentDictionary<int, RouteTree> from = [];
    private readonly ConcurrentDictionary<int, RouteTree> to = [];

    /// <summary>Lays out the table; nothing is searched yet.</summary>
    /// <param name="graph">The park's nodes and corridors.</param>
    /// <param name="legs">What each corridor is to this traffic, by corridor index; null: it may not be used.</param>
    public RouteTable(ParkGraph graph, IReadOnlyList<RouteLeg?> legs)
    {
        this.graph = graph;
        this.legs = legs;
        leaving = RouteArcs.Of(graph, legs, isBackward: false);
        arriving = graph.Corridors.Any(corridor => corridor.Corridor.OneWay) ? RouteArcs.Of(graph, legs, isBackward: true) : leaving;
    }

    /// <summary>What a corridor is to this traffic; null: it may not be used.</summary>
    public RouteLeg? Leg(int corridor) => legs[corridor];

    /// <summary>Ways that leave a node.</summary>
    public RouteTree From(int node) => from.TryGetValue(node, out var known) ? known : from.GetOrAdd(node, RouteTree.Search(graph, leaving, node, isBackward: false));

    /// <summary>Ways that arrive at a node; they differ from those that leave it where corridors are one-way.</summary>
    public RouteTree To(int node) => to.TryGetValue(node, out var known) ? known : to.GetOrAdd(node, RouteTree.Search(graph, arriving, node, isBackward: true));
}
