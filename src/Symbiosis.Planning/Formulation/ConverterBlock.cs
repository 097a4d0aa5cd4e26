using Symbiosis.Domain.Parks;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>
/// Converters: every port's flow is bound to the activity a[t], the flow of the reference port.
/// <para>Size: <c>a[t] &lt;= availability[t] x size</c> (equality with must_run). Fixed port: flow = ratio[t] x a[t] - sum(loss x other flow).
/// Variable port: <c>min x a[t] &lt;= flow[t] &lt;= max x a[t]</c>.</para>
/// <para>Minimum load m, fixed size S: <c>m S on[t] &lt;= a[t] &lt;= S on[t]</c>. Chosen size: w[t] = size x on[t] by
/// <c>w &lt;= size, w &lt;= Smax on, w >= size - Smax (1 - on)</c>, <c>m w[t] &lt;= a[t] &lt;= w[t]</c>.
/// Start: <c>start[t] >= on[t] - on[t-1]</c>, cyclic within a day. On averaged periods on/off is relaxed away (a lower bound stays one).</para>
/// Reads: converters. Creates: <c>activity</c>, <c>port</c>, <c>on</c>, <c>on_size</c>, <c>start</c>, sizes, cascade elements, balances, material ports.
/// </summary>
internal static class ConverterBlock
{
    /// <summary>Adds the converters of every plant.</summary>
    public static void Add(FormulationContext context)
    {
        for (var p = 0; p < context.Park.Plants.Count; p++)
        {
            var plant = context.Park.Plants[p];
            for (var i = 0; i < plant.Converters.Count; i++)
                AddConverter(context, p, plant, plant.Converters[i], $"{FormulationContext.PlantPath(p)}.converters[{i}]");
        }
    }

    private static void AddConverter(FormulationContext context, int p, Plant plant, Converter converter, string path)
    {
        if (!Lifespan.Stands(context.Scenario, converter.FirstYear, converter.LastYear))
            return;

        var reference = converter.Ports.First(port => port.Id == converter.ReferencePortId);
        var perUnit = reference.Material is null ? context.Scale.KwPerUnit : 1;
        var offer = new Offer(plant.Id, path, converter.Id, reference.Material is null ? "kW" : "t/h", perUnit);
        var useful = MaterialBlock.UsefulActivity(context, reference);
        var size = Sizing.Add(context, $"converter,{plant.Id},{converter.Id}", offer, converter.Investment, converter.ExistingSizeKw, useful);
        if (size.MaxTotal <= 0)
            return;

        var share = context.Grid.Series(1, converter.AvailabilityProfileId);
        var name = $"{plant.Id},{converter.Id}";
        var activity = context.AddSeries($"activity[{name}]", t => share[t] == 0 ? 0 : size.MaxTotal * share[t]);
        if (converter.MustRun)
            ExchangeBlock.TakeAll(context, name, activity, size, share);
        else if (!size.IsFixed)
            context.LimitBySize($"activity_max[{name}]", activity, size, t => share[t]);
        if ((converter.MinLoadFraction > 0 || converter.StartCny > 0) && !context.Grid.IsAveraged)
            CommitmentBlock.Add(context, plant, converter, path, activity, size, share);

        context.Report(plant.Id, $"converter:{converter.Id}", offer.Unit, perUnit, activity);
        var om = context.Grid.Series(converter.OmCnyPerKwh, converter.OmProfileId);
        for (var t = 0; t < context.PeriodCount; t++)
        {
            context.Costs.Charge($"{path}.om_cny_per_kwh", "om", plant.Id, activity[t], om[t] * perUnit * context.Grid.Hours[t]);
            context.Emissions.Charge($"{path}.co2_kg_per_kwh", "1", plant.Id, activity[t], converter.Co2KgPerKwh * perUnit * context.Grid.Hours[t]);
        }

        AddPorts(context, p, plant, converter, path, activity, perUnit, t => share[t] == 0 ? 0 : size.MaxTotal * share[t]);
    }

