using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Time;
using Symbiosis.Milp;
using Symbiosis.Planning;
using Symbiosis.Planning.Formulation;
using Symbiosis.Planning.Reading;

namespace Symbiosis.Benchmarks;

/// <summary>The copper cluster: the planner, then the same engine on the plain monolith for the same seconds.</summary>
internal sealed class SideBySide(ISolverEngine engine, BenchmarkArguments arguments)
{
    private const string ParkName = "guixi-copper";
    private static readonly TimeSpan FewDaysLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ManyDaysLimit = TimeSpan.FromMinutes(5);

    /// <summary>Runs both and prints them.</summary>
    public void Run()
    {
        var park = BenchmarkParks.Read(ParkName, arguments.DayCount);
        var limit = arguments.TimeLimit ?? (park.Time.TypicalDays?.Count > 3 ? ManyDaysLimit : FewDaysLimit);
        Report.Line($"{ParkName}, {park.Time.TypicalDays?.Count} typical days, limit {limit.TotalSeconds:0} s, gap {Report.Percent(arguments.Gap)}, {Environment.ProcessorCount} processors");
        var plan = new Planner(engine).Plan(park, null, new PlanOptions { Gap = arguments.Gap, TimeLimit = limit });
        if (plan.Proof is not { } proof)
            throw new InvalidOperationException("A plan without proof came back.");

        Report.Line($"planner: {proof.RowCount} rows, {proof.ColumnCount} columns, {proof.NonzeroCount} nonzeros, {proof.IntegerCount} integers");
        Report.Line($"audit: {Report.AuditOf(plan)}");
        Report.Line($"building and reading: {proof.OverheadSeconds:0.00} s, {Report.Percent(proof.OverheadSeconds / proof.Seconds)} of {proof.Seconds:0.0} s");
        Report.Line($"");
        ShowCurve(proof);

        var grossCny = (double)CostReader.Gross(plan.BaselineCosts);
        var seconds = TimeSpan.FromSeconds(Math.Max(1, proof.Seconds));
        var plain = SolvePlain(park, grossCny, seconds);
        Report.Line($"");
        Report.Line($"baseline {Report.Million((double?)plan.Summary?.BaselineCostCny)} million CNY a year, gross {Report.Million(grossCny)}; million CNY a year:");
        Report.Line($"| way | seconds | plan | bound | gap |");
        Report.Line($"|---|---|---|---|---|");
        ShowRow("planner", proof.Seconds, (double?)plan.Summary?.CostCny, proof.DualBoundCny, grossCny);
        ShowRow("plain monolith", plain.Seconds, plain.PlanCny, plain.BoundCny, grossCny);
    }

    private static void ShowCurve(Proof proof)
    {
        Report.Line($"| s | stage | plan | bound |");
        Report.Line($"|---|---|---|---|");
        TracePoint? last = null;
        foreach (var point in proof.Trace)
        {
            // An engine reports its bound many times a second; a step a second, and every better plan, make the curve.
            var isNews = last is null || point.Stage != last.Stage || point.IncumbentCny != last.IncumbentCny || point.Seconds - last.Seconds >= 1;
            if (!isNews)
                continue;
            Report.Line($"| {point.Seconds:0.0} | {point.Stage} | {Report.Million(point.IncumbentCny)} | {Report.Million(point.BoundCny)} |");
            last = point;
        }
    }

    private static void ShowRow(string way, double seconds, double? planCny, double? boundCny, double grossCny)
    {
        double? gap = grossCny > 0 ? Math.Max(0, planCny - boundCny ?? double.NaN) / grossCny : null;
        Report.Line($"| {way} | {seconds:0.0} | {Report.Million(planCny)} | {Report.Million(boundCny)} | {Report.Percent(gap is { } share && double.IsNaN(share) ? null : gap)} |");
    }

    private PlainAnswer SolvePlain(Park park, double grossCny, TimeSpan limit)
    {
        var model = ParkModel.Build(
            park, null, Horizon.Of(TimeGrid.Create(park)), ParkGraph.Create(park), options: new FormulationOptions { WithReductions = false });
        var linear = model.Linear;
        Report.Line($"");
        Report.Line($"plain monolith: {linear.RowCount} rows, {linear.ColumnCount} columns, {linear.NonzeroCount} nonzeros, {linear.IntegerCount} integers");
        using var session = engine.Open(linear);
        var result = session.Solve(new SolveOptions { TimeLimit = limit, AbsoluteGap = arguments.Gap * grossCny / model.CnyPerUnit, RelativeGap = 0 });
        Report.Line($"plain monolith ended: {result.Termination}");
        return new PlainAnswer(result.Elapsed.TotalSeconds, result.Objective * model.CnyPerUnit, result.Bound * model.CnyPerUnit);
    }

    private sealed record PlainAnswer(double Seconds, double? PlanCny, double? BoundCny);
}
