using Symbiosis.Domain.Plans;
using Symbiosis.Planning.Formulation;
using Symbiosis.Planning.Searching;

namespace Symbiosis.Planning.Reading;

/// <summary>What is proven about a plan.</summary>
internal static class ProofReader
{
    /// <summary>Bounds, gap, the model's size and the curve of plan and bound.</summary>
    public static Proof Read(ParkModel model, SearchState state, SearchResult result, string engine, TimeSpan elapsed, TimeSpan overhead)
    {
        var open = state is { IncumbentCny: { } plan, BoundCny: { } bound } ? Math.Max(0, plan - bound) : (double?)null;
        var baseline = result.BaselineValues is { } today ? (double)CostReader.Read(model.Costs, new SolutionValues(today)).Sum(item => item.Cny) : (double?)null;
        var possible = baseline - state.BoundCny;
        return new Proof
        {
            DualBoundCny = state.BoundCny,
            Gap = state.Gap,
            OpenCny = open,
            OpenSavingShare = open is { } rest && possible > 1e-6 * Math.Abs(baseline!.Value) ? Math.Min(1, rest / possible.Value) : null,
            EngineGap = result.EngineGap,
            Engine = engine,
            Seconds = elapsed.TotalSeconds,
            OverheadSeconds = overhead.TotalSeconds,
            RowCount = model.Linear.RowCount,
            ColumnCount = model.Linear.ColumnCount,
            NonzeroCount = model.Linear.NonzeroCount,
            IntegerCount = model.Linear.IntegerCount,
            Trace = state.Trace,
            Scope = Scope(model),
        };
    }

    private static string Scope(ParkModel model)
    {
        var grid = model.Horizon.Grid;
        return model.Park.Time.TypicalDays is not null && grid.Days.Count < grid.HorizonHours / 24 - 1e-6
            ? FormattableString.Invariant($"The proof holds for the year sampled by {grid.Days.Count} typical days, not for every hour of a real year.")
            : FormattableString.Invariant($"The proof holds for the {grid.Periods.Count} time steps of the park's {grid.HorizonHours:0} hours.");
    }
}
