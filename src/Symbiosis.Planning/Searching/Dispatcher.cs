using Symbiosis.Milp;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Planning.Searching;

/// <summary>Turns designs into plans: whole-number decisions are fixed in the loaded full model, sizes and operation are free.</summary>
internal sealed class Dispatcher(IEngineSession session, ParkModel model, SearchState state)
{
    private readonly HashSet<string> tried = [];

    /// <summary>Dispatches a design, then once more without its idle parts.</summary>
    public void Try(string stage, IReadOnlyDictionary<string, double> design, CancellationToken stop)
    {
        if (Solve(stage, design, stop) is { } values)
            Solve(stage, DesignCleaner.Clean(model, values), stop);
    }

    private double[]? Solve(string stage, IReadOnlyDictionary<string, double> design, CancellationToken stop)
    {
        var key = string.Join(',', model.Design.Where(decision => decision.IsInteger && design.GetValueOrDefault(decision.Key) > 0.5)
            .Select(decision => $"{decision.Key}={Math.Round(design[decision.Key])}"));
        if (!tried.Add(key) || stop.IsCancellationRequested || state.Remaining <= TimeSpan.Zero)
            return null;

        session.Apply(model.DesignChange(design));
        var result = session.Solve(new SolveOptions { TimeLimit = state.SolveLimit, AbsoluteGap = 0.05 * state.WantedCny / model.CnyPerUnit, RelativeGap = 0 }, null, stop);
        if (result.Values is not { } values || result.Objective is not { } objective)
            return null;

        state.Offer(stage, values, objective);
        return values;
    }
}