    private static void AddPorts(
        FormulationContext context, int p, Plant plant, Converter converter, string path, Variable[] activity, double activityPerUnit, Func<int, double> maxActivity)
    {
        var flows = new Dictionary<string, LinearExpression[]>();
        foreach (var port in converter.Ports.Where(IsVariable))
            flows.Add(port.Id, AddVariablePort(context, plant, converter, port, activity, activityPerUnit, maxActivity));
        foreach (var port in converter.Ports.Where(port => !IsVariable(port)))
            flows.Add(port.Id, FixedPort(context, converter, port, activity, activityPerUnit, flows));

        for (var i = 0; i < converter.Ports.Count; i++)
        {
            var port = converter.Ports[i];
            var factor = FlowPerActivity(context, port, activityPerUnit);
            var ratios = context.Grid.Series(port.MaxRatio ?? port.Ratio, port.RatioProfileId);
            double Max(int t) => ratios[t] == 0 ? 0 : maxActivity(t) * ratios[t] * factor;
            context.Report(plant.Id, $"port:{converter.Id}/{port.Id}", port.Material is null ? "kW" : "t/h", port.Material is null ? context.Scale.KwPerUnit : 1, flows[port.Id]);
            ConnectPort(context, p, plant, converter, port, $"{path}.ports[{i}]", flows[port.Id], Max);
        }
    }

    private static bool IsVariable(Port port) => port.MinRatio is not null || port.MaxRatio is not null;

    // Model units of the port's flow per model unit of activity at ratio 1: kW ports are scaled, material ports are not.
    private static double FlowPerActivity(FormulationContext context, Port port, double activityPerUnit) =>
        activityPerUnit / UnitOf(context, port);

    private static double UnitOf(FormulationContext context, Port port) => port.Material is null ? context.Scale.KwPerUnit : 1;

    private static LinearExpression[] AddVariablePort(
        FormulationContext context, Plant plant, Converter converter, Port port, Variable[] activity, double activityPerUnit, Func<int, double> maxActivity)
    {
        var factor = FlowPerActivity(context, port, activityPerUnit);
        var low = context.Grid.Series((port.MinRatio ?? port.Ratio) * factor, port.RatioProfileId);
        var high = context.Grid.Series((port.MaxRatio ?? port.Ratio) * factor, port.RatioProfileId);
        var name = $"{plant.Id},{converter.Id},{port.Id}";
        var flow = context.AddSeries($"port[{name}]", t => high[t] == 0 ? 0 : maxActivity(t) * high[t]);
        for (var t = 0; t < context.PeriodCount; t++)
        {
            context.Builder.AddRow($"port_max[{name},t={t}]", new LinearExpression().Add(flow[t]).Add(activity[t], -high[t]), double.NegativeInfinity, 0);
            if (low[t] > 0)
                context.Builder.AddRow($"port_min[{name},t={t}]", new LinearExpression().Add(flow[t]).Add(activity[t], -low[t]), 0, double.PositiveInfinity);
        }

        return CarrierBalances.Times(flow, 1);
    }

    private static LinearExpression[] FixedPort(
        FormulationContext context, Converter converter, Port port, Variable[] activity, double activityPerUnit, Dictionary<string, LinearExpression[]> variableFlows)
    {
        var ratio = context.Grid.Series(port.Ratio * FlowPerActivity(context, port, activityPerUnit), port.RatioProfileId);
        var flow = new LinearExpression[context.PeriodCount];
        for (var t = 0; t < flow.Length; t++)
        {
            flow[t] = new LinearExpression().Add(activity[t], ratio[t]);
            foreach (var tradeOff in port.TradeOffs)
                flow[t].Add(variableFlows[tradeOff.PortId][t], -tradeOff.Loss * UnitOf(context, converter.Ports.First(other => other.Id == tradeOff.PortId)) / UnitOf(context, port));
            if (port.TradeOffs.Count > 0)
                context.Builder.AddRow($"port_sign[{port.Id},{activity[t].Index}]", flow[t], 0, double.PositiveInfinity);
        }

        return flow;
    }

    private static void ConnectPort(
        FormulationContext context, int p, Plant plant, Converter converter, Port port, string path, LinearExpression[] flow, Func<int, double> max)
    {
        var isOut = port.Direction == Direction.Out;
        if (port.CarrierId is { } carrierId)
        {
            if (isOut)
                context.Balances.Supply(p, carrierId, flow, max);
            else
                context.Balances.Take(p, carrierId, flow, max);
        }
        else if (port.Heat is { } heat)
        {
            context.Cascades[p].Add(isOut, heat.SupplyCelsius, heat.TargetCelsius, heat.ApproachK, flow, max);
        }
        else if (port.FuelId is { } fuelId)
        {
            context.BurnFuel($"{path}.fuel_id", p, fuelId, flow);
        }
        else if (port.Material is { } material)
        {
            MaterialBlock.AddPort(context, p, plant, converter, port, material, path, flow, max);
        }
    }
}
