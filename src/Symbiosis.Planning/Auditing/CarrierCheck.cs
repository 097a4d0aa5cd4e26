using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>
/// Balance of every carrier at every site and junction: what the plants there give less what they take, plus what arrives after losses, less what
/// leaves, less the fixed losses of pipes (half on either end, on the receiving end of a one-way corridor), is zero in every period.
/// </summary>
internal static class CarrierCheck
{
    /// <summary>Makes the check.</summary>
    public static AuditCheck Run(AuditCase audited)
    {
        var record = new CheckRecord("carrier_balance");
        foreach (var carrier in audited.Park.Carriers)
            CheckCarrier(audited, record, carrier);
        return record.Result();
    }

    private static void CheckCarrier(AuditCase audited, CheckRecord record, Carrier carrier)
    {
        var net = new double[audited.Graph.Nodes.Count][];
        var turnover = new double[audited.Graph.Nodes.Count][];
        for (var node = 0; node < net.Length; node++)
            (net[node], turnover[node]) = (new double[audited.PeriodCount], new double[audited.PeriodCount]);

        foreach (var plant in audited.Park.Plants)
        {
            var account = CarrierAccount.Of(audited, plant, carrier);
            var node = audited.Graph.NodeIndex(plant.SiteId);
            for (var t = 0; t < audited.PeriodCount; t++)
            {
                net[node][t] += account.Net[t];
                turnover[node][t] += account.Turnover[t];
            }
        }

        foreach (var group in audited.Network.Groups.Where(group => group.Size.CarrierId == carrier.Id))
            AddPipes(audited, group, net, turnover);

        for (var node = 0; node < net.Length; node++)
        {
            for (var t = 0; t < audited.PeriodCount; t++)
            {
                var (at, period) = (node, t);
                if (turnover[node][t] == 0)
                    continue;

                record.Equal(net[node][t], 0, audited.KwSize(turnover[node][t]), () =>
                    $"Carrier '{carrier.Id}' at '{audited.Graph.Nodes[at].Id}' ({PlantsAt(audited, at)}), period {period}: " +
                    $"{(net[at][period] > 0 ? "a surplus of" : "a lack of")} {Math.Abs(net[at][period]):0.###} kW in a balance of {turnover[at][period]:0.###} kW.");
            }
        }
    }

    private static void AddPipes(AuditCase audited, LinkGroup group, double[][] net, double[][] turnover)
    {
        var (from, to) = (group.Corridor.From, group.Corridor.To);
        var lossKw = group.Laid.Sum(link => audited.Network.SizeOf(link) is { } size ? NetworkFlows.FixedLossKw(size, group.Corridor) : 0);
        var lossShareAtFrom = group.Corridor.Corridor.OneWay ? 0 : 0.5;
        for (var t = 0; t < audited.PeriodCount; t++)
        {
            var (forward, backward) = (group.Forward[t], group.Backward[t]);
            net[from][t] += backward * (1 - group.LossShare) - forward - lossKw * lossShareAtFrom;
            net[to][t] += forward * (1 - group.LossShare) - backward - lossKw * (1 - lossShareAtFrom);
            turnover[from][t] += forward + backward + lossKw;
            turnover[to][t] += forward + backward + lossKw;
        }
    }

    private static string PlantsAt(AuditCase audited, int node)
    {
        var plants = audited.Park.Plants.Where(plant => plant.SiteId == audited.Graph.Nodes[node].Id).Select(plant => $"plant '{plant.Id}'").ToList();
        return plants.Count == 0 ? "no plant" : string.Join(", ", plants);
    }
}
