using Symbiosis.Milp;
using Symbiosis.Solvers.HighsNode;

namespace Symbiosis.Solvers;

/// <summary>HiGHS, compiled to WebAssembly, in Node.js processes: the engine of the product. Thread-safe.</summary>
/// <remarks>Each session has a process of its own while it lives; disposed sessions leave theirs warm for the next one.</remarks>
public sealed class HighsEngine : ISolverEngine
{
    private const string EngineName = "HiGHS";

    private readonly HighsEngineOptions options;
    private readonly HighsPool pool;

    /// <summary>An engine with default options.</summary>
    public HighsEngine()
        : this(new HighsEngineOptions())
    {
    }

    /// <summary>An engine; starts nothing unless <see cref="HighsEngineOptions.PrestartedProcessCount"/> says so.</summary>
    /// <param name="options">Not to be changed afterwards.</param>
    /// <exception cref="ArgumentException">Options out of range, all listed.</exception>
    public HighsEngine(HighsEngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.RequireValid();

        this.options = options;
        pool = new HighsPool(EngineName, options, options.ScriptPath ?? Path.Combine(AppContext.BaseDirectory, "highs", "engine.mjs"));
    }

    /// <inheritdoc/>
    public string Name => EngineName;

    /// <inheritdoc/>
    public EngineCapabilities Capabilities =>
        EngineCapabilities.Incumbents | EngineCapabilities.WarmStart | EngineCapabilities.Iis | EngineCapabilities.InPlaceChanges | EngineCapabilities.Duals;

    /// <summary>System ids of the processes that live now, for monitoring.</summary>
    public IReadOnlyList<int> ProcessIds => pool.ProcessIds;

    /// <inheritdoc/>
    public IEngineSession Open(LinearModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new HighsSession(options, pool, model);
    }

    /// <summary>Ends all processes; sessions still solving end with a <see cref="SolverException"/>.</summary>
    public void Dispose() => pool.Dispose();
}
