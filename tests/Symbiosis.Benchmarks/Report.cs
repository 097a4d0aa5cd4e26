using Symbiosis.Domain.Plans;

namespace Symbiosis.Benchmarks;

/// <summary>Lines on standard output.</summary>
internal static class Report
{
    /// <summary>One line, numbers in the invariant culture.</summary>
    public static void Line(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));

    /// <summary>Million CNY in three decimals; a dash for null.</summary>
    public static string Million(double? cny) => cny is { } value ? FormattableString.Invariant($"{value / 1e6:0.000}") : "-";

    /// <summary>Percent in two decimals; a dash for null.</summary>
    public static string Percent(double? share) => share is { } value ? FormattableString.Invariant($"{100 * value:0.00} %") : "-";

    /// <summary>The audit in a few words.</summary>
    public static string AuditOf(Plan plan) => plan.Audit switch
    {
        null => "no plan",
        { Clean: true, Checks: var checks } => FormattableString.Invariant($"clean, {checks.Sum(check => check.Count)} balances in {checks.Count} checks"),
        { Checks: var checks } => "FAILED: " + string.Join("; ", checks.SelectMany(check => check.Failures).Take(3)),
    };
}
