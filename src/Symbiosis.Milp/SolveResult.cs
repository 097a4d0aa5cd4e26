namespace Symbiosis.Milp;

/// <summary>How a solve ended and what it found. Every solution has passed <see cref="SolutionChecker"/>.</summary>
public sealed record SolveResult
{
    /// <summary>Why it ended.</summary>
    public required Termination Termination { get; init; }

    /// <summary>One value a column; <c>null</c> when there is no solution.</summary>
    public double[]? Values { get; init; }

    /// <summary>Objective of <see cref="Values"/>, recomputed from the model.</summary>
    public double? Objective { get; init; }

    /// <summary>Proven lower limit of every solution. For an LP solved to the end it is the objective.</summary>
    public double? Bound { get; init; }

    /// <summary>
    /// One dual a row, LPs only: the change of the objective for one more unit on the active side, so 0 or above on an active
    /// lower side, 0 or below on an active upper side. <c>null</c> without <see cref="EngineCapabilities.Duals"/>.
    /// </summary>
    public double[]? RowDuals { get; init; }

    /// <summary>One reduced cost a column, LPs only: cost minus duals times column, same signs as <see cref="RowDuals"/>.</summary>
    public double[]? ReducedCosts { get; init; }

    /// <summary>Wall-clock time of the call.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Branch-and-bound nodes; <c>null</c> when the engine does not say or for LPs.</summary>
    public long? Nodes { get; init; }

    /// <summary>What the engine said, for people; may be empty.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The check of the first solution that the engine announced while solving and that did not pass; it was dropped.</summary>
    public SolutionCheck? RejectedIncumbent { get; init; }

    /// <summary>An announced solution did not pass the check. Solutions given here did.</summary>
    public bool EngineLied => RejectedIncumbent is not null;

    /// <summary>Objective minus bound, not below zero; <c>null</c> when one of them is missing.</summary>
    public double? AbsoluteGap => Objective is { } objective && Bound is { } bound ? Math.Max(0, objective - bound) : null;
}
