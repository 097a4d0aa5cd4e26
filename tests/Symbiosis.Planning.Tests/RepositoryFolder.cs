namespace Symbiosis.Planning.Tests;

/// <summary>Where the repository's data lie.</summary>
internal static class RepositoryFolder
{
    /// <summary>The folder of Symbiosis.sln.</summary>
    public static string Path
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Symbiosis.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new DirectoryNotFoundException("The repository's folder was not found above the tests.");
        }
    }
}
