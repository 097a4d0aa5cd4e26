using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Parks;
using Symbiosis.Pinch.Timing;

namespace Symbiosis.Cli.Heat.Rendering;

/// <summary>Energies of the horizon: step by step, evened out, and what storage could bring at most.</summary>
internal static class TimeTable
{
    public static TextTable Begin(HeatResult result, Language language, string head)
    {
        var per = Quantity.PerHorizon(result.Time ?? new TimeStructure(), language);
        return new TextTable().Words(head).Numbers(HeatMessages.HotRange.In(language)).Numbers(HeatMessages.HotEnergy.In(language, per)).Numbers(HeatMessages.ColdEnergy.In(language, per))
            .Numbers(HeatMessages.EvenedOut.In(language, per)).Numbers(HeatMessages.StorageAtMost.In(language, per));
    }

    /// <summary>Adds a row; without storage where the mean duties are no bound.</summary>
    public static void Row(TextTable table, string name, TimeTargets time, bool hasStorage = true) => table.Row(
        name,
        $"{Quantity.Number(time.Periods.Min(period => period.HotUtilityKw))}-{Quantity.Number(time.Periods.Max(period => period.HotUtilityKw))}",
        Quantity.Energy(time.HotUtilityKwh),
        Quantity.Energy(time.ColdUtilityKwh),
        hasStorage ? Quantity.Energy(time.Hours * time.AverageHotUtilityKw) : "",
        hasStorage ? Quantity.Energy(time.StorageSavingAtMostKwh) : "");
}
