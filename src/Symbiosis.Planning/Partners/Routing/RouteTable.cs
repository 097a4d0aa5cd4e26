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
    private readonly ConcurrentDictionary<(int Node, bool IsBackward), RouteTree> trees = [];

    /// <summary>Lays out the table; nothing is searched yet.</summary>
    /// <param name="graph">The park's nodes and corridors.</param>
    /// <param name="legs">What each corridor is to this traffic, by corridor index; null: it may not be used.</param>
    public RouteTable(ParkGraph graph, IReadOnlyList<RouteLeg?> legs)
    {
        this.graph = graph;
        this.legs = legs;
    }

    /// <summary>What a corridor is to this traffic; null: it may not be used.</summary>
    public RouteLeg? Leg(int corridor) => legs[corridor];

    /// <summary>The same table with other weights on some corridors, searched anew.</summary>
    public RouteTable With(Func<int, RouteLeg, RouteLeg> change) => new(graph, [.. legs.Select((leg, corridor) => leg is null ? null : change(corridor, leg))]);

    /// <summary>Ways that leave a node.</summary>
    public RouteTree From(int node) => trees.GetOrAdd((node, false), key => RouteTree.Search(graph, legs, key.Node, isBackward: false));

    /// <summary>Ways that arrive at a node; they differ from those that leave it where corridors are one-way.</summary>
    public RouteTree To(int node) => trees.GetOrAdd((node, true), key => RouteTree.Search(graph, legs, key.Node, isBackward: true));
}
