using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;
using Symbiosis.Pinch;
using Symbiosis.Pinch.Sites;

namespace Symbiosis.Cli.Heat.Rendering;

/// <summary>All plants and the site between them.</summary>
internal static class SiteText
{
    private const int FullWidth = 110;

    public static void AddTo(Page page, HeatResult result, Language language)
    {
        var site = result.Site;
        var all = site.Integrated.Problem;
        HeatReport.AddHead(page, HeatMessages.SiteLine.In(language, all.Name, site.Plants.Count, Quantity.Count(all.Streams.Count)), result, language);
        AddWays(page, site, language);
        AddPlants(page, site, language);
        AddLevels(page, site, language);
        AddCogeneration(page, site, language);
        AddSensitivity(page, site, language);
        if (HeatReport.HasSteps(result)) AddTime(page, result, language);
    }

    private static void AddWays(Page page, SiteTargets site, Language language)
    {
        var table = new TextTable().Words(HeatMessages.Way.In(language)).Numbers(HeatMessages.Recovery.In(language))
            .Numbers(HeatMessages.HotUtility.In(language)).Numbers(HeatMessages.ColdUtility.In(language));
        var together = site.Integrated.Cascade;
        foreach (var (name, totals) in new (Message, UtilityTotals)[]
        {
            (HeatMessages.Separate, site.Separate),
            (HeatMessages.Through, site.ThroughUtilities),
            (HeatMessages.Integrated, new UtilityTotals(together.HotUtilityKw, together.ColdUtilityKw, together.RecoveryKw)),
        })
        {
            table.Row(name.In(language), Quantity.Number(totals.RecoveryKw), Quantity.Number(totals.HotUtilityKw), Quantity.Number(totals.ColdUtilityKw));
        }

        page.Title(HeatMessages.SiteTitle.In(language));
        table.AddTo(page);
        foreach (var pinch in together.Pinches) page.Line(HeatMessages.Labelled.In(language, HeatMessages.Integrated.In(language), HeatWords.Sentence(pinch, site.Integrated, language)));
        if (site.Plants.Sum(plant => plant.Cascade.OptionalCoolingKw) is > 0 and var optional) page.Line(HeatMessages.MayStayWarm.In(language, Quantity.Number(optional)));
        if (site.SitePinchCelsius is { } celsius) page.Line(HeatMessages.SitePinch.In(language, HeatWords.Celsius(celsius)));
    }

    private static void AddPlants(Page page, SiteTargets site, Language language)
    {
        var table = new TextTable().Words(Messages.Plant.In(language)).Numbers(HeatMessages.HotStreams.In(language)).Numbers(HeatMessages.ColdStreams.In(language))
            .Numbers(HeatMessages.Recovery.In(language)).Numbers(HeatMessages.HotUtility.In(language)).Numbers(HeatMessages.ColdUtility.In(language)).Words(HeatMessages.PinchColumn.In(language));
        foreach (var plant in site.Plants.Where(plant => plant.Cascade.Points.Count > 0))
        {
            var cascade = plant.Cascade;
            table.Row(
                plant.Problem.Name,
                Quantity.Number(cascade.HotStreamsKw),
                Quantity.Number(cascade.ColdStreamsKw),
                Quantity.Number(cascade.RecoveryKw),
                Quantity.Number(cascade.HotUtilityKw),
                Quantity.Number(cascade.ColdUtilityKw),
                HeatWords.Pinches(cascade));
        }

        page.Title(HeatMessages.PlantsTitle.In(language));
        table.AddTo(page);
    }

