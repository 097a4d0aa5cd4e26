using Symbiosis.Domain.Parks;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>
/// Grid connections: import at the tariff's time-of-use price, demand charge on each month's largest import, connection cost, surcharge steps,
/// export, green power.
/// <para>Demand: <c>peak[m] >= import[t]</c> for the periods t of month m; the year's twelve charges are shared among the months that have
/// periods, by their hours. Steps: <c>beyond[j] >= energy - from[j]</c>, charged with the increase of the surcharge over the step before.
/// Green power: <c>green &lt;= import energy</c>; its CO2 is taken off unless it is a certificate only.</para>
/// Reads: grid_connections, tariffs. Creates: <c>import</c>, <c>export</c>, <c>peak</c>, <c>beyond</c>, <c>green</c>.
/// </summary>
internal static class PowerBlock
{
    /// <summary>Adds the grid connections of every plant.</summary>
    public static void Add(FormulationContext context)
    {
        for (var p = 0; p < context.Park.Plants.Count; p++)
        {
            var plant = context.Park.Plants[p];
            for (var i = 0; i < plant.GridConnections.Count; i++)
                AddConnection(context, p, plant, plant.GridConnections[i], $"{FormulationContext.PlantPath(p)}.grid_connections[{i}]");
        }
    }

    /// <summary>The electricity a plant's auxiliaries draw: that of its grid connection, else the park's first.</summary>
    public static string? ElectricityOf(Park park, Plant plant) =>
        plant.GridConnections.FirstOrDefault()?.CarrierId ?? park.Carriers.FirstOrDefault(carrier => carrier.Kind == CarrierKind.Electricity)?.Id;

    private static void AddConnection(FormulationContext context, int p, Plant plant, GridConnection connection, string path)
    {
        var tariffIndex = context.Park.Tariffs.ToList().FindIndex(tariff => tariff.Id == connection.TariffId);
        var tariff = context.Park.Tariffs[tariffIndex];
        var tariffPath = $"park.tariffs[{tariffIndex}]";
        var name = $"{plant.Id},{connection.Id}";
        var max = connection.MaxImportKw is { } kw ? context.Scale.FromKw(kw) : double.PositiveInfinity;
        var import = context.AddSeries($"import[{name}]", _ => max);
        context.Balances.Supply(p, connection.CarrierId, import, _ => max);
        context.Report(plant.Id, $"import:{connection.Id}", "kW", context.Scale.KwPerUnit, import);
        var factors = context.Grid.TariffFactors(tariff);
        context.ChargeFlow($"{tariffPath}.energy_cny_per_kwh", "power", plant.Id, import, [.. factors.Select(factor => factor * tariff.EnergyCnyPerKwh)]);
        context.EmitFlow($"{tariffPath}.co2_kg_per_kwh", 2, plant.Id, import, tariff.Co2KgPerKwh);

        var energyKwh = new LinearExpression();
        for (var t = 0; t < context.PeriodCount; t++)
        {
            energyKwh.Add(import[t], context.KwhPerUnit(t));
            context.CoalKg(p).Add(import[t], (context.Park.Policy.PowerKgcePerKwh) * context.KwhPerUnit(t));
        }

        context.Green.UsedKwh.Add(energyKwh);
        AddCapacity(context, plant, connection, tariff, tariffPath, name, import);
        AddDemandCharge(context, plant, tariff, tariffPath, name, import);
        AddTiers(context, plant, tariff, tariffPath, name, energyKwh);
        AddGreen(context, plant, connection, tariff, path, tariffPath, name, energyKwh);
        AddExport(context, p, plant, connection, path, name);
    }

    // The connection is charged by what is drawn at most; today's draw is charged likewise, so it is no decision on something new.
    private static void AddCapacity(
        FormulationContext context, Plant plant, GridConnection connection, Tariff tariff, string tariffPath, string name, Variable[] import)
    {
        if (tariff.CapacityInvestment is not { } investment)
            return;

        var path = $"{tariffPath}.capacity_investment";
        var largest = context.Builder.AddVariable($"largest_import[{name}]", 0, double.PositiveInfinity);
        for (var t = 0; t < context.PeriodCount; t++)
            context.Builder.AddRow($"largest_import[{name},t={t}]", new LinearExpression().Add(largest).Add(import[t], -1), 0, double.PositiveInfinity);

        var cost = new LinearExpression().Add(largest, investment.CnyPerKw * context.Scale.KwPerUnit).AddConstant(investment.FixedCny);
        var om = investment.OmFraction ?? (investment.CostIsYearly ? 0 : context.Park.Economics.OmFraction);
        context.Costs.Charge(path, "demand_charge", plant.Id, cost, (context.Annuity(investment) + om) * context.Grid.YearlyChargeFactor);
    }

