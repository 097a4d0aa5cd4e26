namespace Symbiosis.Solvers;

/// <summary>How the HiGHS engine finds and treats its processes.</summary>
public sealed class HighsEngineOptions
{
    /// <summary>The Node.js program, version 20 or newer: a path, or a name on the PATH.</summary>
    /// <value>Default <c>node</c>.</value>
    public string NodePath { get; set; } = "node";

    /// <summary>Arguments for Node.js itself, before the script.</summary>
    /// <value>
    /// Default none. <c>--no-liftoff</c> compiles the solver's code once and well when it first runs: later solves are at full speed at
    /// once, the first one on a fresh process takes longer (50-column MIP, solves 1 to 4 on a busy machine: 2.2, 0.07, 0.09, 0.10 s
    /// instead of 1.6, 1.0, 0.5, 0.2 s), which short time limits do not survive.
    /// </value>
    public IReadOnlyList<string> NodeArguments { get; set; } = [];

    /// <summary>The engine's script; <c>null</c> for the one installed beside the program, in folder <c>highs</c>.</summary>
    /// <value>Default <c>null</c>.</value>
    public string? ScriptPath { get; set; }

    /// <summary>Idle processes kept for the next session, 0 or above. The first seconds of solving on a fresh process are slow, until the solver's code has been compiled well.</summary>
    /// <value>Default 2.</value>
    public int WarmProcessCount { get; set; } = 2;

    /// <summary>Processes started and warmed up in the background when the engine is made, 0 to <see cref="WarmProcessCount"/>.</summary>
    /// <value>Default 0.</value>
    public int PrestartedProcessCount { get; set; }

    /// <summary>A process whose memory has grown beyond this many megabytes is not kept: WebAssembly memory never shrinks.</summary>
    /// <value>Default 1024.</value>
    public int WarmProcessMemoryMb { get; set; } = 1024;

    /// <summary>How long a process may take from start to its first word, above zero.</summary>
    /// <value>Default 60 s.</value>
    public TimeSpan StartLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a process may be silent, above zero; a healthy one says every second that it is alive.</summary>
    /// <value>Default 60 s.</value>
    public TimeSpan SilenceLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the engine may take to react to a stop before its process is ended, 0 or above.</summary>
    /// <value>Default 0.3 s.</value>
    public TimeSpan StopGrace { get; set; } = TimeSpan.FromSeconds(0.3);

    /// <summary>How far the engine may overrun its time limit before it is stopped, 0 or above.</summary>
    /// <value>Default 2 s.</value>
    public TimeSpan TimeLimitGrace { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Tolerance of the check of every solution, relative as <see cref="Milp.SolutionCheck"/> says; HiGHS itself works to 1e-6 and 1e-7.</summary>
    /// <value>Default 5e-6.</value>
    public double FeasibilityTolerance { get; set; } = 5e-6;

    /// <summary>Tolerance of the check of whole numbers.</summary>
    /// <value>Default 1e-5.</value>
    public double IntegralityTolerance { get; set; } = 1e-5;

    internal void RequireValid()
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(NodePath))
            faults.Add($"{nameof(NodePath)} is empty.");
        if (WarmProcessCount < 0)
            faults.Add($"{nameof(WarmProcessCount)} is {WarmProcessCount}; it must be 0 or above.");
        if (PrestartedProcessCount < 0 || PrestartedProcessCount > WarmProcessCount)
            faults.Add($"{nameof(PrestartedProcessCount)} is {PrestartedProcessCount}; it must be 0 to {nameof(WarmProcessCount)} ({WarmProcessCount}).");
        if (WarmProcessMemoryMb < 0)
            faults.Add($"{nameof(WarmProcessMemoryMb)} is {WarmProcessMemoryMb}; it must be 0 or above.");
        if (StartLimit <= TimeSpan.Zero || SilenceLimit <= TimeSpan.Zero)
            faults.Add($"{nameof(StartLimit)} and {nameof(SilenceLimit)} must be above zero.");
        if (StopGrace < TimeSpan.Zero || TimeLimitGrace < TimeSpan.Zero)
            faults.Add($"{nameof(StopGrace)} and {nameof(TimeLimitGrace)} must be 0 or above.");
        if (!(FeasibilityTolerance > 0) || !(IntegralityTolerance > 0))
            faults.Add($"{nameof(FeasibilityTolerance)} and {nameof(IntegralityTolerance)} must be above zero.");
        if (faults.Count > 0)
            throw new ArgumentException(string.Join(' ', faults));
    }
}
