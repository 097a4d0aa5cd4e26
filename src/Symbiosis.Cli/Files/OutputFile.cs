using System.Text;

namespace Symbiosis.Cli.Files;

/// <summary>Writes results as UTF-8 without a byte order mark, lines ending in <c>\n</c>.</summary>
internal static class OutputFile
{
    /// <summary>Writes or replaces a file. In place, not by renaming: the path may be a link or <c>/dev/stdout</c>.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        write(writer);
    }
}
