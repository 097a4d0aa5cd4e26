using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Auditing;

/// <summary>Costs and emissions of utilities, fuels, supplies, offtakes, generators, converters, storages and pipes in operation.</summary>
internal static class OperationReckoning
{
    /// <summary>Adds them.</summary>
    public static void Add(AuditCase audited, Reckoning reckoning)
    {
        foreach (var plant in audited.Park.Plants)
        {
            AddUtilities(audited, reckoning, plant);
            AddExchanges(audited, reckoning, plant);
            AddStorages(audited, reckoning, plant);
            foreach (var converter in plant.Converters)
                AddConverter(audited, reckoning, plant, converter);
        }

        AddPipes(audited, reckoning);
    }

    private static void AddUtilities(AuditCase audited, Reckoning reckoning, Plant plant)
    {
        foreach (var utility in plant.HotUtilities)
        {
            var heat = audited.Series(plant.Id, $"hot_utility:{utility.Id}");
            reckoning.Charge("utility", audited.Total(heat, audited.Grid.Series(utility.PriceCnyPerKwh, utility.PriceProfileId)));
            reckoning.Emit(1, audited.Total(heat) * utility.Co2KgPerKwh);
            if (utility.FuelId is { } fuelId)
                BurnFuel(audited, reckoning, plant, fuelId, heat, 1 / utility.Efficiency);
        }

        foreach (var utility in plant.ColdUtilities)
            reckoning.Charge("utility", audited.Total(audited.Series(plant.Id, $"cold_utility:{utility.Id}")) * utility.PriceCnyPerKwh);
    }

    private static void BurnFuel(AuditCase audited, Reckoning reckoning, Plant plant, string fuelId, double[] flow, double fuelPerFlow)
    {
        var fuel = audited.Park.Fuels.First(candidate => candidate.Id == fuelId);
        var burntKwh = audited.Total(flow) * fuelPerFlow;
        reckoning.Charge("fuel", audited.Total(flow, audited.Grid.Series(fuel.PriceCnyPerKwh, fuel.PriceProfileId)) * fuelPerFlow);
        reckoning.Emit(1, burntKwh * fuel.Co2KgPerKwh);
        Reckoning.Sum(reckoning.CoalKg, plant.Id, burntKwh * fuel.KgcePerKwh);
        Reckoning.Sum(reckoning.FuelKwh, fuelId, burntKwh);
    }

    private static void AddExchanges(AuditCase audited, Reckoning reckoning, Plant plant)
    {
        foreach (var supply in plant.Supplies)
        {
            var flow = audited.Series(plant.Id, $"supply:{supply.Id}");
            reckoning.Charge("purchase", audited.Total(flow, audited.Grid.Series(supply.PriceCnyPerKwh, supply.PriceProfileId)));
            reckoning.Emit(2, audited.Total(flow) * supply.Co2KgPerKwh);
        }

        foreach (var offtake in plant.Offtakes)
        {
            var flow = audited.Series(plant.Id, $"offtake:{offtake.Id}");
            reckoning.Charge("sale", -audited.Total(flow, audited.Grid.Series(offtake.PriceCnyPerKwh, offtake.PriceProfileId)));
            reckoning.Emit(1, audited.Total(flow) * offtake.Co2KgPerKwh);
        }

        foreach (var generator in plant.Generators)
        {
            var kwh = audited.Total(audited.Series(plant.Id, $"generator:{generator.Id}"));
            reckoning.Charge("sale", -kwh * generator.IncomeCnyPerKwh);
            reckoning.GreenKwh += generator.Green ? kwh : 0;
            reckoning.UsedKwh += generator.Green ? kwh : 0;
        }
    }

    private static void AddStorages(AuditCase audited, Reckoning reckoning, Plant plant)
    {
        foreach (var storage in plant.Storages)
        {
            var price = audited.Grid.Series(storage.ChargeCnyPerKwh, storage.ChargeProfileId);
            reckoning.Charge("storage", audited.Total(audited.Series(plant.Id, $"charge:{storage.Id}"), price));
            reckoning.Charge("storage", audited.Total(audited.Series(plant.Id, $"discharge:{storage.Id}")) * storage.DischargeCnyPerKwh);
        }
    }

    private static void AddConverter(AuditCase audited, Reckoning reckoning, Plant plant, Converter converter)
    {
        var activity = audited.Series(plant.Id, $"converter:{converter.Id}");
        reckoning.Charge("om", audited.Total(activity, audited.Grid.Series(converter.OmCnyPerKwh, converter.OmProfileId)));
        reckoning.Emit(1, audited.Total(activity) * converter.Co2KgPerKwh);
        foreach (var port in converter.Ports)
        {
            var flow = audited.Series(plant.Id, $"port:{converter.Id}/{port.Id}");
            if (port.FuelId is { } fuelId)
                BurnFuel(audited, reckoning, plant, fuelId, flow, 1);
            if (port is { Material: { } material, Direction: Direction.Out })
                Reckoning.Sum(reckoning.MadeTonnes, (material.MaterialId, plant.Id), audited.Total(flow));
        }

        if (converter.StartCny <= 0)
            return;

        var starts = StartCount(audited, activity, audited.Sizes.Total(plant, converter.Id)) * converter.StartCny;
        if (converter.MinLoadFraction > 0)
            reckoning.Charge("start", starts);
        else
            reckoning.OpenStartCny += starts;
    }

    /// <summary>Starts in the horizon: from rest to load, cyclic within each day.</summary>
    private static double StartCount(AuditCase audited, double[] activity, double size)
    {
        var count = 0.0;
        bool Runs(int t) => activity[t] > CheckRecord.DefaultTolerance * size;
        foreach (var day in audited.Grid.Days)
        {
            for (var t = day.FirstPeriod; t <= day.LastPeriod; t++)
            {
                var before = t == day.FirstPeriod ? day.LastPeriod : t - 1;
                count += Runs(t) && !Runs(before) ? audited.Grid.Periods[t].Weight : 0;
            }
        }

        return count;
    }

    private static void AddPipes(AuditCase audited, Reckoning reckoning)
    {
        foreach (var group in audited.Network.Groups)
        {
            var kwh = audited.Total(group.Forward) + audited.Total(group.Backward);
            var pumpingKwh = kwh * group.Size.PumpingKwPerKwKm * group.Corridor.LengthM / 1000;
            reckoning.Charge("flow", kwh * group.Size.FlowCnyPerKwh);
            reckoning.Charge("pumping", pumpingKwh * audited.Park.Network.PumpingCnyPerKwh);
            reckoning.Emit(2, pumpingKwh * audited.Park.Network.PumpingCo2KgPerKwh);
        }
    }
}
