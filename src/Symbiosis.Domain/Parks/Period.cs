namespace Symbiosis.Domain.Parks;

/// <summary>One time step.</summary>
public sealed record Period
{
    /// <summary>Length of the step, h.</summary>
    public required double DurationHours { get; init; }

    /// <summary>How often the step occurs in the horizon. Default 1.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Month of the year the step belongs to, 1 to 12; tariffs and demand charges go by it. Default 1.</summary>
    public int Month { get; init; } = 1;

    /// <summary>
    /// Hour of the day at which the step starts, [0, 24). A tariff boundary inside the step prorates the price.
    /// Default: the end of the step before it, 0 for the first.
    /// </summary>
    public double? StartHour { get; init; }

    /// <summary>
    /// The typical day the step belongs to; steps of one day follow each other and storage is cyclic within a day.
    /// Default: one common day.
    /// </summary>
    public string? DayId { get; init; }
}
