using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Planning.Reading;

/// <summary>
/// Donor-receiver pairs of a solution. Network flows are decomposed period by period; a pair's route is the way that carries most of its amount.
/// Costs of pipes are shared by the amounts that pass, those of stations by the amounts they exchange.
/// </summary>
internal sealed class CouplingReader(ParkModel model, SolutionValues values, HeatPrices prices)
{
    private readonly Dictionary<string, double> yearlyByElement = YearlyByElement(model, values);

    /// <summary>All couplings, largest saving first.</summary>
    public IReadOnlyList<Coupling> Read() =>
        [.. model.Networks.SelectMany(ReadNetwork).Concat(model.Materials.Shipments.Select(ReadShipment).OfType<Coupling>())
            .OrderByDescending(coupling => coupling.SavingCny - coupling.CostCny).ThenBy(coupling => coupling.Id, StringComparer.Ordinal)];

    private IEnumerable<Coupling> ReadNetwork(CarrierNetwork network)
    {
        var pairs = new Dictionary<(int Donor, int Receiver), PairFlow>();
        for (var t = 0; t < model.Horizon.Count; t++)
        {
            for (var k = 0; k < network.Commodities.Count; k++)
                Decompose(network, k, t, pairs);
        }

        var peak = pairs.Values.Select(pair => pair.PeakKw).DefaultIfEmpty(0).Max();
        return pairs.Where(pair => pair.Value.PeakKw > 1e-6 * peak).Select(pair => ToCoupling(network, pair.Key.Donor, pair.Key.Receiver, pair.Value)).ToList();
    }

    // Every plant gets a node of its own behind its site, so that plants of one site stay apart.
    private void Decompose(CarrierNetwork network, int commodity, int t, Dictionary<(int, int), PairFlow> pairs)
    {
        var nodeCount = model.Graph.Nodes.Count;
        var injections = new double[nodeCount + model.Park.Plants.Count];
        var arcs = new List<FlowArc>();
        var corridors = new List<int>();
        foreach (var p in network.NetGiven.Keys.Order())
        {
            var net = Clean(NetOf(network, commodity, p, t));
            injections[nodeCount + p] = net;
            var site = model.Graph.NodeIndex(model.Park.Plants[p].SiteId);
            if (net != 0)
            {
                arcs.Add(net > 0 ? new FlowArc(nodeCount + p, site, net, net) : new FlowArc(site, nodeCount + p, -net, -net));
                corridors.Add(-1);
            }
        }

        if (!injections.Any(value => value > 0) || !injections.Any(value => value < 0))
            return;

        foreach (var corridor in network.Arcs.GroupBy(arc => arc.CorridorIndex))
            AddArcs(network, commodity, t, [.. corridor], arcs, corridors);

        foreach (var path in FlowDecomposition.Create(injections, arcs, 1e-7).Paths)
            Add(pairs, path, arcs, corridors, nodeCount, t);
    }

    private void Add(Dictionary<(int, int), PairFlow> pairs, PathFlow path, List<FlowArc> arcs, List<int> corridors, int nodeCount, int t)
    {
        var key = (path.DonorNode - nodeCount, path.ReceiverNode - nodeCount);
        if (!pairs.TryGetValue(key, out var pair))
            pairs.Add(key, pair = new PairFlow(model.Horizon.Count));
        var passed = path.Arcs.Where(arc => corridors[arc] >= 0).ToList();
        var kw = path.Delivered * model.Scale.KwPerUnit;
        pair.Add(t, kw, path.Sent * model.Scale.KwPerUnit, model.Horizon.Hours[t], [.. passed.Select(arc => corridors[arc])], [.. passed.Select(arc => arcs[arc].From), .. passed.TakeLast(1).Select(arc => arcs[arc].To)]);
    }

    private double NetOf(CarrierNetwork network, int commodity, int p, int t)
    {
        var isSplit = network.Commodities.Count > 1 || network.Commodities[0].Name.Length > 0;
        if (!isSplit)
            return values.Of(network.NetGiven[p][t]);

        var net = network.Given.TryGetValue((p, commodity), out var given) ? values.Of(given[t]) : 0;
        return net - (network.Taken.TryGetValue((p, commodity), out var taken) ? values.Of(taken[t]) : 0);
    }

