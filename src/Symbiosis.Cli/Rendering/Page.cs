using Spectre.Console;
using Spectre.Console.Rendering;

namespace Symbiosis.Cli.Rendering;

/// <summary>Text and tables for people, laid out to a width and then written at once.</summary>
internal sealed class Page
{
    private static readonly Style TitleStyle = new(decoration: Decoration.Bold);

    private readonly StringWriter text = new();
    private readonly IAnsiConsole console;

    /// <summary>An empty page.</summary>
    /// <param name="width">Width, columns.</param>
    /// <param name="hasColours">The reader is a terminal.</param>
    public Page(int width, bool hasColours)
    {
        Width = width;
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = hasColours ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasColours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
    }

    /// <summary>Width, columns.</summary>
    public int Width { get; }

    /// <summary>A paragraph.</summary>
    public void Line(string line = "", Style? style = null)
    {
        console.Write(new Text(line, style));
        console.WriteLine();
    }

    /// <summary>An empty line and the title of a section.</summary>
    public void Title(string title)
    {
        Line();
        Line(title, TitleStyle);
    }

    /// <summary>A table or another block.</summary>
    public void Add(IRenderable block) => console.Write(block);

    /// <summary>Writes all of it.</summary>
    public void WriteTo(TextWriter writer)
    {
        // Tables fill their cells with blanks up to the edge, which only swell a file and a diff.
        var isBlank = true;
        foreach (var line in text.ToString().TrimEnd().Split('\n').Select(line => line.TrimEnd()))
        {
            // Tables with a total end in a blank line of their own.
            if (!isBlank || line.Length > 0)
                writer.WriteLine(line);
            isBlank = line.Length == 0;
        }

        writer.Flush();
    }
}
