namespace Symbiosis.Domain.Plans;

/// <summary>A time step of the operation.</summary>
public sealed record PlanPeriod
{
    /// <summary>Length, h.</summary>
    public double DurationHours { get; init; }

    /// <summary>How often it occurs.</summary>
    public double Weight { get; init; }

    /// <summary>Month.</summary>
    public int Month { get; init; }

    /// <summary>Hour of the day at which it starts.</summary>
    public double StartHour { get; init; }

    /// <summary>Typical day.</summary>
    public string DayId { get; init; } = "";
}
