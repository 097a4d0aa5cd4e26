namespace Symbiosis.Interop.Tests.Tools;

/// <summary>Where things lie in the repository that these tests were built from.</summary>
internal static class Places
{
    private const string SolutionName = "Symbiosis.sln";

    /// <summary>Folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The service's schema.</summary>
    public static string Protos => Path.Combine(Root, "protos");

    /// <summary>The foreign clients.</summary>
    public static string Clients => Path.Combine(Root, "tests", "Symbiosis.Interop.Tests", "clients");

    /// <summary>What npm installed for them.</summary>
    public static string NodePackages => Path.Combine(Clients, "node_modules");

    /// <summary>The programs of this build.</summary>
    public static string Program(string name) => Path.Combine(AppContext.BaseDirectory, $"{name}.dll");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionName)))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds {SolutionName}.");
    }
}