    // A pipe's fixed loss goes with its larger direction, as in the node balances: half on either end, on the receiving end of a one-way corridor.
    private void AddArcs(CarrierNetwork network, int commodity, int t, List<NetworkArc> here, List<FlowArc> arcs, List<int> corridors)
    {
        double Sent(NetworkArc arc) => Clean(values.Of(arc.Flow[commodity][t]));
        var main = here.MaxBy(Sent)!;
        var all = here.Sum(arc => arc.Flow.Sum(flow => Clean(values.Of(flow[t]))));
        var share = all > 0 ? here.Sum(Sent) / all : commodity == 0 ? 1 : 0;
        var loss = share * network.Links.Where(link => link.CorridorIndex == main.CorridorIndex).Sum(link => values.Of(link.LossKw)) / model.Scale.KwPerUnit;
        foreach (var arc in here)
        {
            var own = arc == main ? loss : 0;
            if (Sent(arc) <= 0 && own <= 0)
                continue;

            var atStart = model.Graph.Corridors[arc.CorridorIndex].Corridor.OneWay ? 0 : own / 2;
            arcs.Add(new FlowArc(arc.From, arc.To, Sent(arc) + atStart, Sent(arc) * (1 - arc.LossShare) - (own - atStart)));
            corridors.Add(arc.CorridorIndex);
        }
    }

    private static double Clean(double value) => Math.Abs(value) < 1e-7 ? 0 : value;

    private Coupling ToCoupling(CarrierNetwork network, int donor, int receiver, PairFlow pair)
    {
        var from = model.Park.Plants[donor];
        var to = model.Park.Plants[receiver];
        var carrier = network.Carrier;
        var (corridorIndices, nodeIndices) = pair.MainRoute();
        var sent = pair.SentKwh;
        var cost = StationShare(from.Id, $"generate:{carrier.Id}", sent) + StationShare(to.Id, $"use:{carrier.Id}", pair.DeliveredKwh)
            + pair.CorridorKwh.Sum(passed => PipeShare(network, passed.Key, passed.Value));
        var kind = carrier.Kind switch
        {
            CarrierKind.Electricity => CouplingKind.Power,
            CarrierKind.Gas or CarrierKind.Other => CouplingKind.Gas,
            _ => CouplingKind.Heat,
        };
        var saving = kind switch
        {
            CouplingKind.Heat => pair.DeliveredKwh * prices.Of(to).HeatCnyPerKwh + sent * prices.Of(from).CoolingCnyPerKwh,
            CouplingKind.Power => pair.DeliveredKwh * prices.Of(to).PowerCnyPerKwh,
            _ => 0,
        };
        var avoided = kind == CouplingKind.Heat ? prices.Of(to).HeatTPerKwh : kind == CouplingKind.Power ? prices.Of(to).PowerTPerKwh : 0;
        return new Coupling
        {
            Id = $"{from.Id}>{to.Id}:{carrier.Id}",
            Kind = kind,
            FromPlantId = from.Id,
            ToPlantId = to.Id,
            CarrierId = carrier.Id,
            RouteNodeIds = nodeIndices.Count > 0 ? [.. nodeIndices.Select(node => model.Graph.Nodes[node].Id)] : [from.SiteId],
            RouteCorridorIds = [.. corridorIndices.Select(corridor => model.Park.Corridors[corridor].Id)],
            LengthM = corridorIndices.Sum(corridor => model.Graph.Corridors[corridor].LengthM),
            PeakKw = pair.PeakKw,
            Amount = pair.DeliveredKwh,
            CostCny = CostReader.Round(cost),
            SavingCny = CostReader.Round(saving),
            AvoidedT = pair.DeliveredKwh * avoided,
            Existing = corridorIndices.All(corridor => !network.Links.Any(link => link.CorridorIndex == corridor && !link.IsExisting && values.Of(link.Built) > 0.5)),
        };
    }

    private double StationShare(string plantId, string element, double kwh)
    {
        var total = model.Series.Where(series => series.PlantId == plantId && series.Quantity == element)
            .Sum(series => series.Values.Select((value, t) => values.Of(value) * series.PerUnit * model.Horizon.Hours[t]).Sum());
        return total > 0 ? Math.Min(1, kwh / total) * yearlyByElement.GetValueOrDefault($"{plantId}/{element}") : 0;
    }

