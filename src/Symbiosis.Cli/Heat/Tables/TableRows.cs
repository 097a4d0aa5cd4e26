using System.Globalization;
using System.Text.RegularExpressions;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Heat.Tables;

/// <summary>A file's rows as messages, and where in the file their fields stand: what is wrong with a message is told by line and column.</summary>
internal sealed class TableRows<T>
{
    private readonly string list;
    private readonly CsvTable? table;

    /// <summary>Reads the rows.</summary>
    /// <param name="list">Field of the message that has the rows.</param>
    /// <param name="table">The file; null where its header cannot be used.</param>
    /// <param name="violations">Has the header's faults and takes those of the rows.</param>
    /// <param name="read">Reads a row.</param>
    public TableRows(string list, CsvTable? table, ViolationList violations, Func<CsvRow, T> read)
    {
        (this.list, this.table) = (list, table);
        Rows = [.. table?.Rows.Select(read) ?? []];
        Faults = violations.Violations;
    }

    /// <summary>The rows; what cannot be read is absent in them.</summary>
    public IReadOnlyList<T> Rows { get; }

    /// <summary>What is wrong with the text itself.</summary>
    public IReadOnlyList<Violation> Faults { get; }

    /// <summary>Whether the rows must not be used.</summary>
    public bool IsBroken => Faults.Any(fault => fault.Severity == Severity.Error);

    /// <summary>Whether a violation of the message belongs to this file.</summary>
    public bool Owns(Violation violation) => TablePath.Match(violation.FieldPath) is { Success: true } match && match.Groups["list"].Value == list;

    /// <summary>What is wrong with the text, and with the message made of it; what only repeats the first is left out.</summary>
    public IReadOnlyList<Violation> Place(IEnumerable<Violation> found)
    {
        var told = Faults.Select(fault => fault.FieldPath).ToHashSet(StringComparer.Ordinal);
        var placed = table is null ? [] : found.Where(Owns).Select(Placed).OfType<Violation>().Where(violation => !told.Contains(violation.FieldPath));
        return [.. Faults.Concat(placed).OrderBy(violation => violation.Severity)];
    }

    private Violation? Placed(Violation violation)
    {
        var match = TablePath.Match(violation.FieldPath);
        if (table is null || !match.Groups["row"].Success) return violation with { FieldPath = "line 2" };

        var row = table.Rows[int.Parse(match.Groups["row"].Value, CultureInfo.InvariantCulture)];
        if (!match.Groups["field"].Success) return violation with { FieldPath = $"line {row.Line}" };
        var head = Head(match.Groups["field"].Value);
        if (table.Has(head)) return violation with { FieldPath = row.Cell(head).Path };

        // A missing column is told once, with the header.
        return violation.Code == ViolationCodes.Required && violation.Severity == Severity.Error ? null : violation with { FieldPath = $"line {row.Line} ({head})" };
    }

    private string Head(string field) => field switch
    {
        "role" => "kind",
        "heat_kw" when table?.Has(field) == false => "cp_kw_per_k",
        _ => field,
    };

    private static readonly Regex TablePath = new(@"^table\.(?<list>\w+)(\[(?<row>\d+)\](\.(?<field>\w+))?)?$", RegexOptions.CultureInvariant);
}
