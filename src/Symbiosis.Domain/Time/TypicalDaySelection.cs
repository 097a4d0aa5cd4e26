using System.Numerics;
using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Time;

/// <summary>
/// Chooses the days that stand for all days of the horizon. Features of a day are its 24 hourly values of every hourly
/// profile in use and of every tariff whose windows differ by month, each series divided by its range.
/// Peaks: series on loads come first, then the others; within each, the one with the largest standard deviation over mean
/// absolute value first. The day that holds a series' largest hour is kept and stands for itself only; a day already kept
/// passes the turn to the next series, and after the last series the first one keeps its next largest day.
/// The other days are clustered by <see cref="KMedoids"/>. Profiles are not rescaled, so yearly totals of a series on the
/// typical days differ a little from those on all days.
/// </summary>
internal static class TypicalDaySelection
{
    private const int HoursPerDay = 24;

    /// <summary>Days, zero-based and in chronological order, with the number of days each stands for.</summary>
    public static IReadOnlyList<(int Day, int DayCount)> Select(Park park, TypicalDays rule, int dayCount, Calendar calendar)
    {
        if (rule.Count >= dayCount)
            return [.. Enumerable.Range(0, dayCount).Select(day => (day, 1))];

        var series = HourlySeries(park, dayCount, calendar);
        if (series.Count == 0)
            return [(0, dayCount)];

        var peakDayCount = Math.Min(rule.PeakDays ?? (rule.Count > 2 ? 1 : 0), rule.Count - 1);
        var peaks = PeakDays(series, dayCount, peakDayCount);
        var others = Enumerable.Range(0, dayCount).Where(day => !peaks.Contains(day)).ToArray();
        var features = others.Select(day => Features(series, day)).ToArray();
        var standIns = KMedoids.Cluster(Distances(features), rule.Count - peaks.Count);
        return
        [
            .. standIns.CountBy(position => others[position]).Select(pair => (pair.Key, pair.Value))
                .Concat(peaks.Select(day => (day, 1)))
                .OrderBy(day => day.Item1),
        ];
    }

    private static List<Series> HourlySeries(Park park, int dayCount, Calendar calendar)
    {
        var used = ProfileUse.UsedIds(park);
        var loads = ProfileUse.LoadIds(park);
        var series = new List<Series>();
        foreach (var profile in park.Profiles)
        {
            if (profile.Values.Count >= dayCount * HoursPerDay && profile.Values.Count > HoursPerDay && used.Contains(profile.Id))
                series.Add(new Series([.. profile.Values.Take(dayCount * HoursPerDay)], loads.Contains(profile.Id)));
        }

        foreach (var tariff in park.Tariffs)
        {
            if (tariff.EnergyProfileId is null && tariff.Windows.Any(window => window.Months.Count > 0))
                series.Add(new Series(TariffHours(tariff, dayCount, calendar), false));
        }

        return [.. series.Where(one => one.Range > 0).OrderByDescending(one => one.IsLoad).ThenByDescending(one => one.Variation)];
    }

    private static double[] TariffHours(Tariff tariff, int dayCount, Calendar calendar)
    {
        // A tariff has at most twelve different days, one a month.
        var months = Enumerable.Range(1, 12).Select(month => Enumerable.Range(0, HoursPerDay)
            .Select(hour => TariffClock.MeanFactor(tariff.Windows, hour, 1, _ => month)).ToArray()).ToArray();
        return [.. Enumerable.Range(0, dayCount).SelectMany(day => months[calendar.MonthOfDay(day) - 1])];
    }

    private static HashSet<int> PeakDays(List<Series> series, int dayCount, int peakDayCount)
    {
        var peaks = new HashSet<int>();
        for (var turn = 0; peaks.Count < peakDayCount; turn++)
        {
            var one = series[turn % series.Count];
            var day = Enumerable.Range(0, dayCount).Where(day => !peaks.Contains(day)).MaxBy(one.PeakOfDay);

            // On the first round a day that already stands for one series' peak serves the next series too.
            var servedAlready = turn < series.Count && peaks.Any(peak => one.PeakOfDay(peak) >= one.PeakOfDay(day));
            if (!servedAlready)
                peaks.Add(day);
        }

        return peaks;
    }

    private static double[] Features(List<Series> series, int day)
    {
        var features = new double[series.Count * HoursPerDay];
        for (var index = 0; index < features.Length; index++)
        {
            var one = series[index / HoursPerDay];
            features[index] = one.Values[day * HoursPerDay + index % HoursPerDay] / one.Range;
        }

        return features;
    }

    private static double[][] Distances(double[][] features)
    {
        var distances = features.Select(_ => new double[features.Length]).ToArray();
        for (var first = 0; first < features.Length; first++)
        {
            for (var second = 0; second < first; second++)
                distances[first][second] = distances[second][first] = Distance(features[first], features[second]);
        }

        return distances;
    }

    private static double Distance(double[] first, double[] second)
    {
        // 365 days of 30 profiles are 66,000 pairs of 720 numbers: vectors keep that near 10 ms.
        var sum = Vector<double>.Zero;
        var index = 0;
        for (; index <= first.Length - Vector<double>.Count; index += Vector<double>.Count)
        {
            var difference = new Vector<double>(first, index) - new Vector<double>(second, index);
            sum += difference * difference;
        }

        var total = Vector.Sum(sum);
        for (; index < first.Length; index++)
            total += (first[index] - second[index]) * (first[index] - second[index]);
        return Math.Sqrt(total);
    }

    private sealed class Series
    {
        private readonly double[] _peakOfDay;

        public Series(double[] values, bool isLoad)
        {
            Values = values;
            IsLoad = isLoad;
            Range = values.Max() - values.Min();
            var mean = values.Average();
            var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
            Variation = deviation / Math.Max(values.Average(Math.Abs), 1e-12);
            _peakOfDay = [.. values.Chunk(HoursPerDay).Select(day => day.Max())];
        }

        public double[] Values { get; }

        public bool IsLoad { get; }

        public double Range { get; }

        public double Variation { get; }

        public double PeakOfDay(int day) => _peakOfDay[day];
    }
}
