using Symbiosis.Domain.Parks;

namespace Symbiosis.TestKit.RandomParkParts;

/// <summary>One or two days of a year in up to four steps, with profiles over them.</summary>
internal static class RandomTime
{
    public const string SunProfileId = "sun";

    public static readonly IReadOnlyList<string> LoadProfileIds = ["load-a", "load-b"];

    private const double YearHours = 8760;
    private const int YearDays = 365;

    public static Park Add(Park park, Draw draw, RandomParkOptions options)
    {
        var periods = Periods(draw, options.MaxPeriodCount);
        return park with
        {
            Time = new TimeStructure { HorizonHours = YearHours, Periods = periods },
            Profiles =
            [
                .. LoadProfileIds.Select(id => new Profile { Id = id, Values = [.. periods.Select(_ => draw.Between(0.3, 1.2))] }),
                new Profile { Id = SunProfileId, Values = [.. periods.Select(_ => draw.Chance(0.5) ? 0 : draw.Between(0.1, 0.7))] },
            ],
        };
    }

    private static Period[] Periods(Draw draw, int maxPeriodCount)
    {
        var count = draw.Count(1, maxPeriodCount);
        if (count == 1)
            return [new Period { DurationHours = 24, Weight = YearDays }];

        if (count == 4 && draw.Chance(0.5))
        {
            var winterDays = draw.Count(100, 250);
            var morningHours = draw.Count(6, 18);
            return
            [
                .. Day("winter", 1, winterDays, [morningHours, 24 - morningHours]),
                .. Day("summer", 7, YearDays - winterDays, [12, 12]),
            ];
        }

        var cuts = new[] { 6, 10, 17 }.Take(count - 1).ToArray();
        double[] durations = [.. cuts.Select((cut, index) => (double)cut - (index == 0 ? 0 : cuts[index - 1])), 24 - cuts[^1]];
        return [.. Day("day", draw.Count(1, 12), YearDays, durations)];
    }

    private static IEnumerable<Period> Day(string id, int month, int weight, double[] durations)
    {
        var startHour = 0.0;
        foreach (var duration in durations)
        {
            yield return new Period { DurationHours = duration, Weight = weight, Month = month, StartHour = startHour, DayId = id };
            startHour += duration;
        }
    }
}
