using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Routing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>Chooses what is laid along a way, once for each size of the carrier taken as the design capacity.</summary>
internal sealed class LinkPlanner(IndexedPark park)
{
    /// <summary>The different choices, smallest capacity first; empty: no size may be laid where one must.</summary>
    public IReadOnlyList<LinkPlan> Plans(CarrierLane lane, PairWay way)
    {
        if (way.IsOneSite)
            return [LinkPlan.None];

        var legs = way.Tree.Corridors(way.Node).Select(corridor => way.Leg(corridor)).ToList();
        if (way.ConnectionM > 0)
            legs.Add(new RouteLeg(0, way.ConnectionM, 1, way.ConnectionM * park.Park.Network.TrenchCnyPerM, ulong.MaxValue, 0));
        var plans = new List<LinkPlan>();
        for (var design = 0; design < lane.Sizes.Count; design++)
        {
            if (Plan(lane, legs, design) is { } plan && (plans.Count == 0 || plan.CapacityKw > plans[^1].CapacityKw))
                plans.Add(plan);
        }

        // A carrier without sizes flows only where its pipes lie.
        return plans.Count == 0 && lane.Sizes.Count == 0 && legs.TrueForAll(leg => !leg.IsNew) ? [LinkPlan.None] : plans;
    }

    private static LinkPlan? Plan(CarrierLane lane, List<RouteLeg> legs, int design)
    {
        var pieces = new Dictionary<int, (double CostLengthM, double Factor, double LengthM)>();
        var (capacity, kept, lossKw, pumping, flow, trench) = (double.PositiveInfinity, 1.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var leg in legs)
        {
            if (!leg.IsNew)
            {
                capacity = Math.Min(capacity, leg.ExistingKw);
                continue;
            }

            if (Choose(lane, leg, lane.Sizes[design].CapacityKw) is not { } i)
                return null;
            var size = lane.Sizes[i];
            Lay(pieces, i, leg, 1);
            capacity = Math.Min(capacity, size.CapacityKw - leg.SharedPeakKw);
            kept *= 1 - Math.Min(1, size.LossFraction + size.LossPerKm * leg.LengthM / 1000);
            lossKw += size.LossWPerM * leg.LengthM / 1000;
            if (leg.SharedSize is { } laid)
            {
                // Only what a larger pipe costs and loses more than the one that is laid anyhow.
                Lay(pieces, laid, leg, -1);
                lossKw -= lane.Sizes[laid].LossWPerM * leg.LengthM / 1000;
            }

            pumping += size.PumpingKwPerKwKm * leg.LengthM / 1000;
            flow += size.FlowCnyPerKwh;
            trench += leg.TrenchCny;
        }

        if (capacity <= 0)
            return null;
        LinkSize? main = pieces.Count == 0 ? null : lane.Sizes[pieces.MaxBy(piece => piece.Value.LengthM).Key];
        return new LinkPlan(capacity, main, kept, lossKw, pumping, flow, [.. pieces.Where(piece => piece.Value.Factor != 0).Select(piece => (lane.Sizes[piece.Key], piece.Value.CostLengthM, piece.Value.Factor))], trench);
    }

    private static void Lay(Dictionary<int, (double CostLengthM, double Factor, double LengthM)> pieces, int size, RouteLeg leg, int sign)
    {
        var piece = pieces.GetValueOrDefault(size);
        pieces[size] = (piece.CostLengthM + sign * leg.CostFactor * leg.LengthM, piece.Factor + sign * leg.CostFactor, piece.LengthM + sign * leg.LengthM);
    }

    private static int? Choose(CarrierLane lane, RouteLeg leg, double designKw)
    {
        int? largest = null;
        for (var i = 0; i < lane.Sizes.Count; i++)
        {
            if ((leg.Sizes >> i & 1) == 0)
                continue;
            largest = i;
            if (lane.Sizes[i].CapacityKw >= designKw + leg.SharedPeakKw)
                return i;
        }

        return largest;
    }
}
