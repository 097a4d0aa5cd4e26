using Symbiosis.Milp;
using Symbiosis.Planning;

namespace Symbiosis.Benchmarks;

/// <summary>One line for every park in data/parks.</summary>
internal sealed class AllParks(ISolverEngine engine, BenchmarkArguments arguments)
{
    /// <summary>Runs and prints; money in million CNY a year.</summary>
    public void Run()
    {
        Report.Line($"| park | rows | columns | nonzeros | integers | s | plan | bound | gap | audit |");
        Report.Line($"|---|---|---|---|---|---|---|---|---|---|");
        foreach (var name in BenchmarkParks.Names)
        {
            var options = new PlanOptions { Gap = arguments.Gap, TimeLimit = arguments.TimeLimit ?? TimeSpan.FromSeconds(60) };
            ShowPark(name, options);
        }
    }

    private void ShowPark(string name, PlanOptions options)
    {
        try
        {
            var plan = new Planner(engine).Plan(BenchmarkParks.Read(name), null, options);
            if (plan.Proof is not { } proof)
                return;
            Report.Line(
                $"| {name} | {proof.RowCount} | {proof.ColumnCount} | {proof.NonzeroCount} | {proof.IntegerCount} | {proof.Seconds:0.0} | {Report.Million((double?)plan.Summary?.CostCny)} | {Report.Million(proof.DualBoundCny)} | {Report.Percent(proof.Gap)} | {Report.AuditOf(plan)} |");
        }
        catch (InvalidDataException fault)
        {
            // One park that cannot be read must not keep the others from their lines.
            Report.Line($"| {name} | {fault.Message} |");
        }
    }
}
