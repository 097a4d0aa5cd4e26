using Symbiosis.Pinch.Questions;
using Symbiosis.Pinch.Timing;
using static Symbiosis.Api.Writing.HeatNumbers;

namespace Symbiosis.Api.Writing;

/// <summary>Maps targets over time to the messages of heat_targets.proto.</summary>
internal static class TimeTargetsMapping
{
    /// <summary>Writes them.</summary>
    /// <param name="value">Targets.</param>
    /// <param name="question">Says whether each step is wanted.</param>
    /// <param name="hasStorage">False: the mean duties are no bound here, and nothing is said of storage.</param>
    public static V1.TargetsOverTime Write(TimeTargets value, HeatQuestion question, bool hasStorage = true)
    {
        var message = new V1.TargetsOverTime
        {
            Hours = Round(value.Hours),
            HotUtilityKwh = Round(value.HotUtilityKwh),
            ColdUtilityKwh = Round(value.ColdUtilityKwh),
            RecoveryKwh = Round(value.RecoveryKwh),
            LeastHotUtilityKw = Round(value.Periods.Min(period => period.HotUtilityKw)),
            MostHotUtilityKw = Round(value.Periods.Max(period => period.HotUtilityKw)),
            PeriodCount = value.Periods.Count,
        };
        if (hasStorage)
        {
            message.AverageHotUtilityKw = Round(value.AverageHotUtilityKw);
            message.AverageColdUtilityKw = Round(value.AverageColdUtilityKw);
            message.StorageSavingAtMostKwh = Round(value.StorageSavingAtMostKwh);
        }

        if (question.Wants(HeatParts.Periods)) message.Periods.AddRange(value.Periods.Select(Write));
        return message;
    }

    private static V1.PeriodTarget Write(PeriodTarget value) => new()
    {
        Hours = Round(value.Hours),
        HotUtilityKw = Round(value.HotUtilityKw),
        ColdUtilityKw = Round(value.ColdUtilityKw),
        RecoveryKw = Round(value.RecoveryKw),
    };
}
