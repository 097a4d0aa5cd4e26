using Symbiosis.Domain.Parks;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>
/// Hot and cold utilities of a plant.
/// <para>Hot: <c>0 &lt;= q[t] &lt;= capacity x availability[t]</c>; with a minimum load <c>m x capacity x on[t] &lt;= q[t] &lt;= capacity x on[t]</c>; burns
/// q / efficiency of its fuel or carrier. Cold: <c>0 &lt;= q[t] &lt;= capacity</c>, draws q x power per heat from the plant's electricity.</para>
/// Reads: hot_utilities, cold_utilities, fuels. Creates: <c>hot_utility</c>, <c>cold_utility</c>, <c>on</c>.
/// </summary>
internal static class UtilityBlock
{
    /// <summary>Adds the utilities of every plant.</summary>
    public static void Add(FormulationContext context)
    {
        for (var p = 0; p < context.Park.Plants.Count; p++)
        {
            var plant = context.Park.Plants[p];
            for (var i = 0; i < plant.HotUtilities.Count; i++)
                AddHot(context, p, plant, plant.HotUtilities[i], $"{FormulationContext.PlantPath(p)}.hot_utilities[{i}]");
            for (var i = 0; i < plant.ColdUtilities.Count; i++)
                AddCold(context, p, plant, plant.ColdUtilities[i], $"{FormulationContext.PlantPath(p)}.cold_utilities[{i}]");
        }
    }

    private static void AddHot(FormulationContext context, int p, Plant plant, HotUtility utility, string path)
    {
        if (!Lifespan.Stands(context.Scenario, utility.FirstYear, utility.LastYear))
            return;

        var capacity = utility.CapacityKw is { } kw ? context.Scale.FromKw(kw) : double.PositiveInfinity;
        var share = context.Grid.Series(1, utility.AvailabilityProfileId);
        double Limit(int t) => share[t] == 0 ? 0 : capacity * share[t];
        var heat = context.AddSeries($"hot_utility[{plant.Id},{utility.Id}]", Limit);
        if (utility is { MinLoadFraction: > 0, CapacityKw: not null } && !context.Grid.IsAveraged)
            AddMinimumLoad(context, $"{plant.Id},{utility.Id}", heat, t => utility.MinLoadFraction * capacity, Limit);

        context.Cascades[p].Add(
            true, utility.SupplyCelsius, utility.TargetCelsius ?? utility.SupplyCelsius, utility.ApproachK, CarrierBalances.Times(heat, 1), Limit, isUtility: true);
        context.Report(plant.Id, $"hot_utility:{utility.Id}", "kW", context.Scale.KwPerUnit, heat);
        context.ChargeFlow($"{path}.price_cny_per_kwh", "utility", plant.Id, heat, context.Grid.Series(utility.PriceCnyPerKwh, utility.PriceProfileId));
        context.EmitFlow($"{path}.co2_kg_per_kwh", 1, plant.Id, heat, utility.Co2KgPerKwh);
        if (utility.FuelId is { } fuelId)
            context.BurnFuel($"{path}.fuel_id", p, fuelId, CarrierBalances.Times(heat, 1 / utility.Efficiency));
        if (utility.CarrierId is { } carrierId)
            context.Balances.Take(p, carrierId, CarrierBalances.Times(heat, 1 / utility.Efficiency), t => Limit(t) / utility.Efficiency);
    }

    private static void AddMinimumLoad(FormulationContext context, string name, Variable[] heat, Func<int, double> minimum, Func<int, double> maximum)
    {
        var on = context.AddSeries($"on[{name}]", _ => 1, VariableKind.Binary);
        for (var t = 0; t < context.PeriodCount; t++)
        {
            context.Builder.AddRow($"load_max[{name},t={t}]", new LinearExpression().Add(heat[t]).Add(on[t], -maximum(t)), double.NegativeInfinity, 0);
            context.Builder.AddRow($"load_min[{name},t={t}]", new LinearExpression().Add(heat[t]).Add(on[t], -minimum(t)), 0, double.PositiveInfinity);
        }
    }

    private static void AddCold(FormulationContext context, int p, Plant plant, ColdUtility utility, string path)
    {
        var capacity = utility.CapacityKw is { } kw ? context.Scale.FromKw(kw) : double.PositiveInfinity;
        var heat = context.AddSeries($"cold_utility[{plant.Id},{utility.Id}]", _ => capacity);
        context.Cascades[p].Add(
            false, utility.SupplyCelsius, utility.TargetCelsius ?? utility.SupplyCelsius, utility.ApproachK, CarrierBalances.Times(heat, 1), _ => capacity, isUtility: true);
        context.Report(plant.Id, $"cold_utility:{utility.Id}", "kW", context.Scale.KwPerUnit, heat);
        context.ChargeFlow($"{path}.price_cny_per_kwh", "utility", plant.Id, heat, context.Grid.Series(utility.PriceCnyPerKwh, null));
        if (utility.PowerKwPerKw > 0 && PowerBlock.ElectricityOf(context.Park, plant) is { } electricity)
            context.Balances.Take(p, electricity, CarrierBalances.Times(heat, utility.PowerKwPerKw), _ => capacity * utility.PowerKwPerKw);
    }
}
