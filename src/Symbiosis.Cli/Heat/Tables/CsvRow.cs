using System.Globalization;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Heat.Tables;

/// <summary>A row of a table; its readers report what cannot be read. Ranges and sense are looked at later, in the message made of it.</summary>
internal sealed class CsvRow(int line, IReadOnlyList<string> heads, IReadOnlyList<string> cells, ViolationList violations)
{
    /// <summary>Line of the file, from 1.</summary>
    public int Line => line;

    /// <summary>The cell under a head; empty where the table has no such column.</summary>
    public CsvCell Cell(string head)
    {
        var index = -1;
        for (var i = 0; i < heads.Count && index < 0; i++)
        {
            if (heads[i] == head) index = i;
        }

        return new CsvCell(index >= 0 && index < cells.Count ? cells[index] : "", line, index + 1, head);
    }

    /// <summary>The text under a head; empty where there is none.</summary>
    public string Text(string head) => Cell(head).Text;

    /// <summary>Takes the finite number under a head; nothing where the cell is empty, or reported.</summary>
    public void Number(string head, Action<double> take)
    {
        var cell = Cell(head);
        if (cell.IsEmpty) return;
        if (double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)) take(value);
        else Error(cell, ViolationCodes.CsvNotANumber, $"'{Short(cell.Text)}' is not a finite number. Write it with a decimal point, without unit and thousands separators.");
    }

    /// <summary>Takes the word under a head; nothing where the cell is empty, or reported.</summary>
    public void Word<T>(string head, IReadOnlyDictionary<string, T> words, string known, Action<T> take)
    {
        var cell = Cell(head);
        if (cell.IsEmpty) return;
        if (words.TryGetValue(cell.Text, out var value)) take(value);
        else Error(cell, ViolationCodes.UnknownEnumValue, $"'{Short(cell.Text)}' is none of {known}.");
    }

    private void Error(CsvCell cell, string code, string sentence) => violations.Error(cell.Path, code, sentence, Short(cell.Text));

    private static string Short(string text) => text.Length > 30 ? text[..30] : text;
}
