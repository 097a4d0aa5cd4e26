using Symbiosis.Solvers.Processes;

namespace Symbiosis.Solvers.CbcCommand;

/// <summary>The processes that run now, ended together with the engine. Thread-safe.</summary>
internal sealed class CbcProcesses : IDisposable
{
    // A shell stands between: CBC would not notice that its parent is gone, so the shell's watcher waits for the end of standard
    // input and ends CBC then.
    internal const string Guard =
        "exec 3<&0; \"$@\" </dev/null 3<&- & c=$!; (cat <&3 >/dev/null; kill -9 $c) >/dev/null 2>&1 & w=$!; exec 3<&-; wait $c; s=$?; kill $w 2>/dev/null; exit $s";

    private readonly Lock gate = new();
    private readonly HashSet<ChildProcess> running = [];
    private bool isDisposed;

    public IReadOnlyList<int> Ids
    {
        get
        {
            lock (gate)
                return [.. running.Select(p => p.Id)];
        }
    }

    public ChildProcess Start(string engineName, string program, IEnumerable<string> arguments, string folder)
    {
        var process = ChildProcess.Start(engineName, "sh", ["-c", Guard, "sh", program, .. arguments], folder);
        lock (gate)
        {
            if (!isDisposed)
            {
                running.Add(process);
                return process;
            }
        }

        process.Dispose();
        throw new ObjectDisposedException(nameof(CbcEngine));
    }

    public void End(ChildProcess process)
    {
        lock (gate)
            running.Remove(process);
        process.Dispose();
    }

    public void Dispose()
    {
        ChildProcess[] left;
        lock (gate)
        {
            isDisposed = true;
            left = [.. running];
            running.Clear();
        }

        foreach (var process in left)
            process.Kill();
    }
}
