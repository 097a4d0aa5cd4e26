using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Heat.Rendering;

/// <summary>One plant in detail.</summary>
internal static class PlantText
{
    private const int MostSteps = 24;

    public static void AddTo(Page page, HeatResult result, V1.PlantTargets targets, Language language)
    {
        HeatReport.AddHead(page, HeatMessages.PlantLine.In(language, targets.Name, Quantity.Count(targets.HotStreamCount), Quantity.Count(targets.ColdStreamCount)), result, language);
        if (!HeatWords.HasHeat(targets))
        {
            page.Line(HeatMessages.NoStreams.In(language));
            return;
        }

        AddTargets(page, targets, language);
        AddLevels(page, targets, language);
        AddExergy(page, targets, language);
        AddSensitivity(page, targets, language);
        if (HeatReport.HasSteps(result)) AddTime(page, targets, result, language);
    }

    private static void AddTargets(Page page, V1.PlantTargets targets, Language language)
    {
        var table = new TextTable().Words(HeatMessages.Quantity.In(language)).Numbers(HeatMessages.Kilowatts.In(language));
        table.Row(HeatMessages.HotStreamsRow.In(language), Quantity.Number(targets.HotStreamsKw));
        table.Row(HeatMessages.ColdStreamsRow.In(language), Quantity.Number(targets.ColdStreamsKw));
        table.Row(HeatMessages.RecoveryRow.In(language), Quantity.Number(targets.RecoveryKw));
        table.Row(HeatMessages.HotUtilityRow.In(language), Quantity.Number(targets.HotUtilityKw));
        table.Row(HeatMessages.ColdUtilityRow.In(language), Quantity.Number(targets.ColdUtilityKw));
        if (targets.OptionalCoolingKw > 0) table.Row(HeatMessages.OptionalRow.In(language), Quantity.Number(targets.OptionalCoolingKw));
        page.Title(HeatMessages.TargetsTitle.In(language));
        table.AddTo(page);
        foreach (var pinch in targets.Pinches) page.Line(HeatWords.Sentence(pinch, language));
        if (targets.Pinches.Count == 0) page.Line(HeatMessages.NoPinch.In(language));
    }

    private static void AddLevels(Page page, V1.PlantTargets targets, Language language)
    {
        var loads = targets.UtilityLoads;
        if (loads.Count == 0) return;
        var given = loads.Where(load => !load.IsAssumed).ToList();
        var table = new TextTable().Words(HeatMessages.Level.In(language)).Numbers(HeatMessages.Celsius.In(language))
            .Numbers(HeatMessages.Gives.In(language)).Numbers(HeatMessages.Takes.In(language)).Words(HeatMessages.Remark.In(language));
        foreach (var load in loads.OrderByDescending(load => load.HighCelsius))
        {
            var (canHeat, canCool) = (HeatWords.CanHeat(load.Role), load.Role != V1.UtilityRole.Hot);
            Message? remark = load switch
            {
                { IsAssumed: true } when canHeat => given.Any(level => HeatWords.CanHeat(level.Role)) ? HeatMessages.ShortHot : HeatMessages.Assumed,
                { IsAssumed: true } => given.Any(level => level.Role != V1.UtilityRole.Hot) ? HeatMessages.ShortCold : HeatMessages.Assumed,
                { CoolingKw: > 0 } when HeatWords.CanBeGenerated(load.Role) => HeatMessages.Generated,
                _ => null,
            };
            table.Row(
                HeatWords.Name(load.Name, load.Role, load.IsAssumed, language),
                load.IsAssumed ? "" : HeatWords.Range(load.HighCelsius, load.LowCelsius, load.Role),
                canHeat ? Quantity.Number(load.HeatKw) : "",
                canCool ? Quantity.Number(load.CoolingKw) : "",
                remark?.In(language) ?? "");
        }

        page.Title(HeatMessages.LevelsTitle.In(language));
        table.AddTo(page);
        if (given.Count > 0)
            page.Line((targets.HotByPrice && targets.ColdByPrice ? HeatMessages.ByPrice : HeatMessages.ByTemperature).In(language));
    }

    private static void AddExergy(Page page, V1.PlantTargets targets, Language language)
    {
        var exergy = targets.Exergy;
        var table = new TextTable().Words(HeatMessages.Quantity.In(language)).Numbers(HeatMessages.Kilowatts.In(language));
        foreach (var (name, kw) in new (Message, double)[]
        {
            (HeatMessages.Sources, exergy.SourcesKw), (HeatMessages.ExergyHotUtility, exergy.HotUtilityKw), (HeatMessages.Sinks, exergy.SinksKw),
            (HeatMessages.ExergyColdUtility, exergy.ColdUtilityKw), (HeatMessages.DestroyedRecovery, exergy.DestroyedInRecoveryKw),
            (HeatMessages.DestroyedUtilities, exergy.DestroyedAtUtilitiesKw),
        })
        {
            table.Row(name.In(language), Quantity.Number(kw));
        }

        page.Title(HeatMessages.ExergyTitle.In(language, HeatWords.Celsius(exergy.AmbientCelsius)));
        table.AddTo(page);
    }

    private static void AddSensitivity(Page page, V1.PlantTargets targets, Language language)
    {
        var table = new TextTable().Numbers(HeatMessages.Change.In(language)).Numbers(HeatMessages.HotUtility.In(language)).Numbers(HeatMessages.ColdUtility.In(language));
        foreach (var point in targets.Sensitivity)
            table.Row(HeatWords.Change(point.AddedApproachK), Quantity.Number(point.HotUtilityKw), Quantity.Number(point.ColdUtilityKw));
        page.Title(HeatMessages.SensitivityTitle.In(language));
        table.AddTo(page);
    }

    private static void AddTime(Page page, V1.PlantTargets targets, HeatResult result, Language language)
    {
        var time = targets.Time;
        page.Title(HeatMessages.TimeTitle.In(language));
        var energies = TimeTable.Begin(result, language, HeatMessages.Quantity.In(language));
        TimeTable.Row(energies, targets.Name, time);
        energies.AddTo(page);

        var steps = new TextTable().Numbers(HeatMessages.StepColumn.In(language)).Numbers(HeatMessages.Hours.In(language))
            .Numbers(HeatMessages.HotUtility.In(language)).Numbers(HeatMessages.ColdUtility.In(language)).Numbers(HeatMessages.Recovery.In(language));
        foreach (var (index, period) in time.Periods.Index().Take(MostSteps))
            steps.Row($"{index + 1}", Quantity.Number(period.Hours), Quantity.Number(period.HotUtilityKw), Quantity.Number(period.ColdUtilityKw), Quantity.Number(period.RecoveryKw));
        steps.AddTo(page);
        if (time.Periods.Count > MostSteps) page.Line(HeatMessages.MoreSteps.In(language, Quantity.Count(time.Periods.Count - MostSteps)));
    }
}
