using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>Balances of one carrier at plants, sites and junctions; the equations stand at <see cref="NetworkBlock"/>.</summary>
internal static class NodeBlock
{
    /// <summary>Adds the balances.</summary>
    public static void Add(FormulationContext context, CarrierNetwork network)
    {
        var isSplit = network.Commodities.Count != 1 || network.Commodities[0].Name.Length > 0;
        var plantsAt = PlantsByNode(context, network);
        var nodes = network.Arcs.SelectMany(arc => new[] { arc.From, arc.To }).Concat(plantsAt.Keys).Distinct().Order();
        foreach (var node in nodes)
        {
            var plants = plantsAt.GetValueOrDefault(node) ?? [];
            var isolated = plants.Count == 1 && !network.Arcs.Any(arc => arc.From == node || arc.To == node);
            if (isSplit && !isolated)
                AddSplit(context, network, node, plants);
            else
                AddMerged(context, network, node, plants);
        }
    }

    private static Dictionary<int, List<int>> PlantsByNode(FormulationContext context, CarrierNetwork network)
    {
        var plants = new Dictionary<int, List<int>>();
        foreach (var ((p, carrierId), _) in context.Balances.All.OrderBy(entry => entry.Key.Plant))
        {
            if (carrierId != network.Carrier.Id)
                continue;

            var node = context.Graph.NodeIndex(context.Park.Plants[p].SiteId);
            if (!plants.TryGetValue(node, out var list))
                plants.Add(node, list = []);
            list.Add(p);
        }

        return plants;
    }

    // The plants' own balances go straight into the node's: no exchange variable is needed.
    private static void AddMerged(FormulationContext context, CarrierNetwork network, int node, List<int> plants)
    {
        foreach (var p in plants)
            network.NetGiven[p] = context.Balances.Of(p, network.Carrier.Id).Net;

        var name = context.Graph.Nodes[node].Id;
        var loss = FixedLoss(context, network, node);
        for (var t = 0; t < context.PeriodCount; t++)
        {
            var row = Exchange(context, network, node, 0, t).Add(loss, -1);
            foreach (var p in plants)
                row.Add(network.NetGiven[p][t]);
            if (row.TermCount > 0 || row.Constant != 0)
                context.Builder.AddRow($"node[{name},{network.Carrier.Id},t={t}]", row, 0, 0);
        }

        foreach (var p in plants)
            LimitOwnLoop(context, network, p, t => Arriving(context, network, node, p, plants, t));
    }

    // A plant that raised a carrier and used it itself would recover its own heat past the exchangers that recovery costs: what it uses arrives
    // from elsewhere, or comes from its own supplies other than stations.
    private static void LimitOwnLoop(FormulationContext context, CarrierNetwork network, int p, Func<int, LinearExpression> arriving)
    {
        var balance = context.Balances.Of(p, network.Carrier.Id);
        if (balance is not { Generated: not null, Used: { } used } || context.Park.Plants[p].Recovery?.Investment is null)
            return;

        for (var t = 0; t < context.PeriodCount; t++)
        {
            var row = arriving(t).Add(balance.OwnSupply[t]).Add(used[t], -1);
            context.Builder.AddRow($"own_loop[{context.Park.Plants[p].Id},{network.Carrier.Id},t={t}]", row, 0, double.PositiveInfinity);
        }
    }

    private static LinearExpression Arriving(FormulationContext context, CarrierNetwork network, int node, int p, List<int> plants, int t)
    {
        var arriving = new LinearExpression();
        foreach (var arc in network.Arcs.Where(arc => arc.To == node))
        {
            foreach (var flow in arc.Flow)
                arriving.Add(flow[t], 1 - arc.LossShare);
        }

        foreach (var other in plants.Where(other => other != p))
        {
            var balance = context.Balances.Of(other, network.Carrier.Id);
            arriving.Add(balance.OwnSupply[t]);
            if (balance.Generated is { } generated)
                arriving.Add(generated[t]);
        }

        return arriving;
    }

