using Symbiosis.Cli.Wording;
using Symbiosis.Planning;

namespace Symbiosis.Cli.Rendering;

/// <summary>The state of a search in one line: stage, incumbent, bound, gap.</summary>
internal static class ProgressText
{
    /// <summary>The line without its time.</summary>
    public static string Of(PlanProgress progress, Language language)
    {
        List<string> parts = [CodeNames.Stages.NameOf(progress.Stage, language)];
        parts.Add(progress.IncumbentCny is { } incumbent ? Messages.ProgressBest.In(language, Money(incumbent, language)) : Messages.ProgressNoPlanYet.In(language));
        if (progress.BoundCny is { } bound && double.IsFinite(bound))
            parts.Add(Messages.ProgressBound.In(language, Money(bound, language)));
        if (progress.Gap is { } gap && double.IsFinite(gap))
            parts.Add(Messages.ProgressGap.In(language, Quantity.Percent(gap)));
        return string.Join("  ", parts);
    }

    private static string Money(double cny, Language language) => Math.Abs(cny) < 1e27 ? MoneyScale.WithUnit((decimal)cny, language) : "-";
}
