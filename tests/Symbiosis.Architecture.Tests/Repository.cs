using System.Diagnostics;
using System.Text;

namespace Symbiosis.Architecture.Tests;

/// <summary>The tracked files of the repository that these tests were built from.</summary>
internal static class Repository
{
    private const string SolutionName = "Symbiosis.sln";
    private const int SampleLength = 8000;

    private static readonly Lazy<IReadOnlyList<string>> Tracked = new(ListTracked);

    /// <summary>Folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Paths of tracked files that exist, relative to the root, with slashes.</summary>
    public static IReadOnlyList<string> Files => Tracked.Value;

    /// <summary>Tracked files under src and tests with one of some extensions.</summary>
    public static IEnumerable<string> CodeFiles(params string[] extensions) => Files.Where(file =>
        (file.StartsWith("src/", StringComparison.Ordinal) || file.StartsWith("tests/", StringComparison.Ordinal))
        && extensions.Contains(Path.GetExtension(file)));

    public static string FullPath(string file) => Path.Combine(Root, file);

    public static string[] Lines(string file) => File.ReadAllLines(FullPath(file));

    /// <summary>Text of a file, or null where it is binary.</summary>
    public static string? TextOrNull(string file)
    {
        var bytes = File.ReadAllBytes(FullPath(file));
        return bytes.AsSpan(0, Math.Min(bytes.Length, SampleLength)).Contains((byte)0) ? null : Encoding.UTF8.GetString(bytes);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionName)))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds {SolutionName}.");
    }

    private static List<string> ListTracked()
    {
        // -z: names with Chinese characters come unquoted.
        var start = new ProcessStartInfo("git", ["-c", $"safe.directory={Root}", "ls-files", "-z"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        var names = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0
            ? [.. names.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(name => File.Exists(FullPath(name)))]
            : throw new InvalidOperationException($"git ls-files ended with {git.ExitCode}; these tests need a clone with git.");
    }
}
