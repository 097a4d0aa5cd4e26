using System.Globalization;
using Spectre.Console;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Rendering;

/// <summary>What the recomputation of the plan found, in words.</summary>
internal static class AuditText
{
    public static void AddTo(Page page, PlanView view)
    {
        if (view.Plan.Audit is not { } audit)
            return;

        page.Title(view.Say(Messages.AuditTitle));
        if (audit.Clean)
        {
            var share = audit.Checks.Where(check => check.Tolerance > 0).Select(check => check.MaxDeviation / check.Tolerance).DefaultIfEmpty().Max();
            var names = string.Join(view.Language == Language.Chinese ? "、" : ", ", audit.Checks.Select(check => CodeNames.AuditChecks.NameOf(check.Name, view.Language)));
            page.Line(view.Say(Messages.AuditClean, Quantity.Count(audit.Checks.Sum(check => (long)check.Count)), audit.Checks.Count, names, Quantity.Percent(share)));
            return;
        }

        var failed = audit.Checks.Where(check => check.Failures.Count > 0 || check.MaxDeviation > check.Tolerance).ToList();
        page.Line(view.Say(Messages.AuditFailed, failed.Count, audit.Checks.Count), new Style(Color.Red));
        foreach (var check in failed)
        {
            page.Line(view.Say(Messages.AuditDeviation, CodeNames.AuditChecks.NameOf(check.Name, view.Language), Small(check.MaxDeviation), Small(check.Tolerance)));
            foreach (var failure in check.Failures)
                page.Line("  " + failure);
        }
    }

    private static string Small(double value) => value.ToString("0.##e0", CultureInfo.InvariantCulture);
}
