namespace Symbiosis.Milp;

/// <summary>One model loaded in one engine. A session serves one caller at a time; different sessions run in parallel.</summary>
public interface IEngineSession : IDisposable
{
    /// <summary>The model as it is now, with all applied changes.</summary>
    LinearModel Model { get; }

    /// <summary>Changes bounds, costs and sides; counts from the next solve on.</summary>
    /// <exception cref="ArgumentException">The change does not fit the model.</exception>
    void Apply(ModelChange change);

    /// <summary>Solves, blocking.</summary>
    /// <param name="options">Limits, gaps and starts for this solve only.</param>
    /// <param name="onProgress">Called in order on a thread of the engine's, never after the call has returned; should be quick.</param>
    /// <param name="stop">Ends the solve with <see cref="Termination.Stopped"/> and the best solution so far.</param>
    /// <exception cref="SolverException">The engine is missing, died, spoke nonsense or claimed what is not so.</exception>
    SolveResult Solve(SolveOptions options, Action<SolveProgress>? onProgress = null, CancellationToken stop = default);

    /// <summary>Looks for a small set of rows and bounds that contradict each other; whole numbers are relaxed.</summary>
    /// <param name="limit">Time allowed.</param>
    /// <param name="stop">Ends the search.</param>
    /// <returns><c>null</c> when none was found: time ran out, the search was stopped, or the relaxation is feasible.</returns>
    /// <exception cref="NotSupportedException">The engine lacks <see cref="EngineCapabilities.Iis"/>.</exception>
    /// <exception cref="SolverException">The engine is missing, died or spoke nonsense.</exception>
    IrreducibleInfeasibleSubset? FindIrreducibleInfeasibleSubset(TimeSpan limit, CancellationToken stop = default);
}
