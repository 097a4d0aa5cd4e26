using Symbiosis.Milp;
using Symbiosis.Server.Configuration;
using Symbiosis.Solvers;

namespace Symbiosis.Server.Solving;

/// <summary>The engines of this server, each made when first asked for and ended with the server. Thread-safe.</summary>
internal sealed class EngineShelf : IDisposable
{
    // A cancelled call's engine has to be gone within 200 ms: it is asked to stop, and ended when it has not.
    private static readonly TimeSpan s_stopGrace = TimeSpan.FromMilliseconds(100);

    private readonly SolvingOptions _options;
    private readonly Lazy<HighsEngine> _highs;
    private readonly Lazy<CbcEngine> _cbc;

    /// <summary>Starts nothing.</summary>
    public EngineShelf(SolvingOptions options)
    {
        _options = options;
        _highs = new Lazy<HighsEngine>(() => new HighsEngine(new HighsEngineOptions
        {
            NodePath = options.NodePath,
            WarmProcessCount = options.WarmEngines,
            PrestartedProcessCount = Math.Min(options.WarmEngines, options.EnginesPerSearch),
            StopGrace = s_stopGrace,
        }));
        _cbc = new Lazy<CbcEngine>(() => new CbcEngine());
        Names = IsOnPath("cbc") || options.Engine == EngineNames.Cbc ? [EngineNames.Highs, EngineNames.Cbc] : [EngineNames.Highs];
    }

    /// <summary>Engines that may be asked for.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>System ids of engine processes that live now.</summary>
    public IReadOnlyList<int> ProcessIds => _highs.IsValueCreated ? _highs.Value.ProcessIds : [];

    /// <summary>The engine of a name; empty: the server's default.</summary>
    public ISolverEngine Take(string name) => (name.Length == 0 ? _options.Engine : name) == EngineNames.Cbc ? _cbc.Value : _highs.Value;

    /// <summary>Ends all engine processes.</summary>
    public void Dispose()
    {
        if (_highs.IsValueCreated)
            _highs.Value.Dispose();
        if (_cbc.IsValueCreated)
            _cbc.Value.Dispose();
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
