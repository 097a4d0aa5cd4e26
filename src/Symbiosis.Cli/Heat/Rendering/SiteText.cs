using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;
using Symbiosis.Pinch;

namespace Symbiosis.Cli.Heat.Rendering;

/// <summary>All plants and the site between them.</summary>
internal static class SiteText
{
    private const int FullWidth = 110;

    public static void AddTo(Page page, HeatResult result, V1.SiteTargets site, Language language)
    {
        var all = site.Integrated;
        var plants = result.Answer.Plants;
        HeatReport.AddHead(page, HeatMessages.SiteLine.In(language, all.Name, plants.Count, Quantity.Count(all.HotStreamCount + all.ColdStreamCount)), result, language);
        AddWays(page, plants, site, language);
        AddPlants(page, plants, language);
        AddLevels(page, plants, site, language);
        AddCogeneration(page, site, language);
        AddSensitivity(page, site, language);
        if (HeatReport.HasSteps(result)) AddTime(page, result, site, language);
    }

    private static void AddWays(Page page, IReadOnlyCollection<V1.PlantTargets> plants, V1.SiteTargets site, Language language)
    {
        var table = new TextTable().Words(HeatMessages.Way.In(language)).Numbers(HeatMessages.Recovery.In(language))
            .Numbers(HeatMessages.HotUtility.In(language)).Numbers(HeatMessages.ColdUtility.In(language));
        var together = site.Integrated;
        foreach (var (name, totals) in new (Message, V1.UtilityTotals)[]
        {
            (HeatMessages.Separate, site.Separate),
            (HeatMessages.Through, site.ThroughUtilities),
            (HeatMessages.Integrated, new V1.UtilityTotals { HotUtilityKw = together.HotUtilityKw, ColdUtilityKw = together.ColdUtilityKw, RecoveryKw = together.RecoveryKw }),
        })
        {
            table.Row(name.In(language), Quantity.Number(totals.RecoveryKw), Quantity.Number(totals.HotUtilityKw), Quantity.Number(totals.ColdUtilityKw));
        }

        page.Title(HeatMessages.SiteTitle.In(language));
        table.AddTo(page);
        foreach (var pinch in together.Pinches) page.Line(HeatMessages.Labelled.In(language, HeatMessages.Integrated.In(language), HeatWords.Sentence(pinch, language)));
        if (plants.Sum(plant => plant.OptionalCoolingKw) is > 0 and var optional) page.Line(HeatMessages.MayStayWarm.In(language, Quantity.Number(optional)));
        if (site.HasSitePinchCelsius) page.Line(HeatMessages.SitePinch.In(language, HeatWords.Celsius(site.SitePinchCelsius)));
    }

    private static void AddPlants(Page page, IEnumerable<V1.PlantTargets> plants, Language language)
    {
        var table = new TextTable().Words(Messages.Plant.In(language)).Numbers(HeatMessages.HotStreams.In(language)).Numbers(HeatMessages.ColdStreams.In(language))
            .Numbers(HeatMessages.Recovery.In(language)).Numbers(HeatMessages.HotUtility.In(language)).Numbers(HeatMessages.ColdUtility.In(language)).Words(HeatMessages.PinchColumn.In(language));
        foreach (var plant in plants.Where(HeatWords.HasHeat))
        {
            table.Row(
                plant.Name,
                Quantity.Number(plant.HotStreamsKw),
                Quantity.Number(plant.ColdStreamsKw),
                Quantity.Number(plant.RecoveryKw),
                Quantity.Number(plant.HotUtilityKw),
                Quantity.Number(plant.ColdUtilityKw),
                HeatWords.Pinches(plant));
        }

        page.Title(HeatMessages.PlantsTitle.In(language));
        table.AddTo(page);
    }

    private static void AddLevels(Page page, IEnumerable<V1.PlantTargets> plants, V1.SiteTargets site, Language language)
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
        page.Line((plants.All(plant => plant.HotByPrice && plant.ColdByPrice) ? HeatMessages.ByPrice : HeatMessages.ByTemperature).In(language));
    }

    private static IEnumerable<string> LevelCells(V1.SiteLevel level, bool isFull, Language language)
    {
        var isHeat = HeatWords.CanHeat(level.Role) || HeatWords.CanBeGenerated(level.Role);
        yield return HeatWords.Name(level.Name, level.Role, level.IsAssumed, language);
        yield return level.IsAssumed ? "" : HeatWords.Range(level.HighCelsius, level.LowCelsius, level.Role);
        yield return HeatWords.CanHeat(level.Role) ? Quantity.Number(level.UsedKw) : "";
        yield return HeatWords.CanBeGenerated(level.Role) ? Quantity.Number(level.GeneratedKw) : "";
        yield return isHeat ? "" : Quantity.Number(level.CooledKw);
        if (isFull)
        {
            yield return isHeat ? Quantity.Signed(level.UsedKw - level.GeneratedKw) : "";
            yield return isHeat ? Quantity.Number(level.LetDownInKw) : "";
        }

        yield return isHeat ? Quantity.Number(level.BoughtKw) : "";
        yield return isHeat ? Quantity.Number(level.SurplusKw) : "";
    }

    private static void AddCogeneration(Page page, V1.SiteTargets site, Language language)
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

    private static void AddSensitivity(Page page, V1.SiteTargets site, Language language)
    {
        var table = new TextTable().Numbers(HeatMessages.Change.In(language)).Numbers(HeatMessages.HotSeparate.In(language)).Numbers(HeatMessages.HotIntegrated.In(language));
        foreach (var (one, all) in site.SeparateSensitivity.Zip(site.Integrated.Sensitivity))
            table.Row(HeatWords.Change(one.AddedApproachK), Quantity.Number(one.HotUtilityKw), Quantity.Number(all.HotUtilityKw));
        page.Title(HeatMessages.SensitivityTitle.In(language));
        table.AddTo(page);
    }

    private static void AddTime(Page page, HeatResult result, V1.SiteTargets site, Language language)
    {
        var table = TimeTable.Begin(result, language, HeatMessages.Way.In(language));
        TimeTable.Row(table, HeatMessages.Separate.In(language), site.SeparateTime);
        TimeTable.Row(table, HeatMessages.Through.In(language), site.ThroughUtilitiesTime);
        TimeTable.Row(table, HeatMessages.Integrated.In(language), site.Integrated.Time);
        page.Title(HeatMessages.TimeTitle.In(language));
        table.AddTo(page);
    }
}
