namespace Symbiosis.Milp;

/// <summary>A fault of an engine. What it had found before is in <see cref="BestSoFar"/>.</summary>
public sealed class SolverException : Exception
{
    /// <summary>A fault with its facts.</summary>
    public SolverException(string engineName, SolverFaultKind kind, string message, Exception? innerException = null)
        : base($"{engineName}: {message}", innerException) => (EngineName, Kind) = (engineName, kind);

    private SolverException(SolverException fault, SolveResult? bestSoFar)
        : base(fault.Message, fault) =>
        (EngineName, Kind, BestSoFar, StandardErrorTail, ExitCode) =
        (fault.EngineName, fault.Kind, bestSoFar, fault.StandardErrorTail, fault.ExitCode);

    /// <summary>The engine.</summary>
    public string EngineName { get; }

    /// <summary>What went wrong.</summary>
    public SolverFaultKind Kind { get; }

    /// <summary>The best checked solution and bound before the fault; <c>null</c> when there is none.</summary>
    public SolveResult? BestSoFar { get; init; }

    /// <summary>The last lines of the engine's standard error; may be empty.</summary>
    public string StandardErrorTail { get; init; } = "";

    /// <summary>The exit code, when the process ended by itself.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The same fault together with what had been found before it; the original is the inner exception.</summary>
    public SolverException With(SolveResult? bestSoFar) => new(this, bestSoFar);
}
