namespace Symbiosis.Domain.Parks;

/// <summary>
/// How hourly years become a few days: k-medoids over the days; the days in which a profile has its peak are kept
/// as days of their own.
/// </summary>
public sealed record TypicalDays
{
    /// <summary>Number of days, [1, 366].</summary>
    public required int Count { get; init; }

    /// <summary>
    /// Number of those days that are kept for peaks (largest residual peaks first), less than count. Default 1 where
    /// count is above 2, else 0.
    /// </summary>
    public int? PeakDays { get; init; }

    /// <summary>Length of a step inside a day, h; divides 24. Default 1.</summary>
    public double StepHours { get; init; } = 1;
}
