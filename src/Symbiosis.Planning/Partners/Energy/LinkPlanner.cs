using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Routing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>Chooses what is laid along a way for a design capacity. Not thread-safe: it keeps its lists.</summary>
internal sealed class LinkPlanner(IndexedPark park)
{
    private readonly List<int> corridors = [];
    private readonly List<RouteLeg> legs = [];
    private readonly List<bool> shared = [];

    // Corridors of the pair whose pipe was last shared: many others are tried on it.
    private PairMatch? passedBy;
    private HashSet<int> passed = [];

    /// <summary>What is laid along a way for a design capacity; null: no size may be laid and one must.</summary>
    /// <param name="lane">Carrier.</param>
    /// <param name="way">Way.</param>
    /// <param name="design">Number of the size whose capacity is wanted.</param>
    public LinkPlan? Plan(CarrierLane lane, PairWay way, int design)
    {
        if (way.IsOneSite)
            return new LinkPlan(lane);
        ReadLegs(way);
        return Lay(lane, way.SharedWith, lane.Sizes.Count == 0 ? double.PositiveInfinity : lane.Sizes[design].CapacityKw);
    }

    /// <summary>Figures of a single corridor.</summary>
    public LinkFigures Leg(CarrierLane lane, RouteLeg leg, int design)
    {
        legs.Clear();
        shared.Clear();
        legs.Add(leg);
        shared.Add(false);
        return Lay(lane, null, lane.Sizes[design].CapacityKw)?.Figures(park.TrenchRate) ?? LinkFigures.Barred;
    }

    /// <summary>Figures of a way beside the corridors.</summary>
    public LinkFigures Connection(CarrierLane lane, double lengthM, int design) => Leg(lane, ConnectionLeg(lengthM), design);

    private RouteLeg ConnectionLeg(double lengthM) => new(0, lengthM, 1, lengthM * park.Park.Network.TrenchCnyPerM, ulong.MaxValue, 0);

    private void ReadLegs(PairWay way)
    {
        if (way.SharedWith is { } first && !ReferenceEquals(first, passedBy))
        {
            corridors.Clear();
            first.Way.Collect(corridors);
            passed = [.. corridors];
            passedBy = first;
        }

        corridors.Clear();
        legs.Clear();
        shared.Clear();
        way.Collect(corridors);
        foreach (var corridor in corridors)
        {
            legs.Add(way.Table.Leg(corridor)!);
            shared.Add(way.SharedWith is not null && passed.Contains(corridor));
        }

        var connectionM = way.ConnectionM + (way.Through?.ConnectionM ?? 0);
        if (connectionM > 0)
        {
            legs.Add(ConnectionLeg(connectionM));
            shared.Add(way.SharedWith is not null);
        }
    }

    private LinkPlan? Lay(CarrierLane lane, PairMatch? first, double designKw)
    {
        var plan = new LinkPlan(lane);
        var laid = first?.Link.MainSize;
        var laidKw = first?.PeakSentKw ?? 0;
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
