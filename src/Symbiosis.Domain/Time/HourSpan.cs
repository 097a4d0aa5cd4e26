namespace Symbiosis.Domain.Time;

/// <summary>Hours of the horizon whose mean a step takes: a span that occurs one or more times at equal distances.</summary>
/// <param name="FromHour">Start of the first occurrence, h since the start of the horizon.</param>
/// <param name="DurationHours">Length of an occurrence, h, above 0.</param>
/// <param name="RepeatCount">Number of occurrences, at least 1.</param>
/// <param name="EveryHours">Distance between the starts of two occurrences, h.</param>
internal readonly record struct HourSpan(double FromHour, double DurationHours, int RepeatCount, double EveryHours)
{
    /// <summary>Mean over the occurrences of what is known of an occurrence that starts at an hour.</summary>
    public double Mean(Func<double, double> ofOccurrence)
    {
        var sum = 0.0;
        for (var occurrence = 0; occurrence < RepeatCount; occurrence++)
            sum += ofOccurrence(FromHour + occurrence * EveryHours);
        return sum / RepeatCount;
    }

    /// <summary>Mean over the span of hourly values, each constant in its hour; hours beyond the end start over.</summary>
    public double Mean(IReadOnlyList<double> hourly)
    {
        var durationHours = DurationHours;
        return Mean(start => Integral(hourly, start, start + durationHours)) / durationHours;
    }

    private static double Integral(IReadOnlyList<double> hourly, double start, double end)
    {
        var sum = 0.0;
        for (var hour = (long)Math.Floor(start); hour < end; hour++)
        {
            var share = Math.Min(end, hour + 1) - Math.Max(start, hour);
            var index = (int)(((hour % hourly.Count) + hourly.Count) % hourly.Count);
            sum += share * hourly[index];
        }

        return sum;
    }
}
