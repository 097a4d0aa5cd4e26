namespace Symbiosis.Interop.Tests.Tools;

/// <summary>The clients' npm packages, as the lock file has them.</summary>
internal static class NodePackages
{
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>Installs them where they are absent or older than the lock file.</summary>
    public static Task InstalledAsync() => Installed.Value;

    private static async Task InstallAsync()
    {
        // npm writes this file last.
        var done = new FileInfo(Path.Combine(Places.NodePackages, ".package-lock.json"));
        var wanted = new FileInfo(Path.Combine(Places.Clients, "package-lock.json"));
        if (done.Exists && done.LastWriteTimeUtc >= wanted.LastWriteTimeUtc) return;

        var run = await ProgramRun.OfAsync(ForeignTool.Npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder: Places.Clients);
        run.Succeeded();
    }
}
