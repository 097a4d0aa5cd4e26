namespace Symbiosis.Milp;

/// <summary>Why a solve ended. A fault of the engine is no termination but a <see cref="SolverException"/>.</summary>
public enum Termination
{
    /// <summary>Solved within the gap that was asked for.</summary>
    Optimal,

    /// <summary>No solution exists.</summary>
    Infeasible,

    /// <summary>Solutions of any low cost exist.</summary>
    Unbounded,

    /// <summary>One of the two; the engine did not find out which.</summary>
    InfeasibleOrUnbounded,

    /// <summary>The time limit came first; the best solution so far, if any, is given.</summary>
    TimeLimit,

    /// <summary>The caller stopped it; the best solution so far, if any, is given.</summary>
    Stopped,

    /// <summary>No solution at or below <see cref="SolveOptions.ObjectiveCutoff"/> exists.</summary>
    CutOff,

    /// <summary>A limit set through <see cref="SolveOptions.EngineOptions"/>, on nodes, iterations or solutions, came first.</summary>
    OtherLimit,
}
