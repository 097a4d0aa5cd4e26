using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>
/// Flows between material sources and sinks, one per transport mode that may carry the material, over the shortest way.
/// <para>A link of its own (pipe, conveyor) costs when built: <c>f[t] &lt;= most x built</c>, most = min(what the donor has, what the receiver can take,
/// the link's capacity). A mode that is dearer and dirtier than another without a fixed cost is left out: it can never be used.</para>
/// Reads: transport_modes, contracts, the scenario's rules. Creates: <c>ship</c>, <c>link</c>, <c>may_ship</c> (baseline switch).
/// </summary>
internal static class ShipmentBlock
{
    /// <summary>Adds all shipments that the park allows.</summary>
    public static void Add(FormulationContext context, Routes routes)
    {
        foreach (var source in context.Sources.Sources)
        {
            foreach (var sink in context.Sources.Sinks.Where(sink => sink.Key != source.Key))
            {
                var acceptance = sink.Accepts.FirstOrDefault(candidate => candidate.MaterialId == source.Material.Id);
                if (acceptance is not null && Enumerable.Range(0, context.PeriodCount).Any(t => Most(context, source, sink, acceptance, t) > 0))
                    AddPair(context, routes, source, sink, acceptance);
            }
        }

        AddRequired(context);
    }

    /// <summary>Most that can flow between two elements in a period, t/h.</summary>
    public static double Most(FormulationContext context, MaterialSource source, MaterialSink sink, Acceptance acceptance, int t)
    {
        var give = context.Sources.HasBuffer(source.Key) ? double.PositiveInfinity : source.Max[t];
        var take = context.Sources.HasBuffer(sink.Key) ? double.PositiveInfinity : sink.Max[t] * acceptance.MaxShare / acceptance.Displacement;
        return Math.Min(Math.Min(give, take), context.LargestUsefulSize("t/h"));
    }

    /// <summary>Whether a mode may carry a material.</summary>
    public static bool MayCarry(TransportMode mode, Material material)
    {
        if (mode.MaterialIds.Count > 0)
            return mode.MaterialIds.Contains(material.Id);

        return material.Hazard is HazardClass.Unspecified or HazardClass.None or HazardClass.GeneralWaste || mode.LicensedHazards.Contains(material.Hazard);
    }

    private static void AddPair(FormulationContext context, Routes routes, MaterialSource source, MaterialSink sink, Acceptance acceptance)
    {
        var from = context.Park.Plants[source.PlantIndex];
        var to = context.Park.Plants[sink.PlantIndex];
        var contract = from == to ? null : context.Park.Contracts.FirstOrDefault(candidate =>
            candidate.FromPlantId == from.Id && candidate.ToPlantId == to.Id && candidate.MaterialId == source.Material.Id
            && Lifespan.Stands(context.Scenario, null, candidate.LastYear));
        if (from != to && contract is null && context.IsForbidden(from.Id, to.Id, null, source.Material.Id))
            return;

        if (from.SiteId == to.SiteId)
        {
            AddShipment(context, source, sink, acceptance, null, new Route(0, [from.SiteId], []), contract);
            return;
        }

        if (routes.Transport(from.SiteId, to.SiteId) is not { } route)
            return;

        var modes = context.Park.TransportModes
            .Where(mode => MayCarry(mode, source.Material) && route.LengthM <= (mode.MaxDistanceKm ?? double.PositiveInfinity) * 1000)
            .ToList();
        foreach (var mode in modes.Where(mode => !context.Options.WithReductions || !modes.Any(other => other != mode && Dominates(context, other, mode, route, modes))))
            AddShipment(context, source, sink, acceptance, mode, route, contract);
    }

    private static bool Dominates(FormulationContext context, TransportMode other, TransportMode mode, Route route, List<TransportMode> modes)
    {
        if (other.LinkCnyPerM > 0 || other.LinkFixedCny > 0 || other.LinkCapacityTPerH is not null)
            return false;

        var (cost, co2) = (CnyPerT(context, mode, route), KgPerT(context, mode, route));
        var (otherCost, otherCo2) = (CnyPerT(context, other, route), KgPerT(context, other, route));
        var same = otherCost == cost && otherCo2 == co2 && mode is { LinkCnyPerM: 0, LinkFixedCny: 0, LinkCapacityTPerH: null };
        return otherCost <= cost && otherCo2 <= co2 && (!same || modes.IndexOf(other) < modes.IndexOf(mode));
    }

    private static double CnyPerT(FormulationContext context, TransportMode mode, Route route) =>
        mode.CnyPerT + (mode.CnyPerTKm + mode.PowerKwhPerTKm * context.Park.Network.PumpingCnyPerKwh) * route.LengthM / 1000;

    private static double KgPerT(FormulationContext context, TransportMode mode, Route route) =>
        (mode.Co2KgPerTKm + mode.PowerKwhPerTKm * context.Park.Network.PumpingCo2KgPerKwh) * route.LengthM / 1000;

