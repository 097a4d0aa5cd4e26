using System.Diagnostics;
using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Domain.Time;
using Symbiosis.Milp;
using Symbiosis.Planning.Auditing;
using Symbiosis.Planning.Formulation;
using Symbiosis.Planning.Infeasibility;
using Symbiosis.Planning.Reading;
using Symbiosis.Planning.Searching;

namespace Symbiosis.Planning;

/// <summary>
/// Finds a coupling plan: park and scenario in, plan with bounds and audit out. Holds no state between calls; calls may run at the same time.
/// </summary>
public sealed class Planner(ISolverEngine engine)
{
    /// <summary>Plans.</summary>
    /// <param name="park">A park that was validated.</param>
    /// <param name="scenario">What is changed and decided; null: nothing.</param>
    /// <param name="options">How far to search.</param>
    /// <param name="onProgress">Called one at a time, from the search's own threads.</param>
    /// <param name="stop">Ends the search with the best plan so far.</param>
    /// <returns>A plan; its outcome says how the search ended. It never throws for an infeasible park or a stop.</returns>
    /// <exception cref="SolverException">The engine failed before there were a plan and a bound.</exception>
    /// <exception cref="PlanningFault">The optimiser contradicts itself.</exception>
    public Plan Plan(Park park, Scenario? scenario, PlanOptions options, Action<PlanProgress>? onProgress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(park);
        ArgumentNullException.ThrowIfNull(options);
        return Run(park, scenario, options, new FormulationOptions(), onProgress, stop).Plan;
    }

    /// <summary>The same, with all that a plan was read from.</summary>
    internal PlannedPark Run(
        Park park, Scenario? scenario, PlanOptions options, FormulationOptions formulation, Action<PlanProgress>? onProgress, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var applied = ScenarioApplication.Apply(park, scenario);
        var grid = TimeGrid.Create(applied);
        var graph = ParkGraph.Create(applied);
        var model = ParkModel.Build(applied, scenario, Horizon.Of(grid), graph, options: formulation);
        options.ModelBuilt?.Invoke(model.Linear);
        var overhead = clock.Elapsed;

        var state = new SearchState(model, options, onProgress);
        var search = new PlanSearch(engine, model, state, options);
        var result = search.Run(stop);
        var read = Stopwatch.StartNew();
        var plan = result.IsInfeasible
            ? new ShortfallFinder(engine, applied, scenario, grid, graph).Explain(stop)
            : new PlanReader(model, state, result).Read();
        if (plan.Outcome is Outcome.Optimal or Outcome.Feasible)
            plan = plan with { Audit = PlanAudit.Check(applied, scenario, grid, plan) };
        plan = plan with
        {
            ParkId = park.Id,
            ScenarioId = scenario?.Id,
            Proof = ProofReader.Read(model, state, result, engine.Name, clock.Elapsed, overhead + read.Elapsed),
        };
        return new PlannedPark(plan, model, result.BaselineValues ?? state.BestValues);
    }
}
