using Symbiosis.Milp;
using Symbiosis.Solvers.CbcCommand;

namespace Symbiosis.Solvers;

/// <summary>CBC by its command line: an independent second opinion, one process and one model file a solve. Thread-safe.</summary>
/// <remarks>It gives solutions only at its end, so a stopped solve has no solution but a feasible warm start; bounds are reported on the way.</remarks>
public sealed class CbcEngine : ISolverEngine
{
    private readonly CbcEngineOptions options;
    private readonly CbcProcesses processes = new();

    /// <summary>An engine with default options.</summary>
    public CbcEngine()
        : this(new CbcEngineOptions())
    {
    }

    /// <summary>An engine; starts nothing before the first solve.</summary>
    /// <param name="options">Not to be changed afterwards.</param>
    /// <exception cref="ArgumentException">Options out of range, all listed.</exception>
    public CbcEngine(CbcEngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.RequireValid();

        this.options = options;
    }

    /// <inheritdoc/>
    public string Name => "CBC";

    /// <inheritdoc/>
    public EngineCapabilities Capabilities => EngineCapabilities.WarmStart | EngineCapabilities.Duals;

    /// <summary>System ids of the processes that live now, for monitoring.</summary>
    public IReadOnlyList<int> ProcessIds => processes.Ids;

    /// <inheritdoc/>
    public IEngineSession Open(LinearModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new CbcSession(Name, options, processes, model);
    }

    /// <summary>Ends all processes; sessions still solving end with a <see cref="SolverException"/>.</summary>
    public void Dispose() => processes.Dispose();
}
