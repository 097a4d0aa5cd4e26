using System.Diagnostics;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Planning.Explaining;

/// <summary>Plans of one park with a pair coupled, under one budget of time.</summary>
internal sealed class CoupledSearch(Planner planner, Park park, Scenario? scenario, PairQuestion question, PlanOptions options, CancellationToken stop)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();

    /// <summary>Whether there is neither time left nor the wish to go on.</summary>
    public bool IsOver => stop.IsCancellationRequested || clock.Elapsed >= options.TimeLimit;

    /// <summary>The best plan, the pair free.</summary>
    /// <param name="timeShare">Share of the time that is left, (0, 1].</param>
    public PlannedPark Free(double timeShare) => planner.Run(park, scenario, Limited(timeShare), new FormulationOptions(), null, stop);

    /// <summary>The best plan that couples the pair.</summary>
    /// <param name="leastAmount">With at least this amount, kWh (t).</param>
    /// <param name="premiumCny">What a unit delivered earns beyond what it saves, CNY/kWh (CNY/t); the plan's costs are without it, its bound is with it.</param>
    /// <param name="timeShare">Share of the time that is left, (0, 1].</param>
    public Plan Coupled(double leastAmount, double premiumCny, double timeShare)
    {
        var rule = new CouplingRule
        {
            Kind = RuleKind.Require,
            FromPlantId = question.FromPlantId,
            ToPlantId = question.ToPlantId,
            CarrierId = question.CarrierId,
            MaterialId = question.MaterialId,
            MinAmount = leastAmount,
        };
        var asked = scenario ?? new Scenario { Id = "" };
        asked = asked with { Couplings = [.. asked.Couplings, rule] };
        var formulation = new FormulationOptions { Premium = new CouplingPremium(rule, premiumCny) };
        return planner.Run(park, asked, Limited(timeShare), formulation, null, stop).Plan;
    }

    private PlanOptions Limited(double timeShare) => options.TimeLimit is not { } limit ? options : options with
    {
        // A search of no time would be refused; a millisecond ends at once.
        TimeLimit = TimeSpan.FromMilliseconds(Math.Max(1, (limit - clock.Elapsed).TotalMilliseconds * timeShare)),
    };
}
