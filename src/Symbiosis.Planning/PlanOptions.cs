using Symbiosis.Milp;

namespace Symbiosis.Planning;

/// <summary>How far a search goes.</summary>
public sealed record PlanOptions
{
    /// <summary>The search ends when plan - bound is at most this share of the baseline's gross cost, at least 0.</summary>
    public double Gap { get; init; } = 0.01;

    /// <summary>Wall time for the whole search; null: none.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Engines that may solve at the same time, at least 1.</summary>
    public int WorkerCount { get; init; } = 2;

    /// <summary>Called with the full model before it is solved.</summary>
    public Action<LinearModel>? ModelBuilt { get; init; }
}
