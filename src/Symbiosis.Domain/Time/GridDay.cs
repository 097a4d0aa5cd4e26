namespace Symbiosis.Domain.Time;

/// <summary>Consecutive steps of a <see cref="TimeGrid"/> that form one day; day storages are cyclic in it.</summary>
public sealed record GridDay
{
    /// <summary>Position in <see cref="TimeGrid.Days"/>, zero-based.</summary>
    public required int Index { get; init; }

    /// <summary>Id as in the park; "d001" to "d366" for typical days, which is the day of the year that stands for the others.</summary>
    public required string Id { get; init; }

    /// <summary>Index of the first step.</summary>
    public required int FirstPeriod { get; init; }

    /// <summary>Number of steps, at least 1.</summary>
    public required int PeriodCount { get; init; }

    /// <summary>Index of the last step.</summary>
    public int LastPeriod => FirstPeriod + PeriodCount - 1;
}
