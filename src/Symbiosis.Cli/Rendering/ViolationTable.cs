using Spectre.Console;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Rendering;

/// <summary>All that is wrong with an input.</summary>
internal static class ViolationTable
{
    // An offending value can be a whole list.
    private const int LongestValue = 40;

    public static void AddTo(Page page, IReadOnlyList<Violation> violations, Language language)
    {
        var table = new TextTable()
            .Words(Messages.Field.In(language))
            .Codes(Messages.Code.In(language))
            .Words(Messages.Sentence.In(language))
            .Words(Messages.Value.In(language));
        foreach (var violation in violations)
        {
            var code = violation.Severity == Severity.Warning ? $"{violation.Code} ({CodeNames.Severities[Severity.Warning].In(language)})" : violation.Code;
            table.Row(violation.FieldPath, code, violation.Sentence, violation.Value.Length <= LongestValue ? violation.Value : violation.Value[..LongestValue] + "...");
        }

        table.AddTo(page);
        var errorCount = violations.Count(violation => violation.Severity == Severity.Error);
        page.Line(Messages.ErrorAndWarningCount.In(language, errorCount, violations.Count - errorCount), errorCount > 0 ? new Style(Color.Red) : new Style(Color.Yellow));
        if (violations.Count >= Validated<object>.MaxViolationCount)
            page.Line(Messages.AtMostShown.In(language, Validated<object>.MaxViolationCount));
    }
}
