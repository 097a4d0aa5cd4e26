using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Time;

/// <summary>
/// Lays out the steps of a <see cref="TimeGrid"/> and remembers from which hours of the horizon each takes its values.
/// </summary>
internal sealed class GridBuilder(Park park)
{
    private const string CommonDayId = "day";
    private const int HoursPerDay = 24;

    private readonly Calendar _calendar = new(park.Time.HorizonHours);
    private readonly List<GridPeriod> _periods = [];
    private readonly List<GridDay> _days = [];
    private readonly List<HourSpan> _spans = [];

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<GridPeriod> Periods => _periods;

    /// <summary>Their days.</summary>
    public IReadOnlyList<GridDay> Days => _days;

    /// <summary>For each step its hours in hourly profiles.</summary>
    public IReadOnlyList<HourSpan> Spans => _spans;

    /// <summary>Months of the horizon.</summary>
    public Calendar Calendar => _calendar;

    /// <summary>Steps as given.</summary>
    public void AddExplicit(IReadOnlyList<Period> periods)
    {
        var startHour = 0.0;
        foreach (var period in periods)
        {
            startHour = (period.StartHour ?? startHour) % HoursPerDay;
            Add(period.DurationHours, period.Weight, period.Month, startHour, period.DayId ?? CommonDayId);
            startHour += period.DurationHours;
        }

        AddExplicitSpans();
    }

    /// <summary>Steps of typical days.</summary>
    public void AddTypicalDays(TypicalDays rule)
    {
        var horizonDays = park.Time.HorizonHours / HoursPerDay;
        var dayCount = Math.Max(1, (int)Math.Floor(horizonDays + 1e-9));
        var stepCount = (int)Math.Round(HoursPerDay / rule.StepHours);
        var stepHours = (double)HoursPerDay / stepCount;
        foreach (var (day, represented) in TypicalDaySelection.Select(park, rule, dayCount, _calendar))
        {
            for (var step = 0; step < stepCount; step++)
            {
                // A horizon that ends inside a day is spread evenly, so that the hours still add up to it.
                Add(stepHours, represented * horizonDays / dayCount, _calendar.MonthOfDay(day), step * stepHours, $"d{day + 1:000}");
                _spans.Add(new HourSpan(day * HoursPerDay + step * stepHours, stepHours, 1, HoursPerDay));
            }
        }
    }

    /// <summary>Steps as many as the longest profile has values; one where there is none.</summary>
    public void AddByLongestProfile()
    {
        var horizonHours = park.Time.HorizonHours;
        var stepCount = Math.Max(1, park.Profiles.Select(profile => profile.Values.Count).DefaultIfEmpty(0).Max());

        // A day shape of 24 values over a longer horizon is one day of hours that occurs again and again.
        var isDayShape = stepCount == HoursPerDay && horizonHours > HoursPerDay;
        var durationHours = isDayShape ? 1 : horizonHours / stepCount;
        var weight = isDayShape ? horizonHours / HoursPerDay : 1;
        for (var step = 0; step < stepCount; step++)
        {
            var startHour = step * durationHours;
            Add(durationHours, weight, _calendar.MonthOfHour(startHour + durationHours / 2), startHour % HoursPerDay, CommonDayId);
            _spans.Add(new HourSpan(startHour, durationHours, isDayShape ? (int)weight : 1, HoursPerDay));
        }
    }

    private void Add(double durationHours, double weight, int month, double startHour, string dayId)
    {
        var isFirst = _days.Count == 0 || _days[^1].Id != dayId;
        if (isFirst)
            _days.Add(new GridDay { Index = _days.Count, Id = dayId, FirstPeriod = _periods.Count, PeriodCount = 1 });
        else
            _days[^1] = _days[^1] with { PeriodCount = _days[^1].PeriodCount + 1 };

        _periods.Add(new GridPeriod
        {
            Index = _periods.Count,
            DurationHours = durationHours,
            Weight = weight,
            Month = month,
            StartHour = startHour,
            DayId = dayId,
            DayIndex = _days.Count - 1,
            IsFirstOfDay = isFirst,
        });
    }

    private void AddExplicitSpans()
    {
        var blockStart = 0.0;
        foreach (var block in Blocks())
        {
            var blockHours = block.Sum(period => period.DurationHours);
            var weight = block[0].Weight;
            var repeats = Math.Max(1, (int)Math.Floor(weight + 1e-9));

            // A repeated block of whole days is moved to where its hour of the day fits, else broken weights such as
            // 30.4 days a month would let night values slide into the day.
            var isWholeDays = Math.Abs(blockHours / HoursPerDay - Math.Round(blockHours / HoursPerDay)) < 1e-9;
            var from = repeats > 1 && isWholeDays
                ? Math.Round((blockStart - block[0].StartHour) / HoursPerDay) * HoursPerDay + block[0].StartHour
                : blockStart;
            foreach (var period in block)
            {
                _spans.Add(new HourSpan(from, period.DurationHours, repeats, blockHours));
                from += period.DurationHours;
            }

            blockStart += blockHours * weight;
        }
    }

    /// <summary>Runs of steps of the same day and weight: they occur together, weight times one after the other.</summary>
    private IEnumerable<List<GridPeriod>> Blocks()
    {
        var block = new List<GridPeriod>();
        foreach (var period in _periods)
        {
            if (block.Count > 0 && (block[0].DayIndex != period.DayIndex || block[0].Weight != period.Weight))
            {
                yield return block;
                block = [];
            }

            block.Add(period);
        }

        if (block.Count > 0)
            yield return block;
    }
}
