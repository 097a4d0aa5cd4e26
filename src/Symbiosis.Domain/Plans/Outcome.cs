namespace Symbiosis.Domain.Plans;

/// <summary>How a search ended.</summary>
public enum Outcome
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>A plan within the gap that was asked for.</summary>
    Optimal = 1,

    /// <summary>A plan, ended at a limit or by a stop before the gap was reached.</summary>
    Feasible = 2,

    /// <summary>No plan can exist; see `shortfalls`.</summary>
    Infeasible = 3,

    /// <summary>Ended before any plan was found.</summary>
    NoPlan = 4,
}
