using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Tests;

/// <summary>Plans small parks to the end and compares their costs.</summary>
internal static class ProvenPlans
{
    /// <summary>Share of the baseline's gross cost by which two optima of one park may differ: the gap of both searches and the engines' tolerances.</summary>
    public const double CostTolerance = 1e-5;

    private const double Gap = 1e-6;

    // Small parks take a tenth of a second; the rest is for a machine busy with other work.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>The plan, searched until it is proven.</summary>
    public static Plan Search(ISolverEngine engine, Park park, Scenario? scenario = null) =>
        new Planner(engine).Plan(park, scenario, new PlanOptions { Gap = Gap, TimeLimit = Limit, WorkerCount = 1 }, stop: TestContext.Current.CancellationToken);

    /// <summary>Cost of a proven plan, CNY; infinite where no plan can exist.</summary>
    public static double CostCny(Plan plan)
    {
        if (plan.Outcome == Outcome.Infeasible)
            return double.PositiveInfinity;

        Assert.Equal(Outcome.Optimal, plan.Outcome);
        Assert.NotNull(plan.Summary);
        return (double)plan.Summary.CostCny;
    }

    /// <summary>Cost of the proven plan of a park, CNY.</summary>
    public static double CostCny(ISolverEngine engine, Park park, Scenario? scenario = null) => CostCny(Search(engine, park, scenario));

    /// <summary>By how much two optima may differ, CNY.</summary>
    public static double ToleranceCny(Plan plan) => CostTolerance * Math.Max(1, (double)(plan.Summary?.BaselineGrossCostCny ?? 0));
}
