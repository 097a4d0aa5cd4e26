using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;
using Symbiosis.Pinch;
using Symbiosis.Pinch.Timing;

namespace Symbiosis.Cli.Heat.Rendering;

/// <summary>One plant in detail.</summary>
internal static class PlantText
{
    private const int MostSteps = 24;

    public static void AddTo(Page page, HeatResult result, int index, Language language)
    {
        var targets = result.Site.Plants[index];
        var streams = targets.Problem.Streams;
        var hotCount = streams.Count(stream => stream.IsHot);
        HeatReport.AddHead(page, HeatMessages.PlantLine.In(language, targets.Problem.Name, Quantity.Count(hotCount), Quantity.Count(streams.Count - hotCount)), result, language);
        if (targets.Cascade.Points.Count == 0)
        {
            page.Line(HeatMessages.NoStreams.In(language));
            return;
        }

        AddTargets(page, targets, language);
        AddLevels(page, targets, language);
        AddExergy(page, targets, language);
        AddSensitivity(page, targets, language);
        if (HeatReport.HasSteps(result) && result.TimeOf(index) is { } time) AddTime(page, time, result, language);
    }

    private static void AddTargets(Page page, PlantTargets targets, Language language)
    {
        var cascade = targets.Cascade;
        var table = new TextTable().Words(HeatMessages.Quantity.In(language)).Numbers(HeatMessages.Kilowatts.In(language));
        table.Row(HeatMessages.HotStreamsRow.In(language), Quantity.Number(cascade.HotStreamsKw));
        table.Row(HeatMessages.ColdStreamsRow.In(language), Quantity.Number(cascade.ColdStreamsKw));
        table.Row(HeatMessages.RecoveryRow.In(language), Quantity.Number(cascade.RecoveryKw));
        table.Row(HeatMessages.HotUtilityRow.In(language), Quantity.Number(cascade.HotUtilityKw));
        table.Row(HeatMessages.ColdUtilityRow.In(language), Quantity.Number(cascade.ColdUtilityKw));
        if (cascade.OptionalCoolingKw > 0) table.Row(HeatMessages.OptionalRow.In(language), Quantity.Number(cascade.OptionalCoolingKw));
        page.Title(HeatMessages.TargetsTitle.In(language));
        table.AddTo(page);
        foreach (var pinch in cascade.Pinches) page.Line(HeatWords.Sentence(pinch, targets, language));
        if (cascade.Pinches.Count == 0) page.Line(HeatMessages.NoPinch.In(language));
    }

    private static void AddLevels(Page page, PlantTargets targets, Language language)
    {
        var placement = targets.Placement;
        if (placement.Loads.Count == 0) return;
        var table = new TextTable().Words(HeatMessages.Level.In(language)).Numbers(HeatMessages.Celsius.In(language))
            .Numbers(HeatMessages.Gives.In(language)).Numbers(HeatMessages.Takes.In(language)).Words(HeatMessages.Remark.In(language));
        foreach (var load in placement.Loads.OrderByDescending(load => load.Level.HighCelsius))
        {
            Message? remark = load.Level switch
            {
                { IsAssumed: true, CanHeat: true } => targets.Problem.Utilities.Any(level => level.CanHeat) ? HeatMessages.ShortHot : HeatMessages.Assumed,
                { IsAssumed: true } => targets.Problem.Utilities.Any(level => level.CanCool) ? HeatMessages.ShortCold : HeatMessages.Assumed,
                { CanBeGenerated: true } when load.CoolingKw > 0 => HeatMessages.Generated,
                _ => null,
            };
            table.Row(
                HeatWords.Name(load.Level, language),
                load.Level.IsAssumed ? "" : HeatWords.Range(load.Level),
                load.Level.CanHeat ? Quantity.Number(load.HeatKw) : "",
                load.Level.CanCool ? Quantity.Number(load.CoolingKw) : "",
                remark?.In(language) ?? "");
        }

        page.Title(HeatMessages.LevelsTitle.In(language));
        table.AddTo(page);
        if (targets.Problem.Utilities.Count > 0)
            page.Line((placement.IsHotByPrice && placement.IsColdByPrice ? HeatMessages.ByPrice : HeatMessages.ByTemperature).In(language));
    }

    private static void AddExergy(Page page, PlantTargets targets, Language language)
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

    private static void AddSensitivity(Page page, PlantTargets targets, Language language)
    {
        var table = new TextTable().Numbers(HeatMessages.Change.In(language)).Numbers(HeatMessages.HotUtility.In(language)).Numbers(HeatMessages.ColdUtility.In(language));
        foreach (var point in targets.Sensitivity)
            table.Row(HeatWords.Change(point.AddedApproachK), Quantity.Number(point.HotUtilityKw), Quantity.Number(point.ColdUtilityKw));
        page.Title(HeatMessages.SensitivityTitle.In(language));
        table.AddTo(page);
    }

    private static void AddTime(Page page, TimeTargets time, HeatResult result, Language language)
    {
        page.Title(HeatMessages.TimeTitle.In(language));
        var energies = TimeTable.Begin(result, language, HeatMessages.Quantity.In(language));
        TimeTable.Row(energies, result.Site.Plants[result.Shown.First()].Problem.Name, time);
        energies.AddTo(page);

        var steps = new TextTable().Numbers(HeatMessages.StepColumn.In(language)).Numbers(HeatMessages.Hours.In(language))
            .Numbers(HeatMessages.HotUtility.In(language)).Numbers(HeatMessages.ColdUtility.In(language)).Numbers(HeatMessages.Recovery.In(language));
        foreach (var (index, period) in time.Periods.Index().Take(MostSteps))
            steps.Row($"{index + 1}", Quantity.Number(period.Hours), Quantity.Number(period.HotUtilityKw), Quantity.Number(period.ColdUtilityKw), Quantity.Number(period.RecoveryKw));
        steps.AddTo(page);
        if (time.Periods.Count > MostSteps) page.Line(HeatMessages.MoreSteps.In(language, Quantity.Count(time.Periods.Count - MostSteps)));
    }
}
