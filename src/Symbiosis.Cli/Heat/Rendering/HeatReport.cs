using Spectre.Console;
using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Heat.Rendering;

/// <summary>Targets on a page: one plant in detail, or all plants and the site.</summary>
internal static class HeatReport
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public static void AddTo(Page page, HeatResult result, Language language)
    {
        var plants = result.Answer.Plants;
        if (result.Answer.Site is { } site) SiteText.AddTo(page, result, site, language);
        else if (plants.Count == 1) PlantText.AddTo(page, result, plants[0], language);
        else page.Line(HeatMessages.NoStreams.In(language));

        page.Line();
        page.Line(HeatMessages.BoundsNotPlans.In(language));
    }

    /// <summary>The first line, and that loads are means where they change.</summary>
    public static void AddHead(Page page, string head, HeatResult result, Language language)
    {
        page.Line(head, Bold);
        if (HasSteps(result)) page.Line(HeatMessages.MeanDuties.In(language, Wording.Quantity.Count(result.StepCount)));
    }

    /// <summary>Whether duties can change: several time steps.</summary>
    public static bool HasSteps(HeatResult result) => result.StepCount > 1;
}
