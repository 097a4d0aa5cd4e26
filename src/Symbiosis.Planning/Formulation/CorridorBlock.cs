using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>Pipes of one carrier in one corridor; the equations stand at <see cref="NetworkBlock"/>.</summary>
internal sealed class CorridorBlock(
    FormulationContext context,
    CarrierNetwork network,
    CarrierPotential potential,
    GraphCorridor corridor,
    Dictionary<int, List<LinearExpression>> laidNew,
    Dictionary<(int Corridor, bool IsSteam), LinearExpression> mains)
{
    private readonly string carrierId = network.Carrier.Id;
    private readonly string name = $"{corridor.Corridor.Id},{network.Carrier.Id}";

    /// <summary>Adds the flows, pipes and capacities where any pair can use the corridor.</summary>
    public void Add()
    {
        var sizes = LinkOptions.SizesOf(context, corridor.Index, carrierId);
        if (sizes.Count == 0 || network.Commodities.Count == 0)
            return;

        var forward = MostThrough(corridor.From, corridor.To, sizes);
        var backward = corridor.Corridor.OneWay ? new double[context.PeriodCount] : MostThrough(corridor.To, corridor.From, sizes);
        var most = new double[context.PeriodCount];
        for (var t = 0; t < most.Length; t++)
            most[t] = Math.Max(forward[t], backward[t]);
        if (most.Max() <= 0)
            return;

        var fresh = Undominated(LinkOptions.NewSizesOf(context, corridor.Index, carrierId), context.Scale.KwPerUnit * most.Max());
        var existing = context.Park.Sizes.Where(size => size.CarrierId == carrierId).SelectMany(size =>
            corridor.Corridor.Existing.Where(link => link.SizeId == size.Id).Select(link => (Size: size, CapacityKw: link.CapacityKw ?? size.CapacityKw))).ToList();
        var oneNew = new LinearExpression();

        // Sizes that lose, pump and cost alike per flow share their flow variables.
        foreach (var group in fresh.Select(size => (Size: size, Existing: (double?)null))
            .Concat(existing.Select(link => (link.Size, Existing: (double?)link.CapacityKw)))
            .GroupBy(link => (LinkOptions.LossShare(link.Size, corridor.LengthM), link.Size.PumpingKwPerKwKm, link.Size.FlowCnyPerKwh)))
        {
            var links = group.Select((link, i) => link.Existing is { } capacity
                ? ExistingLink(link.Size, capacity, i)
                : NewLink(link.Size, most.Max(), oneNew)).ToList();
            network.Links.AddRange(links);
            AddFlows(group.First().Size, group.Key.Item1, links, forward, backward, most);
        }

        AddChoice(oneNew, fresh.Count, existing.Count);
    }

    private void AddChoice(LinearExpression oneNew, int freshCount, int existingCount)
    {
        if (freshCount > 1)
            context.Builder.AddRow($"one_pipe[{name}]", oneNew, double.NegativeInfinity, 1);
        if (freshCount > 0)
        {
            if (!laidNew.TryGetValue(corridor.Index, out var laid))
                laidNew.Add(corridor.Index, laid = []);
            laid.Add(oneNew);
        }

        if (context.Scenario?.Corridors.Any(rule => rule.Kind == RuleKind.Require && rule.CorridorId == corridor.Corridor.Id && rule.CarrierId == carrierId) ?? false)
            context.DecisionRows.Add(context.Builder.AddRow($"required_pipe[{name}]", oneNew, 1, double.PositiveInfinity));

        if (network.Carrier.Kind is CarrierKind.Steam or CarrierKind.Water or CarrierKind.Oil)
            FormulationContext.Total(mains, (corridor.Index, network.Carrier.Kind == CarrierKind.Steam)).Add(oneNew).AddConstant(existingCount);
    }

    private LinkVariable NewLink(LinkSize size, double most, LinearExpression oneNew)
    {
        var built = context.AddDesign($"pipe[{name},{size.Id}]", 0, 1, VariableKind.Binary);
        oneNew.Add(built);
        var capacityKw = new LinearExpression();
        var factor = corridor.Corridor.CostFactor;
        var investment = new LinearExpression().Add(built, (size.CnyPerM * corridor.LengthM + size.FixedCny) * factor * context.InvestmentFactor);
        var largest = Math.Min(size.CapacityKw, most * context.Scale.KwPerUnit);
        if (LinkOptions.IsContinuous(size))
        {
            var chosen = context.AddDesign($"pipe_size[{name},{size.Id}]", 0, context.Scale.FromKw(largest), VariableKind.Continuous);
            context.Builder.AddRow($"pipe_size[{name},{size.Id}]", new LinearExpression().Add(chosen).Add(built, -context.Scale.FromKw(largest)), double.NegativeInfinity, 0);
            capacityKw.Add(chosen, context.Scale.KwPerUnit);
            investment.Add(chosen, (size.CnyPerKw + size.CnyPerKwM * corridor.LengthM) * context.Scale.KwPerUnit * factor * context.InvestmentFactor);
        }
        else
        {
            capacityKw.Add(built, size.CapacityKw);
        }

        var path = SizePath(size);
        var annuity = size.CostIsYearly ? 1 : context.Annuity(null, size.LifetimeYears);
        context.Costs.Charge(path, "investment", null, investment, annuity * context.Grid.YearlyChargeFactor);
        context.Costs.Charge(path, "om", null, investment, (size.OmFraction ?? (size.CostIsYearly ? 0 : context.Park.Economics.OmFraction)) * context.Grid.YearlyChargeFactor);
        var paidOnce = size.CostIsYearly ? new LinearExpression() : investment;
        return new LinkVariable(corridor.Index, size, false, new LinearExpression().Add(built), capacityKw, Loss(size, built), paidOnce);
    }

    private LinkVariable ExistingLink(LinkSize size, double capacityKw, int index)
    {
        // An existing pipe that loses heat may be left cold; what loses nothing needs no decision.
        var built = new LinearExpression();
        var loss = new LinearExpression();
        if (size.LossWPerM > 0)
        {
            var inUse = context.Builder.AddVariable($"in_use[{name},{size.Id},{index}]", 0, 1, 0, VariableKind.Binary);
            built.Add(inUse);
            loss = Loss(size, inUse);
        }
        else
        {
            built.AddConstant(1);
        }

        return new LinkVariable(corridor.Index, size, true, built, new LinearExpression().Add(built, capacityKw), loss, new LinearExpression());
    }

    private LinearExpression Loss(LinkSize size, Variable built) => new LinearExpression().Add(built, size.LossWPerM * corridor.LengthM / 1000);

    private void AddFlows(LinkSize size, double lossShare, List<LinkVariable> links, double[] forward, double[] backward, double[] most)
    {
        var flowName = links.Count == 1 ? $"{name},{size.Id}" : $"{name},{size.Id}+";
        var total = new LinearExpression[context.PeriodCount];
        for (var t = 0; t < total.Length; t++)
            total[t] = new LinearExpression();

        if (forward.Max() > 0)
            AddArc(size, lossShare, flowName, true, forward, total);
        if (backward.Max() > 0)
            AddArc(size, lossShare, flowName, false, backward, total);

        for (var t = 0; t < context.PeriodCount; t++)
        {
            var row = new LinearExpression().Add(total[t]);
            foreach (var link in links)
                row.Add(CutCapacity(link, most[t]), -1);
            context.Builder.AddRow($"capacity[{flowName},t={t}]", row, double.NegativeInfinity, 0);
        }
    }

    // A capacity above what can pass in the period only weakens the relaxation.
    private LinearExpression CutCapacity(LinkVariable link, double most)
    {
        var capacity = new LinearExpression();
        if (LinkOptions.IsContinuous(link.Size) && !link.IsExisting)
            return capacity.Add(link.CapacityKw, 1 / context.Scale.KwPerUnit);

        var kw = link.IsExisting ? link.CapacityKw.Constant : link.Size.CapacityKw;
        if (link.IsExisting && link.Built.TermCount > 0)
            kw = link.CapacityKw.Terms[0].Coefficient;
        return capacity.Add(link.Built, Math.Min(context.Scale.FromKw(kw), most));
    }

    private void AddArc(LinkSize size, double lossShare, string flowName, bool isForward, double[] most, LinearExpression[] total)
    {
        var word = isForward ? "forward" : "backward";
        var flowPath = $"{SizePath(size)}.flow_cny_per_kwh";
        var flows = new Variable[network.Commodities.Count][];
        for (var k = 0; k < flows.Length; k++)
        {
            flows[k] = context.AddSeries($"flow[{flowName},{word},k={k}]", t => most[t]);
            for (var t = 0; t < context.PeriodCount; t++)
            {
                total[t].Add(flows[k][t]);
                var kwh = context.KwhPerUnit(t);
                context.Costs.Charge(flowPath, "flow", null, flows[k][t], size.FlowCnyPerKwh * kwh);
                var pumping = size.PumpingKwPerKwKm * corridor.LengthM / 1000 * kwh;
                context.Costs.Charge("park.network.pumping_cny_per_kwh", "pumping", null, flows[k][t], pumping * context.Park.Network.PumpingCnyPerKwh);
                context.Emissions.Charge("park.network.pumping_co2_kg_per_kwh", "2", null, flows[k][t], pumping * context.Park.Network.PumpingCo2KgPerKwh);
            }
        }

        network.Arcs.Add(new NetworkArc(corridor.Index, isForward ? corridor.From : corridor.To, isForward ? corridor.To : corridor.From, isForward, size, lossShare, flows));
        var sums = new LinearExpression[context.PeriodCount];
        for (var t = 0; t < sums.Length; t++)
        {
            sums[t] = new LinearExpression();
            foreach (var flow in flows)
                sums[t].Add(flow[t]);
        }

        context.Report(null, $"link:{corridor.Corridor.Id}:{flowName.Split(',')[^1].TrimEnd('+')}:{word}", "kW", context.Scale.KwPerUnit, sums);
    }

    private string SizePath(LinkSize size) => $"park.sizes[{context.Park.Sizes.ToList().IndexOf(size)}]";

    // Donors that reach the corridor's start and receivers reached from its end, without the corridor itself, within the carrier's distance.
    private double[] MostThrough(int from, int to, IReadOnlyList<LinkSize> sizes)
    {
        if (!context.Options.WithReductions)
            return [.. Enumerable.Repeat(context.Scale.FromKw(CapacityOfAllKw(sizes)), context.PeriodCount)];

        bool Usable(GraphCorridor other) => other.Index != corridor.Index && LinkOptions.SizesOf(context, other.Index, carrierId).Count > 0;
        var back = context.Graph.From(from, other => Usable(other) && !other.Corridor.OneWay);
        var ahead = context.Graph.From(to, Usable);
        var limit = network.Carrier.MaxDistanceM ?? double.MaxValue;
        var most = new double[context.PeriodCount];
        var donors = new HashSet<int>();
        var receivers = new HashSet<int>();
        for (var donor = 0; donor < context.Park.Plants.Count; donor++)
        {
            if (!potential.CanGive(donor))
                continue;

            var before = DistanceTo(donor, from, back, Usable);
            for (var receiver = 0; receiver < context.Park.Plants.Count; receiver++)
            {
                if (donor == receiver || !potential.CanTake(receiver) || !potential.Reaches(donor, receiver))
                    continue;

                var behind = ahead.Distance(context.Graph.NodeIndex(context.Park.Plants[receiver].SiteId));
                if (before + corridor.LengthM + behind > limit)
                    continue;
                donors.Add(donor);
                receivers.Add(receiver);
            }
        }

        var loss = NetworkLosses.Allowance(context, network.Carrier);
        var newest = LinkOptions.NewSizesOf(context, corridor.Index, carrierId);
        var lying = corridor.Corridor.Existing.Sum(link => sizes.Where(size => size.Id == link.SizeId).Sum(size => link.CapacityKw ?? size.CapacityKw));
        var largest = context.Scale.FromKw(lying + (newest.Count == 0 ? 0 : newest.Max(size => size.CapacityKw)));
        for (var t = 0; t < most.Length; t++)
        {
            var taken = receivers.Sum(receiver => potential.Take(receiver, t));

            // A pipe that lies loses heat also when nobody takes any.
            most[t] = Math.Min(Math.Min(donors.Sum(donor => potential.Give(donor, t)), loss.Inflate(taken)), largest);
        }

        return donors.Count == 0 ? new double[context.PeriodCount] : most;
    }

    private double CapacityOfAllKw(IReadOnlyList<LinkSize> sizes) =>
        corridor.Corridor.Existing.Sum(link => sizes.Where(size => size.Id == link.SizeId).Sum(size => link.CapacityKw ?? size.CapacityKw))
        + LinkOptions.NewSizesOf(context, corridor.Index, carrierId).Sum(size => size.CapacityKw);

    private double DistanceTo(int donor, int node, ShortestPaths back, Func<GraphCorridor, bool> usable)
    {
        var site = context.Graph.NodeIndex(context.Park.Plants[donor].SiteId);
        var isTwoWay = context.Park.Corridors.All(candidate => !candidate.OneWay);
        return isTwoWay ? back.Distance(site) : context.Graph.From(site, usable).Distance(node);
    }

    private List<LinkSize> Undominated(IReadOnlyList<LinkSize> sizes, double mostKw)
    {
        if (!context.Options.WithReductions || sizes.Any(LinkOptions.IsContinuous))
            return [.. sizes];

        return [.. sizes.Where((size, i) => !sizes.Where((other, j) => j != i && Beats(other, size, mostKw) && (!Beats(size, other, mostKw) || j < i)).Any())];
    }

    private bool Beats(LinkSize other, LinkSize size, double mostKw) =>
        Math.Min(other.CapacityKw, mostKw) >= Math.Min(size.CapacityKw, mostKw)
        && YearlyCny(other) <= YearlyCny(size)
        && other.LossWPerM <= size.LossWPerM
        && LinkOptions.LossShare(other, corridor.LengthM) <= LinkOptions.LossShare(size, corridor.LengthM)
        && other.PumpingKwPerKwKm <= size.PumpingKwPerKwKm
        && other.FlowCnyPerKwh <= size.FlowCnyPerKwh;

    private double YearlyCny(LinkSize size) =>
        (size.CnyPerM * corridor.LengthM + size.FixedCny)
        * ((size.CostIsYearly ? 1 : context.Annuity(null, size.LifetimeYears)) + (size.OmFraction ?? context.Park.Economics.OmFraction));
}