    private static void AddSplit(FormulationContext context, CarrierNetwork network, int node, List<int> plants)
    {
        var name = context.Graph.Nodes[node].Id;
        foreach (var p in plants)
            AddExchange(context, network, p);

        foreach (var p in plants)
            LimitOwnLoop(context, network, p, t => Arriving(context, network, node, p, plants, t));

        var loss = FixedLoss(context, network, node);
        for (var t = 0; t < context.PeriodCount; t++)
        {
            var shares = new LinearExpression();
            for (var k = 0; k < network.Commodities.Count; k++)
            {
                var row = Exchange(context, network, node, k, t);
                foreach (var p in plants)
                {
                    if (network.Given.TryGetValue((p, k), out var given))
                        row.Add(given[t]);
                    if (network.Taken.TryGetValue((p, k), out var taken))
                        row.Add(taken[t], -1);
                }

                if (loss.TermCount > 0 || loss.Constant != 0)
                {
                    var share = context.Builder.AddVariable($"loss_share[{name},{network.Carrier.Id},k={k},t={t}]", 0, double.PositiveInfinity);
                    row.Add(share, -1);
                    shares.Add(share);
                }

                if (row.TermCount > 0)
                    context.Builder.AddRow($"node[{name},{network.Carrier.Id},k={k},t={t}]", row, 0, 0);
            }

            if (shares.TermCount > 0)
                context.Builder.AddRow($"loss[{name},{network.Carrier.Id},t={t}]", shares.Add(loss, -1), 0, 0);
        }
    }

    private static void AddExchange(FormulationContext context, CarrierNetwork network, int p)
    {
        var plant = context.Park.Plants[p];
        var balance = context.Balances.Of(p, network.Carrier.Id);
        var net = new LinearExpression[context.PeriodCount];
        for (var t = 0; t < net.Length; t++)
            net[t] = new LinearExpression();
        for (var k = 0; k < network.Commodities.Count; k++)
        {
            var commodity = network.Commodities[k];
            if (commodity.Donors.Contains(p))
                network.Given.Add((p, k), context.AddSeries($"give[{plant.Id},{network.Carrier.Id},k={k}]", _ => double.PositiveInfinity));
            if (commodity.Receivers.Contains(p) && commodity.Donors.Any(donor => donor != p))
                network.Taken.Add((p, k), context.AddSeries($"take[{plant.Id},{network.Carrier.Id},k={k}]", _ => double.PositiveInfinity));
            for (var t = 0; t < net.Length; t++)
            {
                if (network.Given.TryGetValue((p, k), out var given))
                    net[t].Add(given[t]);
                if (network.Taken.TryGetValue((p, k), out var taken))
                    net[t].Add(taken[t], -1);
            }
        }

        network.NetGiven[p] = net;
        for (var t = 0; t < net.Length; t++)
            context.Builder.AddRow($"plant[{plant.Id},{network.Carrier.Id},t={t}]", new LinearExpression().Add(balance.Net[t]).Add(net[t], -1), 0, 0);
    }

    private static LinearExpression Exchange(FormulationContext context, CarrierNetwork network, int node, int commodity, int t)
    {
        var row = new LinearExpression();
        foreach (var arc in network.Arcs)
        {
            if (arc.To == node)
                row.Add(arc.Flow[commodity][t], 1 - arc.LossShare);
            if (arc.From == node)
                row.Add(arc.Flow[commodity][t], -1);
        }

        return row;
    }

    private static LinearExpression FixedLoss(FormulationContext context, CarrierNetwork network, int node)
    {
        var loss = new LinearExpression();
        foreach (var link in network.Links)
        {
            var corridor = context.Graph.Corridors[link.CorridorIndex];
            var share = corridor.Corridor.OneWay ? (corridor.To == node ? 1.0 : 0) : corridor.From == node || corridor.To == node ? 0.5 : 0;
            if (share > 0 && link.Size.LossWPerM > 0)
                loss.Add(link.LossKw, share / context.Scale.KwPerUnit);
        }

        return loss;
    }
}
