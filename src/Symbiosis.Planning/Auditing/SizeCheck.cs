using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>
/// Flows within what stands and was bought: stations, utilities, supplies, offtakes, generators, grid connections; new sizes within what the
/// cost laws offer (smallest, largest, whole modules, points). Converters and storages have checks of their own.
/// </summary>
internal static class SizeCheck
{
    /// <summary>Makes the check.</summary>
    public static AuditCheck Run(AuditCase audited)
    {
        var record = new CheckRecord("sizes_respected");
        CheckOffers(audited, record);
        foreach (var plant in audited.Park.Plants)
        {
            CheckStations(audited, record, plant);
            CheckUtilities(audited, record, plant);
            CheckExchanges(audited, record, plant);
        }

        return record.Result();
    }

    private static void CheckOffers(AuditCase audited, CheckRecord record)
    {
        foreach (var planned in audited.Plan.Equipment.Where(planned => !string.IsNullOrEmpty(planned.PlantId)))
        {
            record.Require(
                audited.Sizes.Contains(planned.PlantId!, planned.ElementId ?? ""), () => $"Equipment '{planned.ElementId}' of plant '{planned.PlantId}' is nothing that the park has.");
        }

        foreach (var size in audited.Sizes.All.Where(size => size.NewSize != 0 || size.IsPaid))
        {
            var name = $"'{size.ElementId}' of plant '{size.Plant.Id}'";
            record.AtMost(-size.NewSize, 0, audited.LeastKw, () => $"The new size of {name} is {size.NewSize}.");
            record.Require(size.Law is not null || !size.IsPaid, () => $"{size.NewSize:0.###} are bought of {name}, which nobody offers.");
            if (size is { Law: { } law, IsPaid: true })
                CheckLaw(record, name, law, size.NewSize);
        }
    }

    private static void CheckLaw(CheckRecord record, string name, Investment law, double size)
    {
        var largest = Math.Min(law.MaxSizeKw ?? double.PositiveInfinity, law.Points.Count > 0 ? law.Points[^1].SizeKw : double.PositiveInfinity);
        var smallest = Math.Max(law.MinSizeKw, law.Points.Count > 0 ? law.Points[0].SizeKw : 0);
        record.AtMost(size, largest, largest, () => $"{size:0.###} are bought of {name}; {largest:0.###} are offered at most.");
        if (size > 0 || law.Required)
            record.AtMost(smallest, size, Math.Max(smallest, 1e-9), () => $"{size:0.###} are bought of {name}; {smallest:0.###} is the least.");
        if (law is { ModuleKw: { } module, Points.Count: 0 })
            record.Equal(size / module, Math.Round(size / module), 1, () => $"{size:0.###} are bought of {name}, which is no whole number of modules of {module:0.###}.");
    }

    private static void CheckStations(AuditCase audited, CheckRecord record, Plant plant)
    {
        foreach (var carrier in audited.Park.Carriers)
        {
            foreach (var element in new[] { $"generate:{carrier.Id}", $"use:{carrier.Id}" })
                AtMost(audited, record, plant, element, _ => audited.Sizes.Total(plant, element));
        }
    }

    private static void CheckUtilities(AuditCase audited, CheckRecord record, Plant plant)
    {
        foreach (var utility in plant.HotUtilities)
        {
            var capacity = audited.Stands(utility.FirstYear, utility.LastYear) ? utility.CapacityKw ?? double.PositiveInfinity : 0;
            var share = audited.Grid.Series(1, utility.AvailabilityProfileId);
            AtMost(audited, record, plant, $"hot_utility:{utility.Id}", t => Times(capacity, share[t]));
            if (utility.MinLoadFraction > 0 && double.IsFinite(capacity))
                AtLeast(audited, record, plant, $"hot_utility:{utility.Id}", _ => utility.MinLoadFraction * capacity, isAlways: false);
        }

        foreach (var utility in plant.ColdUtilities)
            AtMost(audited, record, plant, $"cold_utility:{utility.Id}", _ => utility.CapacityKw ?? double.PositiveInfinity);
    }

    private static void CheckExchanges(AuditCase audited, CheckRecord record, Plant plant)
    {
        foreach (var supply in plant.Supplies)
        {
            var size = audited.Sizes.Total(plant, supply.Id);
            var share = audited.Grid.Series(1, supply.AvailabilityProfileId);
            AtMost(audited, record, plant, $"supply:{supply.Id}", t => Times(size, share[t]));
            if (supply.MustTake && double.IsFinite(size))
                AtLeast(audited, record, plant, $"supply:{supply.Id}", t => Times(size, share[t]), isAlways: true);
        }

        foreach (var offtake in plant.Offtakes)
        {
            var share = audited.Grid.Series(1, offtake.AvailabilityProfileId);
            AtMost(audited, record, plant, $"offtake:{offtake.Id}", t => Times(offtake.MaxKw ?? double.PositiveInfinity, share[t]));
        }

        foreach (var generator in plant.Generators)
            CheckGenerator(audited, record, plant, generator);
        foreach (var connection in plant.GridConnections)
        {
            AtMost(audited, record, plant, $"import:{connection.Id}", _ => connection.MaxImportKw ?? double.PositiveInfinity);
            AtMost(audited, record, plant, $"export:{connection.Id}", _ => connection.MaxExportKw);
        }
    }

    private static void CheckGenerator(AuditCase audited, CheckRecord record, Plant plant, Generator generator)
    {
        var size = audited.Sizes.Total(plant, generator.Id);
        var output = audited.Grid.Series(1, generator.OutputProfileId);
        AtMost(audited, record, plant, $"generator:{generator.Id}", t => Times(size, output[t]));
        if (generator.MustTake)
            AtLeast(audited, record, plant, $"generator:{generator.Id}", t => Times(size, output[t]), isAlways: true);
        if (generator is { AreaM2: { } area, AreaM2PerKw: > 0 } && size > generator.ExistingKw)
            record.AtMost(size * generator.AreaM2PerKw, area, area + 1, () => $"Generator '{generator.Id}' of plant '{plant.Id}' needs {size * generator.AreaM2PerKw:0} m2 of {area:0} m2.");
    }

    private static void AtMost(AuditCase audited, CheckRecord record, Plant plant, string quantity, Func<int, double> limit)
    {
        var flow = audited.Series(plant.Id, quantity);
        for (var t = 0; t < flow.Length; t++)
        {
            var (period, most) = (t, limit(t));
            if (double.IsInfinity(most))
                continue;

            record.AtMost(flow[t], most, audited.KwSize(most), () => $"Plant '{plant.Id}', period {period}: '{quantity}' is {flow[period]:0.###} kW; {most:0.###} kW can be had.");
        }
    }

    private static void AtLeast(AuditCase audited, CheckRecord record, Plant plant, string quantity, Func<int, double> limit, bool isAlways)
    {
        var flow = audited.Series(plant.Id, quantity);
        for (var t = 0; t < flow.Length; t++)
        {
            var (period, least) = (t, limit(t));
            var scale = audited.KwSize(least);
            if (isAlways || flow[t] > CheckRecord.DefaultTolerance * scale)
                record.AtMost(least, flow[t], scale, () => $"Plant '{plant.Id}', period {period}: '{quantity}' is {flow[period]:0.###} kW; {least:0.###} kW is the least.");
        }
    }

    // Unlimited times nothing is nothing.
    private static double Times(double size, double share) => share == 0 ? 0 : size * share;
}
