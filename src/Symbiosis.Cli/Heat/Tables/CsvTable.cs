using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Heat.Tables;

/// <summary>A table whose first line names its columns. Every fault goes to the list with its line and column.</summary>
internal sealed class CsvTable
{
    private readonly List<string> heads;
    private readonly ViolationList violations;

    private CsvTable(List<string> heads, IReadOnlyList<CsvRow> rows, ViolationList violations) => (this.heads, Rows, this.violations) = (heads, rows, violations);

    /// <summary>Rows under the header that are not blank.</summary>
    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="known">Columns that mean something.</param>
    /// <param name="violations">Takes the faults.</param>
    /// <returns>The table; null where its header cannot be used.</returns>
    public static CsvTable? Read(string text, IReadOnlyList<string> known, ViolationList violations)
    {
        var lines = CsvText.Rows(text).ToList();
        if (lines.Count == 0)
        {
            violations.Error("line 1", ViolationCodes.CsvMalformed, $"The file is empty. Its first line must name the columns, for example {string.Join(',', known)}.");
            return null;
        }

        var (headLine, headCells) = lines[0];
        var heads = headCells.Select(head => head.ToLowerInvariant()).ToList();
        while (heads.Count > 0 && heads[^1].Length == 0) heads.RemoveAt(heads.Count - 1);
        CheckHeads(heads, headLine, known, violations);
        var rows = new List<CsvRow>(lines.Count - 1);
        foreach (var (line, cells) in lines.Skip(1))
        {
            if (cells.Skip(heads.Count).Any(cell => cell.Length > 0))
                violations.Error($"line {line}", ViolationCodes.CsvUnequalLength, $"The row has {cells.Count} cells, the header {heads.Count}. Put quotes round a text with a separator in it, and write numbers without thousands separators.", $"{cells.Count}");
            rows.Add(new CsvRow(line, heads, cells, violations));
        }

        return new CsvTable(heads, rows, violations);
    }

    /// <summary>Whether the table has a column.</summary>
    public bool Has(string head) => heads.Contains(head);

    /// <summary>Reports columns that are missing.</summary>
    public void Require(params IEnumerable<string> required)
    {
        foreach (var head in required.Where(head => !Has(head)))
            violations.Error("line 1", ViolationCodes.CsvMissingColumn, $"The header has no column '{head}'.{NearestName.Question(head, heads)}", head);
    }

    private static void CheckHeads(List<string> heads, int line, IReadOnlyList<string> known, ViolationList violations)
    {
        for (var i = 0; i < heads.Count; i++)
        {
            var path = $"line {line}, column {i + 1}";
            if (heads[i].Length > 0 && heads.IndexOf(heads[i]) < i)
                violations.Error(path, ViolationCodes.DuplicateKey, $"The column '{heads[i]}' stands twice in the header.", heads[i]);
            if (known.Contains(heads[i]) || heads[i].Length == 0) continue;

            // A misspelt column would silently take its default; a remark harms nobody.
            if (NearestName.Find(heads[i], known.Except(heads)) is { } meant)
                violations.Error(path, ViolationCodes.UnknownField, $"There is no column '{heads[i]}'. Did you mean '{meant}'?", heads[i]);
            else
                violations.Warn(path, ViolationCodes.UnknownField, $"The column '{heads[i]}' is passed over. Known columns: {string.Join(", ", known)}.", heads[i]);
        }
    }
}
