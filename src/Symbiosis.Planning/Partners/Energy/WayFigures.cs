using System.Buffers;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Routing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>
/// Figures of the ways from one place to all nodes: summed along the tree of ways once for each carrier and design capacity that a question needs,
/// which is far less than walking every pair's way. Not thread-safe: one for a question.
/// </summary>
internal sealed class WayFigures(IndexedPark park, LinkPlanner planner) : IDisposable
{
    private readonly Dictionary<(int Lane, int Design, RouteTree Tree), LinkFigures[]> known = [];

    /// <summary>The smallest design that carries a peak, else the largest.</summary>
    public static int Design(CarrierLane lane, double peakKw)
    {
        var design = 0;
        while (design + 1 < lane.Sizes.Count && lane.Sizes[design].CapacityKw < peakKw)
            design++;
        return design;
    }

    /// <summary>Figures of a way for a design; barred where it cannot be laid.</summary>
    public LinkFigures Of(CarrierLane lane, PairWay way, int design)
    {
        if (way.IsOneSite)
            return LinkFigures.None;
        if (way.SharedWith is not null || way.Through is not null || way.Table != lane.ByCost)
            return planner.Plan(lane, way, design)?.Figures(park.TrenchRate) ?? LinkFigures.Barred;

        var key = (lane.Index, design, way.Tree);
        if (!known.TryGetValue(key, out var figures))
        {
            // Large and short-lived: without the pool they would be most of what a question leaves to be collected.
            known.Add(key, figures = ArrayPool<LinkFigures>.Shared.Rent(way.Tree.NodeCount));
            Sum(way.Tree, lane.Legs[design], figures);
        }

        return way.ConnectionM > 0 ? figures[way.Node].Then(planner.Connection(lane, way.ConnectionM, design)) : figures[way.Node];
    }

    private static void Sum(RouteTree tree, LinkFigures[] legs, LinkFigures[] figures)
    {
        figures[tree.Root] = LinkFigures.None;
        var settled = tree.Settled;
        for (var i = 1; i < settled.Count; i++)
        {
            var node = settled[i];
            ref readonly var before = ref figures[tree.Previous(node)];
            figures[node] = before.Then(in legs[tree.Arriving(node)]);
        }
    }

    /// <summary>Gives the sums back.</summary>
    public void Dispose()
    {
        foreach (var figures in known.Values)
            ArrayPool<LinkFigures>.Shared.Return(figures);
        known.Clear();
    }
}
