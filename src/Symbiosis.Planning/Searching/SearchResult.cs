namespace Symbiosis.Planning.Searching;

/// <summary>How a search ended; the plan and the bound stand in <see cref="SearchState"/>.</summary>
internal sealed record SearchResult
{
    /// <summary>Values of the baseline in the full model; null where it cannot run.</summary>
    public double[]? BaselineValues { get; init; }

    /// <summary>No plan can exist.</summary>
    public bool IsInfeasible { get; init; }

    /// <summary>The engine's own relative gap at the end.</summary>
    public double? EngineGap { get; init; }
}
