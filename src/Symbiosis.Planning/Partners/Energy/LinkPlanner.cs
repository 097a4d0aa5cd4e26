using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Routing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>Chooses what is laid along a way for a design capacity. Not thread-safe: it keeps its lists.</summary>
internal sealed class LinkPlanner(IndexedPark park)
{
    private readonly List<int> corridors = [];
    private readonly List<RouteLeg> legs = [];
    private readonly List<bool> shared = [];
    private readonly List<LinkPlan> plans = [];

    /// <summary>
    /// The choice that carries a peak and the one below it; none where no size may be laid and one must. The list is the planner's own and lasts until it is asked again.
    /// </summary>
    /// <param name="lane">Carrier.</param>
    /// <param name="way">Way.</param>
    /// <param name="peakKw">Largest flow that could be sent.</param>
    public IReadOnlyList<LinkPlan> Plans(CarrierLane lane, PairWay way, double peakKw)
    {
        plans.Clear();
        if (way.IsOneSite)
        {
            plans.Add(new LinkPlan(lane));
            return plans;
        }

        ReadLegs(way);
        var last = 0;
        while (last + 1 < lane.Sizes.Count && lane.Sizes[last].CapacityKw < peakKw)
            last++;
        for (var design = Math.Max(0, last - 1); design <= last && design < lane.Sizes.Count; design++)
        {
            if (Plan(lane, way, lane.Sizes[design].CapacityKw) is { } plan)
                plans.Add(plan);
        }

        return plans;
    }

    private void ReadLegs(PairWay way)
    {
        HashSet<int>? passed = null;
        if (way.SharedWith is { } first)
        {
            corridors.Clear();
            first.Way.Collect(corridors);
            passed = [.. corridors];
        }

        corridors.Clear();
        legs.Clear();
        shared.Clear();
        way.Collect(corridors);
        foreach (var corridor in corridors)
        {
            legs.Add(way.Table.Leg(corridor)!);
            shared.Add(passed?.Contains(corridor) ?? false);
        }

        var connectionM = way.ConnectionM + (way.Through?.ConnectionM ?? 0);
        if (connectionM > 0)
        {
            legs.Add(new RouteLeg(0, connectionM, 1, connectionM * park.Park.Network.TrenchCnyPerM, ulong.MaxValue, 0));
            shared.Add(way.SharedWith is not null);
        }
    }

    private LinkPlan? Plan(CarrierLane lane, PairWay way, double designKw)
    {
        var plan = new LinkPlan(lane);
        var laid = way.SharedWith?.Link.MainSize;
        var laidKw = way.SharedWith?.PeakSentKw ?? 0;
        for (var i = 0; i < legs.Count; i++)
        {
            var leg = legs[i];
            var besideKw = shared[i] ? laidKw : 0;
            if (!leg.IsNew)
            {
                plan.CapacityKw = Math.Min(plan.CapacityKw, leg.ExistingKw - besideKw);
                continue;
            }

            if (Choose(lane, leg, designKw + besideKw) is not { } chosen)
                return null;
            var size = lane.Sizes[chosen];
            plan.Lay(chosen, leg.LengthM, leg.CostFactor, 1);
            plan.CapacityKw = Math.Min(plan.CapacityKw, size.CapacityKw - besideKw);
            plan.KeptShare *= 1 - Math.Min(1, size.LossFraction + size.LossPerKm * leg.LengthM / 1000);
            plan.PumpingKwhPerKwh += size.PumpingKwPerKwKm * leg.LengthM / 1000;
            plan.FlowCnyPerKwh += size.FlowCnyPerKwh;

            // Beside another pair only what a larger pipe costs and loses more; the trench is dug anyhow.
            if (shared[i] && laid is { } beside)
                plan.Lay(beside, leg.LengthM, leg.CostFactor, -1);
            else
                plan.TrenchCny += leg.TrenchCny;
        }

        return plan.CapacityKw > 0 && plan.KeptShare > 0 ? plan : null;
    }

    private static int? Choose(CarrierLane lane, RouteLeg leg, double designKw)
    {
        int? largest = null;
        for (var i = 0; i < lane.Sizes.Count; i++)
        {
            if ((leg.Sizes >> i & 1) == 0)
                continue;
            largest = i;
            if (lane.Sizes[i].CapacityKw >= designKw)
                return i;
        }

        return largest;
    }
}
