using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Parks;

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
    public static void Row(TextTable table, string name, V1.TargetsOverTime time) => table.Row(
        name,
        $"{Quantity.Number(time.LeastHotUtilityKw)}-{Quantity.Number(time.MostHotUtilityKw)}",
        Quantity.Energy(time.HotUtilityKwh),
        Quantity.Energy(time.ColdUtilityKwh),
        time.HasAverageHotUtilityKw ? Quantity.Energy(time.Hours * time.AverageHotUtilityKw) : "",
        time.HasStorageSavingAtMostKwh ? Quantity.Energy(time.StorageSavingAtMostKwh) : "");
}
