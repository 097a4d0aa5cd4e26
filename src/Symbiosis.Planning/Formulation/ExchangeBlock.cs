using Symbiosis.Domain.Parks;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>
/// Carriers that a plant needs, buys outside or gives away outside.
/// <para>Demand: a constant in the balance. Supply: <c>0 &lt;= q[t] &lt;= size x availability[t]</c> (equality with must_take). Offtake: <c>0 &lt;= q[t] &lt;= max[t]</c>.</para>
/// Reads: demands, supplies, offtakes. Creates: <c>supply</c>, <c>offtake</c>, sizes of supplies.
/// </summary>
internal static class ExchangeBlock
{
    /// <summary>Adds the exchanges of every plant.</summary>
    public static void Add(FormulationContext context)
    {
        for (var p = 0; p < context.Park.Plants.Count; p++)
        {
            var plant = context.Park.Plants[p];
            var path = FormulationContext.PlantPath(p);
            for (var i = 0; i < plant.Demands.Count; i++)
                AddDemand(context, p, plant, plant.Demands[i], $"{path}.demands[{i}]");
            for (var i = 0; i < plant.Supplies.Count; i++)
                AddSupply(context, p, plant, plant.Supplies[i], $"{path}.supplies[{i}]");
            for (var i = 0; i < plant.Offtakes.Count; i++)
                AddOfftake(context, p, plant, plant.Offtakes[i], $"{path}.offtakes[{i}]");
        }
    }

    private static void AddDemand(FormulationContext context, int p, Plant plant, CarrierDemand demand, string path)
    {
        var need = context.Grid.Series(context.Scale.FromKw(demand.NeedKw), demand.NeedProfileId);
        context.Balances.Take(p, demand.CarrierId, [.. need.Select(value => new LinearExpression().AddConstant(value))], t => need[t]);
        if (!context.IsElastic)
            return;

        var missing = context.AddSeries($"missing[{plant.Id},{demand.Id}]", t => need[t]);
        context.Balances.Supply(p, demand.CarrierId, missing, _ => 0);
        context.Stretches.Add(new Stretch(path, plant.Id, demand.Id, StretchKind.Carrier, "kW", context.Scale.KwPerUnit, missing));
    }

    private static void AddSupply(FormulationContext context, int p, Plant plant, CarrierSupply supply, string path)
    {
        var share = context.Grid.Series(1, supply.AvailabilityProfileId);
        var offer = new Offer(plant.Id, path, supply.Id, "kW", context.Scale.KwPerUnit);
        var existing = supply.MaxKw ?? (supply.Investment is null ? double.PositiveInfinity : 0);
        var size = Sizing.Add(context, $"supply,{plant.Id},{supply.Id}", offer, supply.Investment, existing, double.PositiveInfinity);
        double Limit(int t) => share[t] == 0 ? 0 : size.MaxTotal * share[t];
        var flow = context.AddSeries($"supply[{plant.Id},{supply.Id}]", Limit);
        if (supply.MustTake)
            TakeAll(context, $"{plant.Id},{supply.Id}", flow, size, share);
        else if (!size.IsFixed)
            context.LimitBySize($"supply_max[{plant.Id},{supply.Id}]", flow, size, t => share[t]);

        context.Balances.Supply(p, supply.CarrierId, flow, Limit);
        context.Report(plant.Id, $"supply:{supply.Id}", "kW", context.Scale.KwPerUnit, flow);
        context.ChargeFlow($"{path}.price_cny_per_kwh", "purchase", plant.Id, flow, context.Grid.Series(supply.PriceCnyPerKwh, supply.PriceProfileId));
        context.EmitFlow($"{path}.co2_kg_per_kwh", 2, plant.Id, flow, supply.Co2KgPerKwh);
    }

    private static void AddOfftake(FormulationContext context, int p, Plant plant, CarrierOfftake offtake, string path)
    {
        var share = context.Grid.Series(1, offtake.AvailabilityProfileId);
        var max = offtake.MaxKw is { } kw ? context.Scale.FromKw(kw) : double.PositiveInfinity;
        double Limit(int t) => share[t] == 0 ? 0 : max * share[t];
        var flow = context.AddSeries($"offtake[{plant.Id},{offtake.Id}]", Limit);
        context.Balances.Take(p, offtake.CarrierId, flow, Limit);
        context.Report(plant.Id, $"offtake:{offtake.Id}", "kW", context.Scale.KwPerUnit, flow);
        var price = context.Grid.Series(-offtake.PriceCnyPerKwh, offtake.PriceProfileId);
        context.ChargeFlow($"{path}.price_cny_per_kwh", "sale", plant.Id, flow, price);
        context.EmitFlow($"{path}.co2_kg_per_kwh", 1, plant.Id, flow, offtake.Co2KgPerKwh);
    }

    /// <summary>Adds <c>flow[t] = share[t] x size</c>.</summary>
    public static void TakeAll(FormulationContext context, string name, Variable[] flow, Sizing size, double[] share)
    {
        for (var t = 0; t < context.PeriodCount; t++)
        {
            if (size.IsFixed)
                context.Builder.SetBounds(flow[t], size.Total.Constant * share[t], size.Total.Constant * share[t]);
            else
                context.Builder.AddRow($"must_take[{name},t={t}]", new LinearExpression().Add(flow[t]).Add(size.Total, -share[t]), 0, 0);
        }
    }
}
