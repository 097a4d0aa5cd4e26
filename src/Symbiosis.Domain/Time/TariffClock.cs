using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Time;

/// <summary>Price factors of time-of-use windows.</summary>
internal static class TariffClock
{
    /// <summary>Mean factor over a span; hours in no window count 1, of overlapping windows the first holds.</summary>
    /// <param name="windows">The tariff's windows.</param>
    /// <param name="startHour">Start, h; a multiple of 24 is midnight.</param>
    /// <param name="durationHours">Length, h, above 0.</param>
    /// <param name="monthOf">Month, 1 to 12, of an hour in the span.</param>
    public static double MeanFactor(IReadOnlyList<TariffWindow> windows, double startHour, double durationHours, Func<double, int> monthOf)
    {
        var sum = 0.0;
        var end = startHour + durationHours;
        for (var from = startHour; from < end;)
        {
            var midnight = Math.Floor(from / 24) * 24;
            var until = Math.Min(end, midnight + 24);
            sum += InOneDay(windows, from - midnight, until - midnight, monthOf(from));
            from = until;
        }

        return sum / durationHours;
    }

    private static double InOneDay(IReadOnlyList<TariffWindow> windows, double from, double until, int month)
    {
        var holding = windows.Where(window => window.Months.Count == 0 || window.Months.Contains(month)).ToList();
        if (holding.Count == 0)
            return until - from;

        var cuts = holding.SelectMany(window => new[] { window.FromHour, window.ToHour })
            .Where(hour => hour > from && hour < until)
            .Append(from).Append(until).Distinct().Order().ToList();
        var sum = 0.0;
        for (var piece = 1; piece < cuts.Count; piece++)
        {
            var middle = (cuts[piece - 1] + cuts[piece]) / 2;
            var factor = holding.FirstOrDefault(window => Contains(window, middle))?.Factor ?? 1;
            sum += factor * (cuts[piece] - cuts[piece - 1]);
        }

        return sum;
    }

    private static bool Contains(TariffWindow window, double hour) =>
        window.FromHour <= window.ToHour
            ? hour >= window.FromHour && hour < window.ToHour
            : hour >= window.FromHour || hour < window.ToHour;
}
