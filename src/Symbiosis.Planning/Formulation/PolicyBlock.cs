using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>
/// Carbon price and cap, energy caps, green share, quotas, fuel limits: all linear in sums the other blocks have kept.
/// <para>Carbon: price x (scope 1, with carbon_price_on_power scope 2, with include_inputs scope 3); the cap counts scopes 1 and 2, and 3 with
/// include_inputs. Energy: sum of standard coal over fuels and grid power. Green share: <c>green >= share x used</c>.</para>
/// Reads: policy, fuels. Creates: rows <c>carbon_cap</c>, <c>energy_cap</c>, <c>green_share</c>, <c>quota</c>, <c>fuel_limit</c>.
/// </summary>
internal static class PolicyBlock
{
    /// <summary>Adds the policy of the park.</summary>
    public static void Add(FormulationContext context)
    {
        AddCarbon(context);
        AddEnergyCaps(context);
        AddGreenShare(context);
        AddQuotas(context);
        AddFuelLimits(context);
    }

    private static void AddCarbon(FormulationContext context)
    {
        var policy = context.Park.Policy;
        var capped = new LinearExpression();
        foreach (var entry in context.Emissions.Entries)
        {
            var isPriced = entry.Category == "1" || (entry.Category == "2" && policy.CarbonPriceOnPower) || (entry.Category == "3" && policy.IncludeInputs);
            if (isPriced)
                context.Costs.Charge("park.policy.carbon_price_cny_per_t", "carbon", entry.PlantId, entry.Amount, policy.CarbonPriceCnyPerT / 1000);
            if (entry.Category != "3" || policy.IncludeInputs)
                capped.Add(entry.Amount, 1e-3);
        }

        if (policy.CarbonCapT is { } cap)
            Limit(context, "carbon_cap", "park.policy.carbon_cap_t", "", "t CO2e", capped, cap);
    }

    private static void AddEnergyCaps(FormulationContext context)
    {
        var policy = context.Park.Policy;
        if (policy.EnergyCapTce is { } cap)
        {
            var total = new LinearExpression();
            foreach (var plant in context.StandardCoalKg.Values)
                total.Add(plant, 1e-3);
            Limit(context, "energy_cap", "park.policy.energy_cap_tce", "", "tce", total, cap);
        }

        for (var i = 0; i < policy.PlantEnergyCaps.Count; i++)
        {
            var plantCap = policy.PlantEnergyCaps[i];
            var p = context.Park.Plants.ToList().FindIndex(plant => plant.Id == plantCap.PlantId);
            var total = new LinearExpression().Add(context.CoalKg(p), 1e-3);
            Limit(context, $"energy_cap,{plantCap.PlantId}", $"park.policy.plant_energy_caps[{i}]", plantCap.PlantId, "tce", total, plantCap.CapTce);
        }
    }

    private static void AddGreenShare(FormulationContext context)
    {
        var share = context.Park.Policy.MinGreenShare;
        if (share <= 0)
            return;

        var lacking = new LinearExpression().Add(context.Green.UsedKwh, share).Add(context.Green.GreenKwh, -1);
        Limit(context, "green_share", "park.policy.min_green_share", "", "kWh", lacking, 0);
    }

    private static void AddQuotas(FormulationContext context)
    {
        for (var i = 0; i < context.Park.Policy.Quotas.Count; i++)
        {
            var quota = context.Park.Policy.Quotas[i];
            var made = new LinearExpression();
            foreach (var (key, tonnes) in context.MadeTonnes)
            {
                if (key.MaterialId == quota.MaterialId && (quota.PlantIds.Count == 0 || quota.PlantIds.Contains(key.PlantId)))
                    made.Add(tonnes);
            }

            Limit(context, $"quota,{i}", $"park.policy.quotas[{i}]", "", "t", made, quota.MaxT);
        }
    }

    private static void AddFuelLimits(FormulationContext context)
    {
        for (var i = 0; i < context.Park.Fuels.Count; i++)
        {
            var fuel = context.Park.Fuels[i];
            if (fuel.MaxKwh is { } max && context.FuelKwh.TryGetValue(fuel.Id, out var burnt))
                Limit(context, $"fuel_limit,{fuel.Id}", $"park.fuels[{i}].max_kwh", "", "kWh", burnt, max);
        }
    }

    // The row is divided by its own size, so that the engine's absolute tolerance means the same for tonnes and for kWh.
    private static void Limit(FormulationContext context, string name, string path, string plantId, string unit, LinearExpression amount, double limit)
    {
        var size = Math.Max(Math.Abs(limit - amount.Constant), 1e-9);
        foreach (var term in amount.Terms)
            size = Math.Max(size, Math.Abs(term.Coefficient));
        var row = new LinearExpression().Add(amount, 1 / size);
        if (context.IsElastic)
        {
            var missing = context.Builder.AddVariable($"missing[{name}]", 0, double.PositiveInfinity);
            row.Add(missing, -1);
            context.Stretches.Add(new Stretch(path, plantId, path.Split('.')[^1], StretchKind.Limit, unit, size, [missing]));
        }

        context.Builder.AddRow($"limit[{name}]", row, double.NegativeInfinity, limit / size);
    }
}
