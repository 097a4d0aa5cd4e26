using Symbiosis.Milp;

namespace Symbiosis.Solvers.HighsNode;

/// <summary>Starts processes, keeps idle ones warm and ends all of them with itself. Thread-safe.</summary>
internal sealed class HighsPool : IDisposable
{
    private readonly string engineName;
    private readonly HighsEngineOptions options;
    private readonly string script;
    private readonly Lock gate = new();
    private readonly Stack<HighsProcess> idle = new();
    private readonly HashSet<HighsProcess> all = [];
    private bool isDisposed;

    public HighsPool(string engineName, HighsEngineOptions options, string script)
    {
        (this.engineName, this.options, this.script) = (engineName, options, script);
        for (var i = 0; i < options.PrestartedProcessCount; i++)
            _ = Task.Factory.StartNew(Prestart, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Ids of the processes that live now.</summary>
    public IReadOnlyList<int> ProcessIds
    {
        get
        {
            lock (gate)
                return [.. all.Select(p => p.Id)];
        }
    }

    /// <summary>An idle process, or a new one that may still be starting.</summary>
    public HighsProcess Rent()
    {
        while (TakeIdle() is { } process)
        {
            if (process.IsHealthy)
                return process;
            End(process);
        }

        return Start();
    }

    /// <summary>Takes an unloaded process back, to keep or to end.</summary>
    public void Return(HighsProcess process)
    {
        if (process.IsHealthy && process.MemoryBytes <= options.WarmProcessMemoryMb * (1L << 20))
        {
            lock (gate)
            {
                if (!isDisposed && idle.Count < options.WarmProcessCount)
                {
                    idle.Push(process);
                    return;
                }
            }
        }

        End(process);
    }

    /// <summary>Ends a process that is not fit to be kept.</summary>
    public void End(HighsProcess process)
    {
        lock (gate)
            all.Remove(process);
        process.Dispose();
    }

    public void Dispose()
    {
        HighsProcess[] left;
        lock (gate)
        {
            isDisposed = true;
            left = [.. all];
            all.Clear();
            idle.Clear();
        }

        foreach (var process in left)
            process.Dispose();
    }

    private HighsProcess Start()
    {
        if (!File.Exists(script))
            throw new SolverException(engineName, SolverFaultKind.NotInstalled, $"its script '{script}' is missing. Build Symbiosis.Solvers, or copy the folder 'highs' beside the program.");
        lock (gate)
            ObjectDisposedException.ThrowIf(isDisposed, typeof(HighsEngine));

        var process = HighsProcess.Start(engineName, options, script);
        lock (gate)
        {
            if (!isDisposed)
            {
                all.Add(process);
                return process;
            }
        }

        process.Dispose();
        throw new ObjectDisposedException(nameof(HighsEngine));
    }

    private HighsProcess? TakeIdle()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, typeof(HighsEngine));
            return idle.TryPop(out var process) ? process : null;
        }
    }

    private void Prestart()
    {
        HighsProcess? process = null;
        try
        {
            process = Start();
            process.WaitUntilReady(CancellationToken.None);
            process.Request(HighsProtocol.WriteWarm);
            Return(process);
        }
        catch (Exception fault) when (fault is SolverException or ObjectDisposedException)
        {
            // The first solve meets the same fault and has somebody to tell it to.
            if (process is not null)
                End(process);
        }
    }
}
