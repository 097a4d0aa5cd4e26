namespace Symbiosis.Planning.Partners.Typical;

/// <summary>
/// How a works that runs some hours a year spreads them over the day: one shift of eight hours where they fit into it, two where they fit into sixteen, else day and
/// night. Days on which it stands make each hour of the shift less likely.
/// </summary>
internal static class DayShifts
{
    private const double HoursPerYear = 8760;
    private const int HoursPerDay = 24;

    /// <summary>24 factors in [0, 1] whose mean is hours / 8760.</summary>
    public static IReadOnlyList<double> Shape(double hoursPerYear)
    {
        var (start, length) = Shift(hoursPerYear);
        var factor = Math.Min(1, hoursPerYear / HoursPerYear * HoursPerDay / length);
        return [.. Enumerable.Range(0, HoursPerDay).Select(hour => hour >= start && hour < start + length ? factor : 0)];
    }

    /// <summary>The same in a sentence.</summary>
    public static string Note(double hoursPerYear)
    {
        var (start, length) = Shift(hoursPerYear);
        return length == HoursPerDay
            ? "Estimate: day and night, stops spread over the year."
            : $"Estimate: shifts from {start:00}:00 to {start + length:00}:00, days without work spread over the year.";
    }

    private static (int Start, int Length) Shift(double hoursPerYear)
    {
        if (hoursPerYear is not (> 0 and <= HoursPerYear))
            throw new ArgumentOutOfRangeException(nameof(hoursPerYear), hoursPerYear, "Hours of a year are above 0 and at most 8,760.");
        return hoursPerYear switch
        {
            <= 8 * 365 => (8, 8),
            <= 16 * 365 => (6, 16),
            _ => (0, HoursPerDay),
        };
    }
}
