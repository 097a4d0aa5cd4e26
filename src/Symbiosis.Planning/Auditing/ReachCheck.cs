using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Auditing;

/// <summary>
/// Every plant that takes a carrier in a period must be reached, along pipes in which the carrier flows that way, from a plant that gives it, may be coupled
/// with it and is within the carrier's distance. Necessary, not sufficient: how flows of several donors part is the couplings' matter.
/// </summary>
internal static class ReachCheck
{
    /// <summary>Adds the check of all carriers that a rule or a distance limits.</summary>
    public static void Add(AuditCase audited, CheckRecord record)
    {
        foreach (var carrier in audited.Park.Carriers)
        {
            var isRuled = audited.Scenario?.Couplings.Any(rule => rule.Kind == Domain.Scenarios.RuleKind.Forbid && (rule.CarrierId ?? carrier.Id) == carrier.Id) ?? false;
            if (isRuled || carrier.MaxDistanceM is not null)
                CheckCarrier(audited, record, carrier);
        }
    }

    private static void CheckCarrier(AuditCase audited, CheckRecord record, Carrier carrier)
    {
        var plants = audited.Park.Plants.Select(plant => (Plant: plant, Node: audited.Graph.NodeIndex(plant.SiteId), CarrierAccount.Of(audited, plant, carrier).Net)).ToList();
        var groups = audited.Network.Groups.Where(group => group.Size.CarrierId == carrier.Id).ToList();
        var limitM = carrier.MaxDistanceM ?? double.PositiveInfinity;
        for (var t = 0; t < audited.PeriodCount; t++)
        {
            var period = t;
            var donors = plants.Where(plant => plant.Net[period] > CheckRecord.DefaultTolerance * audited.LeastKw).ToList();
            var receivers = plants.Where(plant => plant.Net[period] < -0.1 * audited.LeastKw).ToList();
            if (receivers.Count == 0)
                continue;

            var distances = donors.ToDictionary(donor => donor.Plant.Id, donor => Distances(audited.Graph, groups, donor.Node, period));
            foreach (var receiver in receivers)
            {
                var isServed = donors.Any(donor => distances[donor.Plant.Id][receiver.Node] <= limitM * (1 + 1e-9)
                    && !RuleCheck.IsForbidden(audited, donor.Plant.Id, receiver.Plant.Id, carrier.Id, null));
                record.Require(isServed, () =>
                    $"Plant '{receiver.Plant.Id}', period {period}: takes {-receiver.Net[period]:0.###} kW of '{carrier.Id}', and no donor it may be coupled with reaches it.");
            }
        }
    }

    // Bellman and Ford: flows may turn from period to period, so the direction of use is the period's own.
    private static double[] Distances(ParkGraph graph, List<LinkGroup> groups, int start, int t)
    {
        var distance = new double[graph.Nodes.Count];
        Array.Fill(distance, double.PositiveInfinity);
        distance[start] = 0;
        for (var hasChanged = true; hasChanged;)
        {
            hasChanged = false;
            foreach (var group in groups)
            {
                if (group.Forward[t] > 0)
                    hasChanged |= Lower(distance, group.Corridor.From, group.Corridor.To, group.Corridor.LengthM);
                if (group.Backward[t] > 0)
                    hasChanged |= Lower(distance, group.Corridor.To, group.Corridor.From, group.Corridor.LengthM);
            }
        }

        return distance;
    }

    private static bool Lower(double[] distance, int from, int to, double lengthM)
    {
        if (!(distance[from] + lengthM < distance[to]))
            return false;

        distance[to] = distance[from] + lengthM;
        return true;
    }
}
