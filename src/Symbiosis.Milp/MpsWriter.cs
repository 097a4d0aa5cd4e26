using System.Globalization;
using System.Text;

namespace Symbiosis.Milp;

/// <summary>Writes a model as free-format MPS, which every engine reads.</summary>
/// <remarks>
/// Numbers are written so that they read back exactly. Bounds are always written for whole-number columns, since readers
/// disagree on their default, and an upper bound before its lower one, since some readers drop the lower bound at a negative upper.
/// A row with both sides is a G row with a range; the objective's offset is its negated right-hand side.
/// </remarks>
public static class MpsWriter
{
    private const string ObjectiveName = "COST";
    private const int LongestName = 200;

    /// <summary>Writes the whole file; lines end in <c>\n</c>. The writer stays open.</summary>
    public static void Write(LinearModel model, TextWriter writer, MpsNames names = MpsNames.Readable)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(writer);

        var taken = new HashSet<string>(StringComparer.Ordinal) { ObjectiveName };
        var rows = names == MpsNames.Indexed ? Indexed('R', model.RowCount) : SafeNames(model.RowNames.Span, 'R', taken);
        taken.Clear();
        var columns = names == MpsNames.Indexed ? Indexed('C', model.ColumnCount) : SafeNames(model.ColumnNames.Span, 'C', taken);

        taken.Clear();
        // Without FREE, CBC guesses the format by the widths of the fields and gets short names wrong.
        writer.Write($"NAME {SafeNames([model.Name], 'M', taken)[0]} FREE\n");
        WriteRows(model, writer, rows);
        WriteColumns(model, writer, rows, columns);
        WriteSides(model, writer, rows);
        WriteBounds(model, writer, columns);
        writer.Write("ENDATA\n");
    }

    private static void WriteRows(LinearModel model, TextWriter writer, string[] rows)
    {
        writer.Write($"ROWS\n N {ObjectiveName}\n");
        for (var i = 0; i < rows.Length; i++)
            writer.Write($" {RowType(model.RowLower.Span[i], model.RowUpper.Span[i])} {rows[i]}\n");
    }

    private static char RowType(double lower, double upper)
    {
        if (double.IsNegativeInfinity(lower))
            return double.IsPositiveInfinity(upper) ? 'N' : 'L';
        return lower == upper ? 'E' : 'G';
    }

    private static void WriteColumns(LinearModel model, TextWriter writer, string[] rows, string[] columns)
    {
        writer.Write("COLUMNS\n");
        var starts = model.ColumnStarts.Span;
        var entryRows = model.RowIndices.Span;
        var values = model.Values.Span;
        var inIntegers = false;
        var markers = 0;
        for (var j = 0; j < columns.Length; j++)
        {
            var isInteger = model.ColumnKinds.Span[j] != VariableKind.Continuous;
            if (isInteger != inIntegers)
                writer.Write($" MARKER{markers++} 'MARKER' {(isInteger ? "'INTORG'" : "'INTEND'")}\n");
            inIntegers = isInteger;

            // A column without entries must still be named to exist.
            var cost = model.ColumnCosts.Span[j];
            if (cost != 0 || starts[j] == starts[j + 1])
                writer.Write($" {columns[j]} {ObjectiveName} {Number(cost)}\n");
            for (var k = starts[j]; k < starts[j + 1]; k++)
                writer.Write($" {columns[j]} {rows[entryRows[k]]} {Number(values[k])}\n");
        }

        if (inIntegers)
            writer.Write($" MARKER{markers} 'MARKER' 'INTEND'\n");
    }

    private static void WriteSides(LinearModel model, TextWriter writer, string[] rows)
    {
        writer.Write("RHS\n");
        if (model.ObjectiveOffset != 0)
            writer.Write($" RHS {ObjectiveName} {Number(-model.ObjectiveOffset)}\n");
        var ranges = new StringBuilder();
        for (var i = 0; i < rows.Length; i++)
        {
            var (lower, upper) = (model.RowLower.Span[i], model.RowUpper.Span[i]);
            var type = RowType(lower, upper);
            var side = type == 'L' ? upper : lower;
            if (type != 'N' && side != 0)
                writer.Write($" RHS {rows[i]} {Number(side)}\n");
            if (type == 'G' && double.IsFinite(upper))
                ranges.Append(CultureInfo.InvariantCulture, $" RANGE {rows[i]} {Number(upper - lower)}\n");
        }

        if (ranges.Length > 0)
            writer.Write("RANGES\n" + ranges);
    }

    private static void WriteBounds(LinearModel model, TextWriter writer, string[] columns)
    {
        writer.Write("BOUNDS\n");
        for (var j = 0; j < columns.Length; j++)
        {
            var (lower, upper) = (model.ColumnLower.Span[j], model.ColumnUpper.Span[j]);
            var isInteger = model.ColumnKinds.Span[j] != VariableKind.Continuous;
            if (lower == upper)
                writer.Write($" FX BND {columns[j]} {Number(lower)}\n");
            else if (double.IsNegativeInfinity(lower) && double.IsPositiveInfinity(upper))
                writer.Write($" FR BND {columns[j]}\n");
            else
                WriteBoundPair(writer, columns[j], lower, upper, isInteger);
        }
    }

    private static void WriteBoundPair(TextWriter writer, string column, double lower, double upper, bool isInteger)
    {
        if (double.IsFinite(upper))
            writer.Write($" UP BND {column} {Number(upper)}\n");
        else if (isInteger)
            writer.Write($" PL BND {column}\n");

        if (double.IsNegativeInfinity(lower))
            writer.Write($" MI BND {column}\n");
        else if (lower != 0 || isInteger || upper < 0)
            writer.Write($" LO BND {column} {Number(lower)}\n");
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string[] Indexed(char letter, int count) =>
        [.. Enumerable.Range(0, count).Select(i => letter + i.ToString(CultureInfo.InvariantCulture))];

    private static string[] SafeNames(ReadOnlySpan<string> names, char letter, HashSet<string> taken)
    {
        var safe = new string[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var name = SafeName(names[i], letter);
            var candidate = name;
            for (var n = 2; !taken.Add(candidate); n++)
                candidate = name + "~" + n.ToString(CultureInfo.InvariantCulture);
            safe[i] = candidate;
        }

        return safe;
    }

    private static string SafeName(string name, char letter)
    {
        var safe = new StringBuilder(Math.Min(name.Length, LongestName) + 1);
        foreach (var c in name.AsSpan(0, Math.Min(name.Length, LongestName)))
            safe.Append(c is > ' ' and < (char)127 and not ('\'' or '"') ? c : '_');
        // A leading digit, sign, dollar or star reads as a number or a comment somewhere.
        if (safe.Length == 0 || !char.IsAsciiLetter(safe[0]) && safe[0] != '_')
            safe.Insert(0, letter);
        return safe.ToString();
    }
}
