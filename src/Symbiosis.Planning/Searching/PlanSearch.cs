using Symbiosis.Milp;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Planning.Searching;

/// <summary>
/// The search: the baseline first (it is a plan, and its gross cost is the gap's measure), then plans and bounds until the gap is reached, the
/// time is over or the caller stops.
/// </summary>
internal sealed class PlanSearch(ISolverEngine engine, ParkModel model, SearchState state, PlanOptions options)
{
    /// <summary>Runs to the end.</summary>
    public SearchResult Run(CancellationToken stop)
    {
        using var session = engine.Open(model.Linear);
        state.Enter("baseline");
        var baseline = SolveBaseline(session, stop);
        if (stop.IsCancellationRequested || state.Remaining <= TimeSpan.Zero)
            return new SearchResult { BaselineValues = baseline };

        state.Enter("prove");
        session.Apply(model.FreeChange());
        var result = session.Solve(
            new SolveOptions
            {
                TimeLimit = state.Remaining,
                AbsoluteGap = Math.Max(state.WantedCny / model.CnyPerUnit, 1e-9),
                RelativeGap = baseline is null ? options.Gap : 0,
                WarmStart = engine.Capabilities.HasFlag(EngineCapabilities.WarmStart) ? baseline : null,
            },
            progress => Follow("prove", progress), stop);
        if (result.Termination == Termination.Infeasible)
        {
            return baseline is null
                ? new SearchResult { IsInfeasible = true }
                : throw new PlanningFault("The engine calls the park infeasible although its baseline runs.");
        }

        if (result.Values is { } values && result.Objective is { } objective)
        {
            if (baseline is null)
                state.GrossCny = Gross(values);
            state.Offer("prove", values, objective);
        }

        state.Raise("prove", result.Bound ?? (result.Termination == Termination.Optimal ? result.Objective : null));
        return new SearchResult { BaselineValues = baseline, EngineGap = EngineGap(result) };
    }

    private double[]? SolveBaseline(IEngineSession session, CancellationToken stop)
    {
        session.Apply(model.BaselineChange());
        var result = session.Solve(new SolveOptions { TimeLimit = state.Remaining, RelativeGap = Math.Min(1e-6, options.Gap) }, null, stop);
        if (result.Values is not { } values || result.Objective is not { } objective)
            return null;

        state.GrossCny = Gross(values);
        if (Satisfies(values))
            state.Offer("baseline", values, objective);
        return values;
    }

    // With something required the baseline is no plan.
    private bool Satisfies(double[] values) => SolutionChecker.Check(model.Linear, values).IsFeasible;

    private double Gross(double[] values) => (double)Reading.CostReader.Gross(Reading.CostReader.Read(model.Costs, new Reading.SolutionValues(values)));

    private void Follow(string stage, SolveProgress progress)
    {
        if (progress.Values is { } values && progress.Incumbent is { } objective)
        {
            if (state.GrossCny == 0)
                state.GrossCny = Gross(values);
            state.Offer(stage, values, objective);
        }

        state.Raise(stage, progress.Bound);
    }

    private static double? EngineGap(SolveResult result) => result is { Objective: { } objective, Bound: { } bound }
        ? Math.Max(0, objective - bound) / Math.Max(Math.Abs(objective), 1e-9)
        : null;
}
