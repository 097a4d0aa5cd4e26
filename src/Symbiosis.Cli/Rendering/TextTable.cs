using Spectre.Console;

namespace Symbiosis.Cli.Rendering;

/// <summary>A table of texts whose numbers stand at the right and are never broken.</summary>
internal sealed class TextTable
{
    private readonly Table table = new() { Border = TableBorder.Simple, UseSafeBorder = false };

    /// <summary>Number of rows.</summary>
    public int RowCount => table.Rows.Count;

    /// <summary>Adds a column of words, which may be broken into lines.</summary>
    public TextTable Words(string head)
    {
        table.AddColumn(new TableColumn(new Text(head)));
        return this;
    }

    /// <summary>Adds a column of short codes, which are not broken.</summary>
    public TextTable Codes(string head)
    {
        table.AddColumn(new TableColumn(new Text(head)) { NoWrap = true });
        return this;
    }

    /// <summary>Adds a column of numbers.</summary>
    public TextTable Numbers(string head)
    {
        table.AddColumn(new TableColumn(new Text(head)) { NoWrap = true, Alignment = Justify.Right });
        return this;
    }

    /// <summary>Adds a row, one text a column.</summary>
    public void Row(params IEnumerable<string> cells) => table.AddRow(cells.Select(cell => new Text(cell)));

    /// <summary>Adds a row set off from those above.</summary>
    public void TotalRow(params IEnumerable<string> cells)
    {
        table.AddEmptyRow();
        table.AddRow(cells.Select(cell => new Text(cell, new Style(decoration: Decoration.Bold))));
    }

    /// <summary>Puts the table on a page.</summary>
    public void AddTo(Page page) => page.Add(table);
}
