using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>
/// Converters: every port's flow follows from the activity by its ratio (within its range where it varies, less its trade-offs where it is fixed);
/// the activity is within the available size, equal to it where it must run, and zero or at least the minimum load.
/// </summary>
internal static class ConverterCheck
{
    /// <summary>Makes the check.</summary>
    public static AuditCheck Run(AuditCase audited)
    {
        var record = new CheckRecord("converter_ratios");
        foreach (var plant in audited.Park.Plants)
        {
            foreach (var converter in plant.Converters)
            {
                var activity = audited.Series(plant.Id, $"converter:{converter.Id}");
                CheckLoad(audited, record, plant, converter, activity);
                foreach (var port in converter.Ports)
                    CheckPort(audited, record, plant, converter, port, activity);
            }
        }

        return record.Result();
    }

    private static void CheckLoad(AuditCase audited, CheckRecord record, Plant plant, Converter converter, double[] activity)
    {
        var size = audited.Sizes.Total(plant, converter.Id);
        var share = audited.Grid.Series(1, converter.AvailabilityProfileId);
        for (var t = 0; t < audited.PeriodCount; t++)
        {
            var period = t;
            var scale = Scale(audited, converter, size);
            string Sentence(string rule) => $"Converter '{converter.Id}' of plant '{plant.Id}', period {period}: activity {activity[period]:0.#####} with a size of {size:0.#####} {rule}.";
            record.AtMost(activity[t], size * share[t], scale, () => Sentence($"of which {share[period]:0.###} is available"));
            if (converter.MustRun)
                record.Equal(activity[t], size * share[t], scale, () => Sentence("that must run in full"));
            if (converter.MinLoadFraction > 0 && activity[t] > CheckRecord.DefaultTolerance * scale)
                record.AtMost(converter.MinLoadFraction * size, activity[t], scale, () => Sentence($"whose least load is {converter.MinLoadFraction:0.###}"));
        }
    }

    private static void CheckPort(AuditCase audited, CheckRecord record, Plant plant, Converter converter, Port port, double[] activity)
    {
        var flow = audited.Series(plant.Id, $"port:{converter.Id}/{port.Id}");
        var isVariable = port.MinRatio is not null || port.MaxRatio is not null;
        var low = audited.Grid.Series(isVariable ? port.MinRatio ?? port.Ratio : port.Ratio, port.RatioProfileId);
        var high = audited.Grid.Series(isVariable ? port.MaxRatio ?? port.Ratio : port.Ratio, port.RatioProfileId);
        var others = isVariable ? [] : port.TradeOffs.Select(tradeOff => (tradeOff.Loss, Flow: audited.Series(plant.Id, $"port:{converter.Id}/{tradeOff.PortId}"))).ToList();
        for (var t = 0; t < audited.PeriodCount; t++)
        {
            var period = t;
            var lost = others.Sum(other => other.Loss * other.Flow[period]);
            var (least, most) = ((low[t] * activity[t]) - lost, (high[t] * activity[t]) - lost);
            var scale = Math.Max(Math.Abs(high[t] * activity[t]) + Math.Abs(lost), port.Material is null ? audited.LeastKw : audited.LeastTPerH);
            string Sentence() => $"Port '{converter.Id}/{port.Id}' of plant '{plant.Id}', period {period}: {flow[period]:0.#####} at an activity of {activity[period]:0.#####}; {least:0.#####} to {most:0.#####} fit.";
            record.AtMost(least, flow[t], scale, Sentence);
            record.AtMost(flow[t], most, scale, Sentence);
        }
    }

    private static double Scale(AuditCase audited, Converter converter, double size) =>
        converter.Ports.First(port => port.Id == converter.ReferencePortId).Material is null ? audited.KwSize(size) : audited.TPerHSize(size);
}
