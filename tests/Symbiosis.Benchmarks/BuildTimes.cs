using System.Diagnostics;
using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Time;
using Symbiosis.Milp;
using Symbiosis.Planning;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Benchmarks;

/// <summary>Time to build the copper cluster's model and to read the answer back, beside the time to solve it.</summary>
internal sealed class BuildTimes(ISolverEngine engine, BenchmarkArguments arguments)
{
    private const int RunCount = 5;
    private const string ParkName = "guixi-copper";

    /// <summary>Runs and prints.</summary>
    public void Run()
    {
        var clock = Stopwatch.StartNew();
        var park = BenchmarkParks.Read(ParkName, arguments.DayCount);
        Report.Line($"{ParkName}: files read and checked in {clock.Elapsed.TotalSeconds:0.00} s");
        for (var run = 1; run <= RunCount; run++)
        {
            clock.Restart();
            var grid = TimeGrid.Create(park);
            var gridSeconds = clock.Elapsed.TotalSeconds;
            clock.Restart();
            var model = ParkModel.Build(park, null, Horizon.Of(grid), ParkGraph.Create(park));
            Report.Line($"build {run}: typical days {gridSeconds:0.00} s, model of {model.Linear.NonzeroCount} nonzeros {clock.Elapsed.TotalSeconds:0.00} s");
        }

        var plan = new Planner(engine).Plan(park, null, new PlanOptions { Gap = arguments.Gap, TimeLimit = arguments.TimeLimit ?? TimeSpan.FromSeconds(60) });
        if (plan.Proof is { } proof)
        {
            var solving = proof.Seconds - proof.OverheadSeconds;
            Report.Line($"plan: building, reading and audit {proof.OverheadSeconds:0.00} s, solving {solving:0.00} s: {Report.Percent(proof.OverheadSeconds / solving)}");
        }
    }
}
