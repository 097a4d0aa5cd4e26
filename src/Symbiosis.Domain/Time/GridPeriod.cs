namespace Symbiosis.Domain.Time;

/// <summary>One time step of a <see cref="TimeGrid"/>.</summary>
public sealed record GridPeriod
{
    /// <summary>Position in <see cref="TimeGrid.Periods"/>, zero-based.</summary>
    public required int Index { get; init; }

    /// <summary>Length of one occurrence, h, above 0.</summary>
    public required double DurationHours { get; init; }

    /// <summary>How often the step occurs in the horizon, at least 0; need not be whole.</summary>
    public required double Weight { get; init; }

    /// <summary>Month of the year, 1 to 12.</summary>
    public required int Month { get; init; }

    /// <summary>Hour of the day at which the step starts, [0, 24).</summary>
    public required double StartHour { get; init; }

    /// <summary>Id of the day; "day" where the park gives none.</summary>
    public required string DayId { get; init; }

    /// <summary>Position of the day in <see cref="TimeGrid.Days"/>, zero-based.</summary>
    public required int DayIndex { get; init; }

    /// <summary>Whether the step is the first of its day.</summary>
    public required bool IsFirstOfDay { get; init; }

    /// <summary>Hours of the horizon that the step stands for: duration times weight.</summary>
    public double Hours => DurationHours * Weight;
}
