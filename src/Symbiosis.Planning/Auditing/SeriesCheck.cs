using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>Every series of the plan has a value per period, is finite and not negative, and names something the park has; the plan's periods are the grid's.</summary>
internal static class SeriesCheck
{
    /// <summary>Makes the check.</summary>
    public static AuditCheck Run(AuditCase audited)
    {
        var record = new CheckRecord("series");
        CheckPeriods(audited, record);
        var known = audited.Park.Plants.ToDictionary(plant => plant.Id, plant => QuantitiesOf(audited.Park, plant).ToHashSet());
        var seen = new HashSet<(string, string)>();
        foreach (var series in audited.Plan.Operation)
        {
            var plantId = series.PlantId ?? "";
            var name = $"'{series.Quantity}'{(plantId.Length > 0 ? $" of plant '{plantId}'" : "")}";
            record.Require(series.Values.Count == audited.PeriodCount, () => $"Series {name} has {series.Values.Count} values for {audited.PeriodCount} periods.");
            record.Require(seen.Add((plantId, series.Quantity ?? "")), () => $"Series {name} is given twice.");
            if (plantId.Length > 0)
                record.Require(known.TryGetValue(plantId, out var quantities) && quantities.Contains(series.Quantity ?? ""), () => $"Series {name} names nothing that the park has.");
            CheckValues(audited, record, series, name);
        }

        foreach (var unknown in audited.Materials.Unknown.Concat(audited.Network.Unknown))
            record.Require(false, () => $"'{unknown}' names nothing that the park has.");
        return record.Result();
    }

    private static void CheckPeriods(AuditCase audited, CheckRecord record)
    {
        var periods = audited.Plan.Periods;
        record.Require(periods.Count == audited.PeriodCount, () => $"The plan has {periods.Count} periods, the park {audited.PeriodCount}.");
        for (var t = 0; t < Math.Min(periods.Count, audited.PeriodCount); t++)
        {
            var period = t;
            record.Equal(periods[t].DurationHours * periods[t].Weight, audited.Hours[t], audited.Hours[t] + 1e-9, () =>
                $"Period {period} stands for {periods[period].DurationHours * periods[period].Weight} h in the plan and for {audited.Hours[period]} h in the park.");
        }
    }

    private static void CheckValues(AuditCase audited, CheckRecord record, OperationSeries series, string name)
    {
        // Recovery is what cold streams need less what others give them, and may be negative where others give more.
        var isSigned = series.Quantity == "recovery";
        var least = series.Unit is "t" or "t/h" ? audited.LeastTPerH : audited.LeastKw;
        for (var t = 0; t < series.Values.Count; t++)
        {
            var period = t;
            var value = series.Values[t];
            record.AtMost(isSigned ? 0 : -value, 0, least, () => $"Series {name} is {value} in period {period}.");
            record.Require(double.IsFinite(value), () => $"Series {name} is {value} in period {period}.");
        }
    }

    private static IEnumerable<string> QuantitiesOf(Park park, Plant plant) =>
        [
            "unused_heat",
            "recovery",
            .. plant.HotUtilities.Select(utility => $"hot_utility:{utility.Id}"),
            .. plant.ColdUtilities.Select(utility => $"cold_utility:{utility.Id}"),
            .. park.Carriers.SelectMany(carrier => new[] { $"generate:{carrier.Id}", $"use:{carrier.Id}" }),
            .. plant.Converters.Select(converter => $"converter:{converter.Id}"),
            .. plant.Converters.SelectMany(converter => converter.Ports.Select(port => $"port:{converter.Id}/{port.Id}")),
            .. plant.Storages.SelectMany(storage => new[] { $"charge:{storage.Id}", $"discharge:{storage.Id}", $"level:{storage.Id}" }),
            .. plant.Generators.Select(generator => $"generator:{generator.Id}"),
            .. plant.GridConnections.SelectMany(connection => new[] { $"import:{connection.Id}", $"export:{connection.Id}" }),
            .. plant.GridConnections.SelectMany(connection => connection.GreenPower.Select(product => $"green:{connection.Id}/{product.Id}")),
            .. plant.Supplies.Select(supply => $"supply:{supply.Id}"),
            .. plant.Offtakes.Select(offtake => $"offtake:{offtake.Id}"),
            .. Ports(plant, Direction.Out).Concat(plant.Outlets.Select(outlet => outlet.Id)).SelectMany(id => new[] { $"outlet:{id}", $"disposed:{id}" }),
            .. plant.Inlets.SelectMany(inlet => inlet.Purchases.Select(purchase => $"bought:{inlet.Id}/{purchase.Id}")),
            .. plant.Converters.SelectMany(converter => converter.Ports.SelectMany(port =>
                port.Material?.Purchases.Select(purchase => $"bought:{converter.Id}/{port.Id}/{purchase.Id}") ?? [])),
        ];

    private static IEnumerable<string> Ports(Plant plant, Direction direction) =>
        plant.Converters.SelectMany(converter => converter.Ports
            .Where(port => port.Material is not null && port.Direction == direction).Select(port => $"{converter.Id}/{port.Id}"));
}
