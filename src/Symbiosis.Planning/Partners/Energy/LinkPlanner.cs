using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Routing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>Chooses what is laid along a way, once for each size of the carrier taken as the design capacity.</summary>
internal sealed class LinkPlanner(IndexedPark park)
{
    /// <summary>The different choices, smallest capacity first, up to the first that carries a peak; none where no size may be laid and one must.</summary>
    /// <param name="lane">Carrier.</param>
    /// <param name="way">Way.</param>
    /// <param name="peakKw">Largest flow that could be sent.</param>
    public IEnumerable<LinkPlan> Plans(CarrierLane lane, PairWay way, double peakKw)
    {
        if (way.IsOneSite)
        {
            yield return new LinkPlan(lane);
            yield break;
        }

        var (legs, shared) = Legs(way);
        var capacity = 0.0;
        for (var design = 0; design < lane.Sizes.Count && capacity < peakKw; design++)
        {
            if (Plan(lane, way, legs, shared, lane.Sizes[design].CapacityKw) is not { } plan)
                yield break;
            if (plan.CapacityKw > capacity)
                yield return plan;
            capacity = Math.Max(capacity, plan.CapacityKw);
        }
    }

    private (List<RouteLeg> Legs, List<bool> Shared) Legs(PairWay way)
    {
        var (legs, shared) = (new List<RouteLeg>(), new List<bool>());
        var passed = way.SharedWith?.Way.Corridors.ToHashSet();
        foreach (var corridor in way.Corridors)
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

        return (legs, shared);
    }

    private static LinkPlan? Plan(CarrierLane lane, PairWay way, List<RouteLeg> legs, List<bool> shared, double designKw)
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
