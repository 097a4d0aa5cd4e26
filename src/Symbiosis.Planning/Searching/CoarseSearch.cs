using Symbiosis.Milp;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Planning.Searching;

/// <summary>
/// Plans from coarse models: the rough one first (few groups of hours, quick designs), then the exact one, whose bound counts too. Every better
/// design goes to the dispatcher at once.
/// </summary>
internal sealed class CoarseSearch(ISolverEngine engine, ParkModel model, SearchState state, IEngineSession fullSession, ManualResetEventSlim firstPlan)
{
    private readonly Dispatcher dispatcher = new(fullSession, model, state);

    /// <summary>Runs until its models are solved, the time is over or the search ends.</summary>
    public void Run(CancellationToken stop)
    {
        var grid = model.Horizon.Grid;
        var rough = PriceGroups.Rough(model.Park, grid);
        var exact = PriceGroups.Exact(model.Park, grid);
        if (rough.Length < exact.Length)
            Search("coarse", rough, holdsBound: false, 0.4, stop);
        firstPlan.Set();
        if (exact.Length < grid.Periods.Count)
            Search("groups", exact, holdsBound: true, 1, stop);
    }

    private void Search(string stage, int[][] groups, bool holdsBound, double timeShare, CancellationToken stop)
    {
        if (stop.IsCancellationRequested || state.Remaining <= TimeSpan.Zero)
            return;

        state.Enter(stage);
        var coarse = ParkModel.Build(model.Park, model.Scenario, Horizon.Averaged(model.Horizon.Grid, groups), model.Graph, options: model.Options);
        using var session = engine.Open(coarse.Linear);
        var wanted = state.WantedCny / coarse.CnyPerUnit;
        var result = session.Solve(
            new SolveOptions { TimeLimit = state.SolveLimit * timeShare, AbsoluteGap = 0.3 * wanted, RelativeGap = 0 },
            progress =>
            {
                if (holdsBound)
                    state.Raise(stage, progress.Bound * coarse.CnyPerUnit / model.CnyPerUnit);
            },
            stop);
        if (holdsBound)
            state.Raise(stage, result.Bound * coarse.CnyPerUnit / model.CnyPerUnit);
        if (result.Values is { } values)
            dispatcher.Try("dispatch", DesignCleaner.Clean(coarse, values), stop);
    }
}
