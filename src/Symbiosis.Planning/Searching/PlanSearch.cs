using Symbiosis.Milp;
using Symbiosis.Planning.Formulation;
using Symbiosis.Planning.Reading;

namespace Symbiosis.Planning.Searching;

/// <summary>
/// The search. The baseline comes first: it is a plan, and its gross cost is the gap's measure. Small models then go to the engine whole. Large
/// ones are worked on from both ends at once: plans from a coarse model whose designs are dispatched on every period, bounds from the relaxation of
/// the full model and then from its branch and cut, which starts from the best plan.
/// </summary>
internal sealed class PlanSearch(ISolverEngine engine, ParkModel model, SearchState state, PlanOptions options)
{
    // Measured on random and real parks: below this size the engine alone is faster than two ends.
    private const int SmallColumnCount = 4_000;

    /// <summary>Runs to the end.</summary>
    public SearchResult Run(CancellationToken stop)
    {
        using var session = engine.Open(model.Linear);
        state.Enter("baseline");
        var baseline = SolveBaseline(session, stop);
        if (stop.IsCancellationRequested || state.Remaining <= TimeSpan.Zero || state.IsClosed)
            return new SearchResult { BaselineValues = baseline };

        session.Apply(model.FreeChange());
        var isSmall = model.Linear.IntegerCount == 0 || model.Linear.ColumnCount < SmallColumnCount || baseline is null || options.WorkerCount < 2;
        return isSmall ? Prove(session, baseline, stop) : SearchFromBothEnds(session, baseline!, stop);
    }

    private SearchResult SearchFromBothEnds(IEngineSession session, double[] baseline, CancellationToken stop)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(stop, state.Closed);
        using var firstPlan = new ManualResetEventSlim();
        var plans = Task.Factory.StartNew(
            () => SearchPlans(session, firstPlan, linked.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        SolverException? fault = null;
        double? engineGap = null;
        try
        {
            using var proof = engine.Open(model.Linear);
            BoundByRelaxation(proof, linked.Token);

            // Branch and cut without a good plan spends most of its time on heuristics; the coarse model's plan is there soon.
            firstPlan.Wait(CancellationToken.None);
            if (!linked.IsCancellationRequested && state.Remaining is null or { Ticks: > 0 })
                engineGap = Prove(proof, baseline, linked.Token).EngineGap;
        }
        catch (SolverException exception)
        {
            fault = exception;
        }

        // A plan that was found stands although an engine failed later; without one the fault is the answer.
        try
        {
            plans.GetAwaiter().GetResult();
        }
        catch (SolverException exception)
        {
            fault ??= exception;
        }

        return fault is null || state.BestValues is not null && state.BoundCny is not null
            ? new SearchResult { BaselineValues = baseline, EngineGap = engineGap }
            : throw fault;
    }

    private void SearchPlans(IEngineSession session, ManualResetEventSlim firstPlan, CancellationToken stop)
    {
        try
        {
            new CoarseSearch(engine, model, state, session, firstPlan).Run(stop);
        }
        finally
        {
            firstPlan.Set();
        }
    }

    private void BoundByRelaxation(IEngineSession session, CancellationToken stop)
    {
        state.Enter("bound");
        var result = session.Solve(new SolveOptions { TimeLimit = state.SolveLimit, RelaxIntegrality = true }, null, stop);
        if (result.Termination == Termination.Optimal)
            state.Raise("bound", result.Objective);
    }

    private SearchResult Prove(IEngineSession session, double[]? baseline, CancellationToken stop)
    {
        state.Enter("prove");
        var start = state.BestValues;
        var result = session.Solve(
            new SolveOptions
            {
                TimeLimit = state.SolveLimit,
                AbsoluteGap = Math.Max(state.WantedCny / model.CnyPerUnit, 1e-9),
                RelativeGap = baseline is null ? options.Gap : 0,
                WarmStart = engine.Capabilities.HasFlag(EngineCapabilities.WarmStart) ? start : null,
            },
            Follow, stop);
        if (result.Termination == Termination.Infeasible)
        {
            return start is null
                ? new SearchResult { IsInfeasible = true, BaselineValues = baseline }
                : throw new PlanningFault("The engine calls the park infeasible although a plan is known.");
        }

        if (result is { Values: { } values, Objective: { } objective })
            Offer(values, objective);
        state.Raise("prove", result.Bound ?? (result.Termination == Termination.Optimal ? result.Objective : null));
        return new SearchResult { BaselineValues = baseline, EngineGap = EngineGap(result) };
    }

    private double[]? SolveBaseline(IEngineSession session, CancellationToken stop)
    {
        session.Apply(model.BaselineChange());
        var result = session.Solve(new SolveOptions { TimeLimit = state.SolveLimit, RelativeGap = Math.Min(1e-6, options.Gap) }, null, stop);
        if (result is not { Values: { } values, Objective: { } objective })
            return null;

        state.GrossCny = Gross(values);

        // With something required the baseline is no plan.
        if (SolutionChecker.Check(model.Linear, values).IsFeasible)
            state.Offer("baseline", values, objective);
        return values;
    }

    private void Follow(SolveProgress progress)
    {
        if (progress is { Values: { } values, Incumbent: { } objective })
            Offer(values, objective);
        state.Raise("prove", progress.Bound);
    }

    private void Offer(double[] values, double objective)
    {
        if (state.GrossCny == 0)
            state.GrossCny = Gross(values);
        state.Offer("prove", values, objective);
    }

    private double Gross(double[] values) => (double)CostReader.Gross(CostReader.Read(model.Costs, new SolutionValues(values)));

    private static double? EngineGap(SolveResult result) => result is { Objective: { } objective, Bound: { } bound }
        ? Math.Max(0, objective - bound) / Math.Max(Math.Abs(objective), 1e-9)
        : null;
}
