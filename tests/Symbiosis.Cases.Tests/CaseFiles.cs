using System.Reflection;
using System.Text.Json;
using Symbiosis.Cases.Tests.Expectations;

namespace Symbiosis.Cases.Tests;

/// <summary>The files of the cases and the program under test.</summary>
internal static class CaseFiles
{
    /// <summary>Options of every file here: the schema's own snake_case names.</summary>
    public static JsonSerializerOptions Json { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>All expectations, in the order of the file.</summary>
    public static IReadOnlyList<CaseExpectation> Expectations { get; } = Read<CaseExpectation[]>("expectations.json");

    /// <summary>The built command line, found from the repository's root and this assembly's configuration.</summary>
    /// <exception cref="FileNotFoundException">It has not been built.</exception>
    public static string CommandLinePath { get; } = FindCommandLine();

    /// <summary>Full path of a park file.</summary>
    public static string ParkPath(string park) => PathOf(Path.Combine("parks", park));

    /// <summary>Reads a file that was copied beside the tests.</summary>
    public static T Read<T>(string name)
    {
        using var stream = File.OpenRead(PathOf(name));
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InvalidDataException($"{name} is empty.");
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name);

    private static string FindCommandLine()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Symbiosis.sln")))
            root = root.Parent;

        var configuration = typeof(CaseFiles).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";
        var path = Path.Combine(root?.FullName ?? AppContext.BaseDirectory, "src", "Symbiosis.Cli", "bin", configuration, "net10.0", "Symbiosis.Cli.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException("The command line is not built: dotnet build src/Symbiosis.Cli.", path);
    }
}
