namespace Symbiosis.Cli.Heat.Tables;

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its text without blanks around it; empty where the row ends before it.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Column">Column of the table, from 1.</param>
/// <param name="Head">Head of the column.</param>
internal sealed record CsvCell(string Text, int Line, int Column, string Head)
{
    /// <summary>Where it stands, for a violation.</summary>
    public string Path => $"line {Line}, column {Column} ({Head})";

    public bool IsEmpty => Text.Length == 0;
}