    private static void AddShipment(
        FormulationContext context, MaterialSource source, MaterialSink sink, Acceptance acceptance, TransportMode? mode, Route route, Contract? contract)
    {
        var name = $"{source.Key}>{sink.Key}:{mode?.Id ?? "site"}";
        double Limit(int t) => Math.Min(Most(context, source, sink, acceptance, t), mode?.LinkCapacityTPerH ?? double.PositiveInfinity);
        var flow = context.AddSeries($"ship[{name}]", Limit);
        var shipment = new Shipment(source, sink, acceptance, mode, route, flow, contract is not null);
        context.Sources.Shipments.Add(shipment);
        var donorId = context.Park.Plants[source.PlantIndex].Id;
        var receiverId = context.Park.Plants[sink.PlantIndex].Id;
        context.Report(null, $"shipment:{name}", "t/h", 1, flow);
        if (contract is not null)
            AddContract(context, contract, flow);
        else if (source.PlantIndex != sink.PlantIndex)
            AddSwitch(context, name, mode, route, flow, Limit);

        var terms = $"{sink.TermsPath}.accepts[{sink.Accepts.ToList().IndexOf(acceptance)}]";
        var modePath = mode is null ? "" : $"park.transport_modes[{context.Park.TransportModes.ToList().IndexOf(mode)}]";
        for (var t = 0; t < context.PeriodCount; t++)
        {
            var hours = context.Grid.Hours[t];
            context.Costs.Charge($"{source.Path}.handling_cny_per_t", "disposal", donorId, flow[t], source.HandlingCnyPerT * hours);
            context.Costs.Charge($"{terms}.treatment_cny_per_t", "purchase", receiverId, flow[t], acceptance.TreatmentCnyPerT * hours);
            context.Emissions.Charge($"{terms}.treatment_co2_kg_per_t", "3", receiverId, flow[t], acceptance.TreatmentCo2KgPerT * hours);
            if (mode is null)
                continue;
            context.Costs.Charge(modePath, "transport", receiverId, flow[t], CnyPerT(context, mode, route) * hours);
            context.Emissions.Charge(modePath, "3", receiverId, flow[t], KgPerT(context, mode, route) * hours);
        }
    }

    private static void AddContract(FormulationContext context, Contract contract, Variable[] flow)
    {
        // One contract may be met by several modes and elements together; the row is shared by name.
        var least = context.Grid.Series(contract.MinFlowKw, contract.FlowProfileId);
        for (var t = 0; t < context.PeriodCount; t++)
            FormulationContext.Total(context.ContractFlow, (contract.Id, t)).Add(flow[t]);
        context.ContractLeast[contract.Id] = least;
    }

    private static void AddSwitch(FormulationContext context, string name, TransportMode? mode, Route route, Variable[] flow, Func<int, double> limit)
    {
        var investment = mode is null ? 0 : mode.LinkFixedCny + mode.LinkCnyPerM * route.LengthM;
        var most = Enumerable.Range(0, context.PeriodCount).Max(limit);
        if (investment <= 0)
        {
            // Free to start: no binary. In the baseline the flows themselves are fixed at zero.
            context.NewFlows.AddRange(flow);
            return;
        }

        var built = context.AddDesign($"link[{name}]", 0, 1, VariableKind.Binary);
        for (var t = 0; t < context.PeriodCount; t++)
            context.Builder.AddRow($"link[{name},t={t}]", new LinearExpression().Add(flow[t]).Add(built, -(context.Options.WithReductions ? limit(t) : most)), double.NegativeInfinity, 0);

        var path = $"park.transport_modes[{context.Park.TransportModes.ToList().IndexOf(mode!)}]";
        var cost = new LinearExpression().Add(built, investment * context.InvestmentFactor);
        context.Costs.Charge(path, "investment", null, cost, context.Annuity(null, mode!.LifetimeYears) * context.Grid.YearlyChargeFactor);
        context.Costs.Charge(path, "om", null, cost, context.Park.Economics.OmFraction * context.Grid.YearlyChargeFactor);
        context.ReportSize(new ReportedSize(null, path, $"link:{name}", 0, new LinearExpression().Add(built, most), "t/h", cost));
    }

    private static void AddRequired(FormulationContext context)
    {
        foreach (var rule in context.Scenario?.Couplings.Where(rule => rule.Kind == RuleKind.Require && rule.MaterialId is not null) ?? [])
        {
            var amount = new LinearExpression();
            foreach (var shipment in context.Sources.Shipments.Where(shipment => CouplingRules.Concerns(
                rule, context.Park.Plants[shipment.Source.PlantIndex].Id, context.Park.Plants[shipment.Sink.PlantIndex].Id, null, shipment.Source.Material.Id)))
            {
                for (var t = 0; t < context.PeriodCount; t++)
                    amount.Add(shipment.Flow[t], context.Grid.Hours[t]);
            }

            RequirementBlock.AddAtLeast(context, rule, amount, rule.MinAmount);
        }
    }
}
