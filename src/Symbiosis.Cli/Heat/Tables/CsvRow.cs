using System.Globalization;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Heat.Tables;

/// <summary>A row of a table; its readers report what is wrong with a cell.</summary>
internal sealed class CsvRow(int line, IReadOnlyList<string> heads, IReadOnlyList<string> cells, ViolationList violations)
{
    private const double AbsoluteZeroCelsius = -273.15;
    private const double MaxCelsius = 5000;

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

    /// <summary>Whether the table has a column; one that is missing is reported once, with the header.</summary>
    public bool Has(string head) => heads.Contains(head);

    /// <summary>A text; null, reported, where it is empty.</summary>
    public string? RequiredText(string head)
    {
        var cell = Cell(head);
        if (!cell.IsEmpty) return cell.Text;
        if (Has(head)) Error(cell, ViolationCodes.Required, $"The cell is empty; give the {head}.");
        return null;
    }

    /// <summary>A temperature, deg C; null, reported, where it is none.</summary>
    public double? Celsius(string head) => Number(head, isRequired: true) is not { } value
        ? null
        : InRange(head, value, value is > AbsoluteZeroCelsius and <= MaxCelsius, "a temperature above -273.15 and up to 5,000 deg C");

    /// <summary>A number of at least 0; null where it is empty, or reported.</summary>
    public double? NotNegative(string head) =>
        Number(head) is not { } value ? null : InRange(head, value, value >= 0, "a number of at least 0");

    /// <summary>A finite number; null where it is empty, or reported.</summary>
    public double? Number(string head, bool isRequired = false)
    {
        var cell = Cell(head);
        if (cell.IsEmpty)
        {
            if (isRequired && Has(head)) Error(cell, ViolationCodes.Required, "The cell is empty; give a number.");
            return null;
        }

        if (double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)) return value;
        Error(cell, ViolationCodes.CsvNotANumber, $"'{Short(cell.Text)}' is not a finite number. Write it with a decimal point, without unit and thousands separators.");
        return null;
    }

    /// <summary>Reports a cell.</summary>
    public void Error(CsvCell cell, string code, string sentence) => violations.Error(cell.Path, code, sentence, Short(cell.Text));

    private double? InRange(string head, double value, bool isInRange, string range)
    {
        if (isInRange) return value;
        Error(Cell(head), ViolationCodes.OutOfRange, $"{NumberText.Of(value)} is not {range}.");
        return null;
    }

    private static string Short(string text) => text.Length > 30 ? text[..30] : text;
}
