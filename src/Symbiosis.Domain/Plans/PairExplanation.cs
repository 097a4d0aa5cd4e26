namespace Symbiosis.Domain.Plans;

/// <summary>Why a pair is not coupled.</summary>
public sealed record PairExplanation
{
    /// <summary>What is known.</summary>
    public required PairFinding Finding { get; init; }

    /// <summary>Reason code as in <see cref="UncoupledPair"/>, or NO_SUPPLY, NO_USE, INFEASIBLE, TIME_LIMIT; empty where coupled.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The fact behind it, in a sentence.</summary>
    public string Fact { get; init; } = "";

    /// <summary>The coupling: of the plan where coupled, of the plan in which least is missing where it does not pay.</summary>
    public Coupling? Coupling { get; init; }

    /// <summary>At which price it would pay; where it does not.</summary>
    public BreakEven? BreakEven { get; init; }

    /// <summary>Cost of the best plan in the horizon, CNY; absent where there is none.</summary>
    public decimal? PlanCostCny { get; init; }

    /// <summary>Cost of the plan of <see cref="Coupling"/>, CNY; absent where there is none.</summary>
    public decimal? CoupledPlanCostCny { get; init; }
}
