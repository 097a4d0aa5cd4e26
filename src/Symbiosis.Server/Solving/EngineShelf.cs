using Symbiosis.Milp;
using Symbiosis.Server.Configuration;
using Symbiosis.Solvers;

namespace Symbiosis.Server.Solving;

/// <summary>
/// The engines of this server. Each search has one of its own, so that a search that is given up takes its processes with it at once; others
/// come back warm for the next. Thread-safe.
/// </summary>
internal sealed class EngineShelf : IDisposable
{
    private static readonly TimeSpan s_stopGrace = TimeSpan.FromMilliseconds(100);

    private readonly SolvingOptions _options;
    private readonly Lock _gate = new();
    private readonly Stack<HighsEngine> _idle = new();
    private readonly HashSet<HighsEngine> _all = [];
    private bool _isDisposed;

    /// <summary>Starts the processes of the first search, so that it finds them warm.</summary>
    public EngineShelf(SolvingOptions options)
    {
        _options = options;
        Names = IsOnPath("cbc") || options.Engine == EngineNames.Cbc ? [EngineNames.Highs, EngineNames.Cbc] : [EngineNames.Highs];
        if (options.Engine == EngineNames.Highs)
            _idle.Push(NewHighs(Math.Min(options.WarmEngines, options.EnginesPerSearch)));
    }

    /// <summary>Engines that may be asked for.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>System ids of engine processes that live now.</summary>
    public IReadOnlyList<int> ProcessIds
    {
        get
        {
            lock (_gate)
                return [.. _all.SelectMany(engine => engine.ProcessIds)];
        }
    }

    /// <summary>Works with an engine.</summary>
    /// <param name="name">Its name; empty: the server's default.</param>
    /// <param name="work">What to do, blocking.</param>
    /// <param name="giveUp">Ends the engine's processes in the middle of the work.</param>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public T Use<T>(string name, Func<ISolverEngine, T> work, CancellationToken giveUp)
    {
        giveUp.ThrowIfCancellationRequested();
        var engine = Take(name.Length == 0 ? _options.Engine : name);
        try
        {
            using var registration = giveUp.Register(engine.Dispose);
            return work(engine);
        }
        catch (Exception fault) when (giveUp.IsCancellationRequested && fault is SolverException or ObjectDisposedException)
        {
            throw new OperationCanceledException(giveUp);
        }
        finally
        {
            GiveBack(engine, giveUp.IsCancellationRequested);
        }
    }

    /// <summary>Ends all engine processes.</summary>
    public void Dispose()
    {
        HighsEngine[] left;
        lock (_gate)
        {
            _isDisposed = true;
            left = [.. _all];
            _all.Clear();
            _idle.Clear();
        }

        foreach (var engine in left)
            engine.Dispose();
    }

    private ISolverEngine Take(string name)
    {
        if (name == EngineNames.Cbc)
            return new CbcEngine();
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _idle.TryPop(out var idle) ? idle : NewHighs(prestartedCount: 0);
        }
    }

    private void GiveBack(ISolverEngine engine, bool isGivenUp)
    {
        lock (_gate)
        {
            if (engine is HighsEngine highs && !isGivenUp && !_isDisposed)
            {
                _idle.Push(highs);
                return;
            }

            if (engine is HighsEngine lost)
                _all.Remove(lost);
        }

        engine.Dispose();
    }

    private HighsEngine NewHighs(int prestartedCount)
    {
        var engine = new HighsEngine(new HighsEngineOptions
        {
            NodePath = _options.NodePath,
            WarmProcessCount = _options.WarmEngines,
            PrestartedProcessCount = prestartedCount,
            StopGrace = s_stopGrace,
        });
        _all.Add(engine);
        return engine;
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
