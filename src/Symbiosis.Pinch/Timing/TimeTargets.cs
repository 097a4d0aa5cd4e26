namespace Symbiosis.Pinch.Timing;

/// <summary>
/// Targets over time: step by step (time slices: heat is recovered in the step in which it occurs) and of the mean duties (as if storage
/// without limit and loss evened everything out). The second is never above the first; what lies between is the most that storage can bring.
/// </summary>
public sealed record TimeTargets
{
    /// <summary>Steps in the order of the park's time grid.</summary>
    public required IReadOnlyList<PeriodTarget> Periods { get; init; }

    /// <summary>Least hot utility of the mean duties, kW.</summary>
    public required double AverageHotUtilityKw { get; init; }

    /// <summary>Least cold utility of the mean duties, kW.</summary>
    public required double AverageColdUtilityKw { get; init; }

    /// <summary>Hours of the horizon.</summary>
    public double Hours => Periods.Sum(period => period.Hours);

    /// <summary>Least hot utility, step by step, kWh in the horizon.</summary>
    public double HotUtilityKwh => Periods.Sum(period => period.Hours * period.HotUtilityKw);

    /// <summary>Least cold utility, step by step, kWh in the horizon.</summary>
    public double ColdUtilityKwh => Periods.Sum(period => period.Hours * period.ColdUtilityKw);

    /// <summary>Heat recovered, step by step, kWh in the horizon.</summary>
    public double RecoveryKwh => Periods.Sum(period => period.Hours * period.RecoveryKw);

    /// <summary>Hot utility that storage could save at most, kWh in the horizon; as much cold utility goes with it.</summary>
    public double StorageSavingAtMostKwh => Math.Max(0, HotUtilityKwh - Hours * AverageHotUtilityKw);
}
