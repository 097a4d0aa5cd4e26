using System.Globalization;
using System.Text;

namespace Symbiosis.Milp;

/// <summary>Writes a model as CPLEX LP text, in the order it was built, for people and for approved files.</summary>
/// <remarks>
/// Names are written as they are, so <c>residual[smelter,k=12]</c> stays readable; give names without spaces if an engine is to
/// read the text. Numbers are rounded to 12 significant digits: an approved file should not change with the last bit.
/// Use <see cref="MpsWriter"/> where exactness counts.
/// </remarks>
public static class LpTextWriter
{
    private const int LineLength = 120;

    /// <summary>The whole model as text; lines end in <c>\n</c>.</summary>
    public static string Write(LinearModel model)
    {
        ArgumentNullException.ThrowIfNull(model);

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\\ {model.Name}\n");
        text.Append("Minimize\n");
        WriteObjective(model, text);
        text.Append("Subject To\n");
        WriteRows(model, text);
        text.Append("Bounds\n");
        for (var j = 0; j < model.ColumnCount; j++)
            WriteBounds(model, text, j);
        WriteKind(model, text, "Generals", VariableKind.Integer);
        WriteKind(model, text, "Binaries", VariableKind.Binary);
        text.Append("End\n");
        return text.ToString();
    }

    private static void WriteObjective(LinearModel model, StringBuilder text)
    {
        var line = new TermLine(text, " cost:");
        for (var j = 0; j < model.ColumnCount; j++)
        {
            if (model.ColumnCosts.Span[j] != 0)
                line.Term(model.ColumnCosts.Span[j], model.ColumnNames.Span[j]);
        }

        if (model.ObjectiveOffset != 0)
            line.Constant(model.ObjectiveOffset);
        line.End("");
    }

    private static void WriteRows(LinearModel model, StringBuilder text)
    {
        var rows = new List<(int Column, double Value)>[model.RowCount];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = [];
        for (var j = 0; j < model.ColumnCount; j++)
        {
            for (var k = model.ColumnStarts.Span[j]; k < model.ColumnStarts.Span[j + 1]; k++)
                rows[model.RowIndices.Span[k]].Add((j, model.Values.Span[k]));
        }

        for (var i = 0; i < rows.Length; i++)
        {
            var (lower, upper) = (model.RowLower.Span[i], model.RowUpper.Span[i]);
            var isRange = double.IsFinite(lower) && double.IsFinite(upper) && lower != upper;
            var line = new TermLine(text, $" {model.RowNames.Span[i]}:" + (isRange ? $" {Number(lower)} <=" : ""));
            foreach (var (column, value) in rows[i])
                line.Term(value, model.ColumnNames.Span[column]);
            line.End(RowEnd(lower, upper));
        }
    }

    private static string RowEnd(double lower, double upper)
    {
        if (lower == upper)
            return " = " + Number(lower);
        if (double.IsFinite(upper))
            return " <= " + Number(upper);
        return double.IsFinite(lower) ? " >= " + Number(lower) : " >= -inf";
    }

    private static void WriteBounds(LinearModel model, StringBuilder text, int j)
    {
        var (lower, upper) = (model.ColumnLower.Span[j], model.ColumnUpper.Span[j]);
        var name = model.ColumnNames.Span[j];
        var isUnit = lower == 0 && upper == 1 && model.ColumnKinds.Span[j] == VariableKind.Binary;
        if (isUnit || (lower == 0 && double.IsPositiveInfinity(upper)))
            return;
        if (lower == upper)
            text.Append(CultureInfo.InvariantCulture, $" {name} = {Number(lower)}\n");
        else if (double.IsNegativeInfinity(lower) && double.IsPositiveInfinity(upper))
            text.Append(CultureInfo.InvariantCulture, $" {name} free\n");
        else if (double.IsPositiveInfinity(upper))
            text.Append(CultureInfo.InvariantCulture, $" {name} >= {Number(lower)}\n");
        else
            text.Append(CultureInfo.InvariantCulture, $" {Number(lower)} <= {name} <= {Number(upper)}\n");
    }

    private static void WriteKind(LinearModel model, StringBuilder text, string section, VariableKind kind)
    {
        var line = new TermLine(text, section + "\n");
        var any = false;
        for (var j = 0; j < model.ColumnCount; j++)
        {
            // "Binaries" resets bounds to 0..1, so a binary that has been fixed is listed as general with its bounds above.
            if (ListedKind(model, j) != kind)
                continue;
            if (!any)
                line.Start();
            any = true;
            line.Word(model.ColumnNames.Span[j]);
        }

        if (any)
            line.End("");
    }

    private static VariableKind ListedKind(LinearModel model, int j)
    {
        var kind = model.ColumnKinds.Span[j];
        var isUnit = model.ColumnLower.Span[j] == 0 && model.ColumnUpper.Span[j] == 1;
        return kind == VariableKind.Binary && !isUnit ? VariableKind.Integer : kind;
    }

    private static string Number(double value)
    {
        if (double.IsInfinity(value))
            return value > 0 ? "+inf" : "-inf";
        return value.ToString("G12", CultureInfo.InvariantCulture);
    }

    /// <summary>A statement of terms, broken where a line gets long.</summary>
    private sealed class TermLine(StringBuilder text, string head)
    {
        private int lineStart;
        private bool started;
        private bool hasTerm;

        public void Start()
        {
            if (started)
                return;
            started = true;
            lineStart = text.Length;
            text.Append(head);
        }

        public void Term(double coefficient, string name)
        {
            var magnitude = Math.Abs(coefficient) == 1 ? "" : Number(Math.Abs(coefficient)) + " ";
            Signed(coefficient < 0, magnitude + name);
        }

        public void Constant(double value) => Signed(value < 0, Number(Math.Abs(value)));

        public void Word(string word)
        {
            Start();
            Break(word.Length);
            text.Append(' ').Append(word);
        }

        public void End(string end)
        {
            Start();
            if (!hasTerm && end.Length > 0)
                text.Append(" 0");
            text.Append(end).Append('\n');
        }

        private void Signed(bool isNegative, string word)
        {
            Start();
            Break(word.Length + 2);
            if (isNegative)
                text.Append(" -");
            else if (hasTerm)
                text.Append(" +");
            hasTerm = true;
            text.Append(' ').Append(word);
        }

        private void Break(int length)
        {
            if (text.Length - lineStart + length < LineLength)
                return;
            text.Append('\n');
            lineStart = text.Length;
            text.Append("   ");
        }
    }
}
