using Symbiosis.Domain.Parks;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>
/// Storages: <c>level[t] = level[t-1] x (1 - loss)^duration + charge_efficiency x charge[t] x duration - discharge[t] x duration / discharge_efficiency</c>,
/// <c>min x size &lt;= level[t] &lt;= size</c>. Charging and discharging at once is allowed where it pays;
/// a heat store moves no more in a step than it can hold.
/// <para>Cyclic day: the level before a day's first step is that after its last. Horizon boundaries pass levels from day to day; a day of weight w
/// repeats w times, so its net gain counts w times and the bounds hold in its first and its last repetition.</para>
/// <para>On averaged periods only the net balance over the horizon stays (without losses by time), which keeps a lower bound one.</para>
/// Reads: storages. Creates: <c>charge</c>, <c>discharge</c>, <c>level</c>, <c>level_start</c>, sizes of energy and power.
/// </summary>
internal static class StorageBlock
{
    /// <summary>Adds the storages of every plant.</summary>
    public static void Add(FormulationContext context)
    {
        for (var p = 0; p < context.Park.Plants.Count; p++)
        {
            var plant = context.Park.Plants[p];
            for (var i = 0; i < plant.Storages.Count; i++)
                AddStorage(context, p, plant, plant.Storages[i], $"{FormulationContext.PlantPath(p)}.storages[{i}]");
        }
    }

    private static void AddStorage(FormulationContext context, int p, Plant plant, Storage storage, string path)
    {
        var isMaterial = storage.OutletId is not null || storage.InletId is not null;
        var perUnit = isMaterial ? 1 : context.Scale.KwPerUnit;
        var (energy, power) = isMaterial ? ("t", "t/h") : ("kWh", "kW");
        var name = $"{plant.Id},{storage.Id}";
        var size = Sizing.Add(context, $"storage,{name}", new Offer(plant.Id, path, storage.Id, energy, perUnit), storage.Investment, storage.ExistingKwh, double.PositiveInfinity);
        if (size.MaxTotal <= 0)
            return;

        var chargeSize = Sizing.Add(
            context, $"storage_charge,{name}", new Offer(plant.Id, $"{path}.charge_investment", $"{storage.Id}:charge", power, perUnit), storage.ChargeInvestment,
            storage.ExistingChargeKw ?? (storage.ChargeInvestment is null ? double.PositiveInfinity : 0), double.PositiveInfinity);
        var dischargeSize = Sizing.Add(
            context, $"storage_discharge,{name}", new Offer(plant.Id, $"{path}.discharge_investment", $"{storage.Id}:discharge", power, perUnit), storage.DischargeInvestment,
            storage.ExistingDischargeKw ?? (storage.DischargeInvestment is null ? double.PositiveInfinity : 0), double.PositiveInfinity);
        if (storage.ChargePerDischarge is { } ratio && chargeSize.Added is { } bought && dischargeSize.Added is { } boughtToo)
            context.Builder.AddRow($"power_ratio[{name}]", new LinearExpression().Add(bought).Add(boughtToo, -ratio), 0, 0);

        var charge = AddPower(context, $"charge[{name}]", chargeSize, size, storage.MaxChargePerHour);
        var discharge = AddPower(context, $"discharge[{name}]", dischargeSize, size, storage.MaxDischargePerHour);
        StorageLevels.Add(context, plant, storage, name, size, charge, discharge, energy, perUnit);

        context.Report(plant.Id, $"charge:{storage.Id}", power, perUnit, charge);
        context.Report(plant.Id, $"discharge:{storage.Id}", power, perUnit, discharge);
        var chargePrice = context.Grid.Series(storage.ChargeCnyPerKwh, storage.ChargeProfileId);
        for (var t = 0; t < context.PeriodCount; t++)
        {
            context.Costs.Charge($"{path}.charge_cny_per_kwh", "storage", plant.Id, charge[t], chargePrice[t] * perUnit * context.Grid.Hours[t]);
            context.Costs.Charge($"{path}.discharge_cny_per_kwh", "storage", plant.Id, discharge[t], storage.DischargeCnyPerKwh * perUnit * context.Grid.Hours[t]);
        }

        Connect(context, p, storage, size, charge, discharge, chargeSize.MaxTotal, dischargeSize.MaxTotal);
    }

    private static Variable[] AddPower(FormulationContext context, string name, Sizing power, Sizing energy, double? perHour)
    {
        var flow = context.AddSeries(name, _ => power.MaxTotal);
        if (!power.IsFixed)
            context.LimitBySize($"power_max[{name}]", flow, power);
        if (perHour is { } rate)
        {
            for (var t = 0; t < context.PeriodCount; t++)
                context.Builder.AddRow($"power_rate[{name},t={t}]", new LinearExpression().Add(flow[t]).Add(energy.Total, -rate), double.NegativeInfinity, 0);
        }

        return flow;
    }

    private static void Connect(FormulationContext context, int p, Storage storage, Sizing size, Variable[] charge, Variable[] discharge, double maxCharge, double maxDischarge)
    {
        var plant = context.Park.Plants[p];
        if (storage.CarrierId is { } carrierId)
        {
            context.Balances.Take(p, carrierId, charge, _ => maxCharge);
            context.Balances.Supply(p, carrierId, discharge, _ => maxDischarge);
        }
        else if (storage.Heat is { } heat)
        {
            LimitToContent(context, storage, $"{plant.Id},{storage.Id}", size, charge, discharge);
            context.Cascades[p].Add(false, heat.ReturnCelsius, heat.SupplyCelsius, heat.ApproachK, CarrierBalances.Times(charge, 1), _ => maxCharge);
            context.Cascades[p].Add(true, heat.SupplyCelsius, heat.ReturnCelsius, heat.ApproachK, CarrierBalances.Times(discharge, 1), _ => maxDischarge);
        }
        else if (storage.OutletId is { } outletId)
        {
            context.Sources.AddBuffer($"{plant.Id}/{outletId}", charge, discharge);
        }
        else if (storage.InletId is { } inletId)
        {
            context.Sources.AddBuffer($"{plant.Id}/{inletId}", charge, discharge);
        }
    }

    // A tank that charges and discharges at once would be a free exchanger past those that cost money: what passes in a step fits into it.
    private static void LimitToContent(FormulationContext context, Storage storage, string name, Sizing size, Variable[] charge, Variable[] discharge)
    {
        for (var t = 0; t < context.PeriodCount && !context.Grid.IsAveraged; t++)
        {
            var hours = context.Grid.Grid.Periods[t].DurationHours;
            context.Builder.AddRow(
                $"charge_fits[{name},t={t}]", new LinearExpression().Add(charge[t], storage.ChargeEfficiency * hours).Add(size.Total, -1), double.NegativeInfinity, 0);
            context.Builder.AddRow(
                $"discharge_fits[{name},t={t}]", new LinearExpression().Add(discharge[t], hours / storage.DischargeEfficiency).Add(size.Total, -1), double.NegativeInfinity, 0);
        }
    }
}
