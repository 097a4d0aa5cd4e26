using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>
/// Heat cascade of every plant and period: heat must be able to fall from the sources to the sinks.
/// <para>All sinks can be served if and only if above every shifted temperature T the sources give at least what the sinks there take:
/// <c>hot(above T) >= cold(above T)</c>. All sources that must be absorbed (everything but optional streams) can be absorbed if and only if
/// below every T the sinks take at least what those sources give: <c>cold(below T) >= obliged hot(below T)</c>. Where either can be done, both can be done
/// at once (Mendelsohn and Dulmage, Canad. J. Math. 10 (1958) 517, for flows), so no exchanger needs to be guessed.</para>
/// <para>Both sides are linear in T between the elements' temperatures, so only those are tried, with the phase changes exactly there
/// once above and once below. A phase change can serve another of equal shifted temperature.</para>
/// </summary>
internal static class CascadeCheck
{
    /// <summary>Makes the check.</summary>
    public static AuditCheck Run(AuditCase audited)
    {
        var record = new CheckRecord("heat_cascade");
        foreach (var plant in audited.Park.Plants)
        {
            var elements = PlantHeat.ElementsOf(audited, plant);
            if (elements.Count == 0)
                continue;

            CheckPlant(audited, record, plant, elements);
            CheckUnused(audited, record, plant, elements);
        }

        return record.Result();
    }

    private static void CheckPlant(AuditCase audited, CheckRecord record, Plant plant, List<CascadeElement> elements)
    {
        var unserved = new Cut[audited.PeriodCount];
        var uncooled = new Cut[audited.PeriodCount];
        foreach (var celsius in elements.SelectMany(element => new[] { element.HighCelsius, element.LowCelsius }).Distinct())
        {
            foreach (var includesThis in new[] { true, false })
            {
                double[] above = [.. elements.Select(element => element.ShareAbove(celsius, includesThis))];
                for (var t = 0; t < audited.PeriodCount; t++)
                    Try(elements, above, celsius, t, ref unserved[t], ref uncooled[t]);
            }
        }

        for (var t = 0; t < audited.PeriodCount; t++)
        {
            var period = t;
            var size = audited.KwSize(elements.Sum(element => element.Kw[period]));
            record.AtMost(unserved[t].Asked, unserved[t].There, size, () =>
                $"Plant '{plant.Id}', period {period}: above {unserved[period].Celsius:0.##} deg C (shifted) {unserved[period].Asked:0.###} kW are needed " +
                $"and {unserved[period].There:0.###} kW are there.");
            record.AtMost(uncooled[t].Asked, uncooled[t].There, size, () =>
                $"Plant '{plant.Id}', period {period}: below {uncooled[period].Celsius:0.##} deg C (shifted) {uncooled[period].Asked:0.###} kW must be cooled " +
                $"and {uncooled[period].There:0.###} kW can be taken.");
        }
    }

    private static void Try(List<CascadeElement> elements, double[] above, double celsius, int t, ref Cut unserved, ref Cut uncooled)
    {
        double hotAbove = 0, coldAbove = 0, coldBelow = 0, obligedBelow = 0;
        for (var i = 0; i < above.Length; i++)
        {
            var kw = elements[i].Kw[t];
            if (!elements[i].IsHot)
            {
                coldAbove += above[i] * kw;
                coldBelow += (1 - above[i]) * kw;
                continue;
            }

            hotAbove += above[i] * kw;
            if (!elements[i].IsOptional)
                obligedBelow += (1 - above[i]) * kw;
        }

        if (coldAbove - hotAbove > unserved.Asked - unserved.There)
            unserved = new Cut(celsius, coldAbove, hotAbove);
        if (obligedBelow - coldBelow > uncooled.Asked - uncooled.There)
            uncooled = new Cut(celsius, obligedBelow, coldBelow);
    }

    private static void CheckUnused(AuditCase audited, CheckRecord record, Plant plant, List<CascadeElement> elements)
    {
        if (!elements.Any(element => element.IsOptional))
            return;

        var unused = audited.Series(plant.Id, "unused_heat");
        for (var t = 0; t < audited.PeriodCount; t++)
        {
            var period = t;
            var hot = elements.Where(element => element.IsHot).Sum(element => element.Kw[period]);
            var cold = elements.Where(element => !element.IsHot).Sum(element => element.Kw[period]);
            record.Equal(unused[t], hot - cold, audited.KwSize(hot + cold), () =>
                $"Plant '{plant.Id}', period {period}: {unused[period]:0.###} kW are said to stay unused; sources less sinks leave {hot - cold:0.###} kW.");
        }
    }

    private readonly record struct Cut(double Celsius, double Asked, double There);
}