    private static void AddLevels(Page page, SiteTargets site, Language language)
    {
        var isFull = page.Width >= FullWidth;
        var table = new TextTable().Words(HeatMessages.Level.In(language)).Numbers(HeatMessages.Celsius.In(language)).Numbers(HeatMessages.Used.In(language))
            .Numbers(HeatMessages.GeneratedColumn.In(language)).Numbers(HeatMessages.Cooled.In(language));
        if (isFull) table.Numbers(HeatMessages.NetUse.In(language)).Numbers(HeatMessages.LetDown.In(language));
        table.Numbers(HeatMessages.Bought.In(language)).Numbers(HeatMessages.Surplus.In(language));
        foreach (var level in site.Levels.Where(level => level.UsedKw > 0 || level.GeneratedKw > 0 || level.CooledKw > 0))
            table.Row(LevelCells(level, isFull, language));
        if (table.RowCount == 0) return;
        page.Title(HeatMessages.LevelsTitle.In(language));
        table.AddTo(page);
        page.Line(HeatMessages.LevelsNote.In(language));
        var placements = site.Plants.Select(plant => plant.Placement);
        page.Line((placements.All(placement => placement.IsHotByPrice && placement.IsColdByPrice) ? HeatMessages.ByPrice : HeatMessages.ByTemperature).In(language));
    }

    private static IEnumerable<string> LevelCells(SiteLevel level, bool isFull, Language language)
    {
        var isHeat = level.Level.CanHeat || level.Level.CanBeGenerated;
        yield return HeatWords.Name(level.Level, language);
        yield return level.Level.IsAssumed ? "" : HeatWords.Range(level.Level);
        yield return level.Level.CanHeat ? Quantity.Number(level.UsedKw) : "";
        yield return level.Level.CanBeGenerated ? Quantity.Number(level.GeneratedKw) : "";
        yield return isHeat ? "" : Quantity.Number(level.CooledKw);
        if (isFull)
        {
            yield return isHeat ? Quantity.Signed(level.UsedKw - level.GeneratedKw) : "";
            yield return isHeat ? Quantity.Number(level.LetDownInKw) : "";
        }

        yield return isHeat ? Quantity.Number(level.BoughtKw) : "";
        yield return isHeat ? Quantity.Number(level.SurplusKw) : "";
    }

    private static void AddCogeneration(Page page, SiteTargets site, Language language)
    {
        var steps = site.Cogeneration.Where(step => step.PassingKw > 0).ToList();
        if (steps.Count == 0) return;
        var table = new TextTable().Words(HeatMessages.FromTo.In(language)).Numbers(HeatMessages.Passing.In(language)).Numbers(HeatMessages.IdealPower.In(language))
            .Numbers(HeatMessages.RealPower.In(language, Quantity.Percent(new HeatOptions().ExergyEfficiency)));
        foreach (var step in steps)
            table.Row($"{step.UpperLevel} -> {step.LowerLevel}", Quantity.Number(step.PassingKw), Quantity.Number(step.IdealPowerKw), Quantity.Number(step.PowerKw));
        page.Title(HeatMessages.CogenerationTitle.In(language));
        table.AddTo(page);
        page.Line(HeatMessages.CogenerationNote.In(language));
    }

    private static void AddSensitivity(Page page, SiteTargets site, Language language)
    {
        var table = new TextTable().Numbers(HeatMessages.Change.In(language)).Numbers(HeatMessages.HotSeparate.In(language)).Numbers(HeatMessages.HotIntegrated.In(language));
        foreach (var (one, all) in site.SeparateSensitivity.Zip(site.Integrated.Sensitivity))
            table.Row(HeatWords.Change(one.AddedApproachK), Quantity.Number(one.HotUtilityKw), Quantity.Number(all.HotUtilityKw));
        page.Title(HeatMessages.SensitivityTitle.In(language));
        table.AddTo(page);
    }

    private static void AddTime(Page page, HeatResult result, Language language)
    {
        if (result.OverTime is not { } time) return;
        var table = TimeTable.Begin(result, language, HeatMessages.Way.In(language));
        TimeTable.Row(table, HeatMessages.Separate.In(language), time.Separate);
        TimeTable.Row(table, HeatMessages.Through.In(language), time.ThroughUtilities, hasStorage: false);
        TimeTable.Row(table, HeatMessages.Integrated.In(language), time.Integrated);
        page.Title(HeatMessages.TimeTitle.In(language));
        table.AddTo(page);
    }
}