    private double PipeShare(CarrierNetwork network, int corridor, double kwh)
    {
        var total = network.Arcs.Where(arc => arc.CorridorIndex == corridor)
            .Sum(arc => arc.Flow.Sum(commodity => Enumerable.Range(0, commodity.Length).Sum(t => values.Of(commodity[t]) * model.Scale.KwPerUnit * model.Horizon.Hours[t])));
        if (total <= 0)
            return 0;

        var yearly = network.Links.Where(link => link.CorridorIndex == corridor).Sum(link => values.Of(link.InvestmentCny) * YearlyShare(link.Size.LifetimeYears, link.Size.OmFraction));
        var carriersHere = model.Networks.Count(other => other.Links.Any(link => link.CorridorIndex == corridor && !link.IsExisting && values.Of(link.Built) > 0.5));
        var trench = model.Sizes.Where(size => size.ElementId == $"trench:{model.Park.Corridors[corridor].Id}")
            .Sum(size => values.Of(size.InvestmentCny) * YearlyShare(model.Park.Network.TrenchLifetimeYears, null));
        return Math.Min(1, kwh / total) * (yearly + trench / Math.Max(1, carriersHere));
    }

    private double YearlyShare(double? lifetimeYears, double? omFraction) =>
        (Annuity.Factor(model.Park.Economics.DiscountRate, lifetimeYears ?? model.Park.Economics.DefaultLifetimeYears) + (omFraction ?? model.Park.Economics.OmFraction))
        * model.Horizon.YearlyChargeFactor;

    private static Dictionary<string, double> YearlyByElement(ParkModel model, SolutionValues values)
    {
        var yearly = new Dictionary<string, double>();
        foreach (var size in model.Sizes.Where(size => size.PlantId is not null))
        {
            var cny = values.Of(size.InvestmentCny) * (Annuity.Factor(model.Park.Economics.DiscountRate, model.Park.Economics.DefaultLifetimeYears) + model.Park.Economics.OmFraction);
            yearly[$"{size.PlantId}/{size.ElementId}"] = cny * model.Horizon.YearlyChargeFactor;
        }

        return yearly;
    }

    private Coupling? ReadShipment(Shipment shipment)
    {
        var tonnes = 0.0;
        var peak = 0.0;
        for (var t = 0; t < model.Horizon.Count; t++)
        {
            var flow = values.Of(shipment.Flow[t]);
            peak = Math.Max(peak, flow);
            tonnes += flow * model.Horizon.Hours[t];
        }

        if (peak < 1e-6 || shipment.Source.PlantIndex == shipment.Sink.PlantIndex)
            return null;

        var from = model.Park.Plants[shipment.Source.PlantIndex];
        var to = model.Park.Plants[shipment.Sink.PlantIndex];
        var mode = shipment.Mode;
        var km = shipment.Route.LengthM / 1000;
        var perTonne = mode is null ? 0 : mode.CnyPerT + mode.CnyPerTKm * km + mode.PowerKwhPerTKm * km * model.Park.Network.PumpingCnyPerKwh;
        var link = mode is null ? 0 : (mode.LinkFixedCny + mode.LinkCnyPerM * shipment.Route.LengthM) * YearlyShare(mode.LifetimeYears, null);
        var bought = shipment.Sink.Purchases.Count == 0 ? null : shipment.Sink.Purchases.MinBy(purchase => purchase.PriceCnyPerT);
        var saving = tonnes * (shipment.Source.DisposalCnyPerT + shipment.Acceptance.Displacement * (bought?.PriceCnyPerT ?? 0));
        var avoidedKg = tonnes * (shipment.Source.DisposalCo2KgPerT + shipment.Acceptance.Displacement * (bought?.Co2KgPerT ?? 0)
            - shipment.Acceptance.TreatmentCo2KgPerT - (mode?.Co2KgPerTKm ?? 0) * km);
        return new Coupling
        {
            Id = $"{from.Id}>{to.Id}:{shipment.Source.Material.Id}",
            Kind = CouplingKind.Material,
            FromPlantId = from.Id,
            ToPlantId = to.Id,
            MaterialId = shipment.Source.Material.Id,
            OutletId = shipment.Source.ElementId,
            InletId = shipment.Sink.ElementId,
            TransportModeId = mode?.Id,
            RouteNodeIds = shipment.Route.NodeIds,
            RouteCorridorIds = shipment.Route.CorridorIds,
            LengthM = shipment.Route.LengthM,
            PeakKw = peak,
            Amount = tonnes,
            CostCny = CostReader.Round(tonnes * (perTonne + shipment.Acceptance.TreatmentCnyPerT + shipment.Source.HandlingCnyPerT) + link),
            SavingCny = CostReader.Round(saving),
            AvoidedT = avoidedKg / 1000,
            Existing = shipment.IsContract,
        };
    }
}
