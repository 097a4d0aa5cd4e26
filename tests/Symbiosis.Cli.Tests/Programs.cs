namespace Symbiosis.Cli.Tests;

/// <summary>Where programs and parks lie.</summary>
internal static class Programs
{
    // By its real path: a test takes the PATH away, and a link in /usr/bin stands beside node.
    public static string DotnetPath()
    {
        var candidates = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Prepend(Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "")
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        var found = new FileInfo(candidates.First(File.Exists));
        return found.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? found.FullName;
    }

    /// <summary>Folder of a park of the repository.</summary>
    public static string Park(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var park = Path.Combine(folder.FullName, "data", "parks", name);
            if (File.Exists(Path.Combine(park, "park.json")))
                return park;
        }

        throw new DirectoryNotFoundException($"data/parks/{name}");
    }
}
