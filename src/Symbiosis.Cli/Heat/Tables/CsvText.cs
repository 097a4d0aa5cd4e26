using System.Text;

namespace Symbiosis.Cli.Heat.Tables;

/// <summary>Splits a table's text into rows of cells: RFC 4180 with commas, semicolons or tabs, whichever the first line has.</summary>
internal static class CsvText
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The rows that are not blank, each with the line on which it starts, from 1.</summary>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Rows(string text)
    {
        var body = text.TrimStart('\uFEFF');
        var separator = SeparatorOf(body);
        var line = 1;
        for (var at = 0; at < body.Length;)
        {
            var first = line;
            var cells = Row(body, separator, ref at, ref line);
            if (cells.Exists(cell => cell.Length > 0)) yield return (first, cells);
        }
    }

    private static char SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var head = end < 0 ? text : text[..end];
        return Separators.MaxBy(separator => head.Count(letter => letter == separator));
    }

    private static List<string> Row(string text, char separator, ref int at, ref int line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\n') line++;
            if (isQuoted)
            {
                if (letter != '"') cell.Append(letter);
                else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[++at]);
                else isQuoted = false;
            }
            else if (letter == '"' && string.IsNullOrWhiteSpace(cell.ToString()))
            {
                cell.Clear();
                isQuoted = true;
            }
            else if (letter == separator)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else if (letter == '\n')
            {
                at++;
                break;
            }
            else
            {
                cell.Append(letter);
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells;
    }
}