    private static void AddDemandCharge(FormulationContext context, Plant plant, Tariff tariff, string tariffPath, string name, Variable[] import)
    {
        if (tariff.DemandCnyPerKwMonth <= 0)
            return;

        var totalHours = context.Grid.Hours.Sum();
        foreach (var month in Enumerable.Range(0, context.PeriodCount).GroupBy(context.Grid.Month))
        {
            var peak = context.Builder.AddVariable($"peak[{name},m={month.Key}]", 0, double.PositiveInfinity);
            var hours = 0.0;
            foreach (var t in month)
            {
                hours += context.Grid.Hours[t];
                context.Builder.AddRow($"peak[{name},t={t}]", new LinearExpression().Add(peak).Add(import[t], -1), 0, double.PositiveInfinity);
            }

            var months = 12 * context.Grid.YearlyChargeFactor * hours / totalHours;
            context.Costs.Charge($"{tariffPath}.demand_cny_per_kw_month", "demand_charge", plant.Id, peak, tariff.DemandCnyPerKwMonth * months * context.Scale.KwPerUnit);
        }
    }

    private static void AddTiers(FormulationContext context, Plant plant, Tariff tariff, string tariffPath, string name, LinearExpression energyKwh)
    {
        var before = 0.0;
        for (var j = 0; j < tariff.Tiers.Count; j++)
        {
            var tier = tariff.Tiers[j];
            var unit = context.Scale.KwPerUnit * context.Grid.HorizonHours;
            var beyond = context.Builder.AddVariable($"beyond[{name},j={j}]", 0, double.PositiveInfinity);
            context.Builder.AddRow(
                $"beyond[{name},j={j}]", new LinearExpression().Add(beyond).Add(energyKwh, -1 / unit), -tier.FromKwh / unit, double.PositiveInfinity);
            context.Costs.Charge($"{tariffPath}.tiers[{j}]", "surcharge", plant.Id, beyond, (tier.SurchargeCnyPerKwh - before) * unit);
            before = tier.SurchargeCnyPerKwh;
        }
    }

    private static void AddGreen(
        FormulationContext context, Plant plant, GridConnection connection, Tariff tariff, string path, string tariffPath, string name, LinearExpression energyKwh)
    {
        var unit = context.Scale.KwPerUnit * context.Grid.HorizonHours;
        var sum = new LinearExpression();
        for (var i = 0; i < connection.GreenPower.Count; i++)
        {
            var product = connection.GreenPower[i];
            var green = context.Builder.AddVariable($"green[{name},{product.Id}]", 0, product.MaxKwh is { } max ? max / unit : double.PositiveInfinity);
            sum.Add(green);
            context.Costs.Charge($"{path}.green_power[{i}]", "green_power", plant.Id, green, product.PremiumCnyPerKwh * unit);
            context.Green.GreenKwh.Add(green, unit);
            if (!product.CertificateOnly)
                context.Emissions.Charge($"{tariffPath}.co2_kg_per_kwh", "2", plant.Id, green, -tariff.Co2KgPerKwh * unit);
            context.Report(plant.Id, $"green:{connection.Id}/{product.Id}", "kW", context.Scale.KwPerUnit, [.. Enumerable.Repeat(new LinearExpression().Add(green), context.PeriodCount)]);
        }

        if (connection.GreenPower.Count > 0)
            context.Builder.AddRow($"green_max[{name}]", new LinearExpression().Add(sum).Add(energyKwh, -1 / unit), double.NegativeInfinity, 0);
    }

    private static void AddExport(FormulationContext context, int p, Plant plant, GridConnection connection, string path, string name)
    {
        if (connection.MaxExportKw <= 0)
            return;

        var max = context.Scale.FromKw(connection.MaxExportKw);
        var export = context.AddSeries($"export[{name}]", _ => max);
        context.Balances.Take(p, connection.CarrierId, export, _ => max);
        context.Report(plant.Id, $"export:{connection.Id}", "kW", context.Scale.KwPerUnit, export);
        context.ChargeFlow($"{path}.export_cny_per_kwh", "sale", plant.Id, export, context.Grid.Series(-connection.ExportCnyPerKwh, connection.ExportProfileId));
    }
}
