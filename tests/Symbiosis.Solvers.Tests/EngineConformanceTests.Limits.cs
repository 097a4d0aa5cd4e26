using System.Diagnostics;
using Symbiosis.Milp;

namespace Symbiosis.Solvers.Tests;

// Limits, progress, stops and faults of use; the first part holds what is solved.
public abstract partial class EngineConformanceTests
{
    [Fact]
    public void Solve_WarmStartOfLongModel_IsNeverWorseThanIt()
    {
        Require(EngineCapabilities.WarmStart);
        var model = TestModels.Long();
        var start = GreedyStart(model);
        var startObjective = SolutionChecker.Check(model, start).Objective;

        var result = Solve(model, new SolveOptions { WarmStart = start, TimeLimit = TimeSpan.FromSeconds(1) });

        Assert.Equal(Termination.TimeLimit, result.Termination);
        Assert.True(result.Objective <= startObjective + Tolerance, $"{result.Objective} after a start of {startObjective}");
    }

    [Fact]
    public void Solve_InfeasibleWarmStart_IsIgnored()
    {
        var result = Solve(TestModels.TinyKnapsack(), new SolveOptions { WarmStart = [1, 1, 1] });

        Assert.Equal(80, result.Objective!.Value, Tolerance);
    }

    [Fact]
    public void Solve_TimeLimit_CountsForEachSolve()
    {
        var limit = TimeSpan.FromSeconds(1);
        using var session = engine.Open(TestModels.Long());
        for (var round = 0; round < 2; round++)
        {
            var clock = Stopwatch.StartNew();

            var result = session.Solve(new SolveOptions { TimeLimit = limit }, stop: TestStop);

            Assert.Equal(Termination.TimeLimit, result.Termination);
            // On a very busy machine the engine may not even react in time, and is ended.
            Assert.True(result.Bound is not null || result.Detail.Contains("ended", StringComparison.Ordinal));
            Assert.InRange(clock.Elapsed.TotalSeconds, 0.9, LongSeconds);
            Assert.True(result.Objective is null || result.Bound <= result.Objective);
        }
    }

    [Fact]
    public void Solve_AbsoluteGap_StopsWithinIt()
    {
        var result = Solve(TestModels.Long(60, 10), new SolveOptions { AbsoluteGap = 150, TimeLimit = TimeSpan.FromSeconds(60) });

        Assert.Equal(Termination.Optimal, result.Termination);
        Assert.InRange(result.AbsoluteGap!.Value, 0, 150 + 0.01);
    }

    [Fact]
    public void Solve_RelativeGap_StopsWithinIt()
    {
        var result = Solve(TestModels.Long(60, 10), new SolveOptions { RelativeGap = 0.2, TimeLimit = TimeSpan.FromSeconds(60) });

        Assert.Equal(Termination.Optimal, result.Termination);
        Assert.InRange(result.AbsoluteGap!.Value / Math.Abs(result.Objective!.Value), 0, 0.2001);
    }

    [Theory]
    [InlineData(79.5, Termination.CutOff)]
    [InlineData(80, Termination.Optimal)]
    [InlineData(85, Termination.Optimal)]
    public void Solve_ObjectiveCutoff_WantsSolutionsAtOrBelow(double cutoff, Termination expected)
    {
        var result = Solve(TestModels.TinyKnapsack(), new SolveOptions { ObjectiveCutoff = cutoff });

        Assert.Equal(expected, result.Termination);
        Assert.Equal(expected == Termination.Optimal, result.Values is not null);
    }

    [Fact]
    public void Solve_ObjectiveCutoffOnLp_WantsSolutionsAtOrBelow()
    {
        Assert.Equal(Termination.CutOff, Solve(TestModels.TinyLp(), new SolveOptions { ObjectiveCutoff = -12 }).Termination);
        Assert.Equal(Termination.Optimal, Solve(TestModels.TinyLp(), new SolveOptions { ObjectiveCutoff = -11 }).Termination);
    }

    [Fact]
    public void Solve_Progress_IncumbentsFallAndBoundsRise()
    {
        Require(EngineCapabilities.Incumbents);
        var news = new List<SolveProgress>();

        var result = Solve(TestModels.Long(), new SolveOptions { TimeLimit = TimeSpan.FromSeconds(2) }, news.Add);

        Assert.Contains(news, n => n.Values is not null);
        Assert.Contains(news, n => n.Bound is not null);
        Assert.All(news.Zip(news.Skip(1)), pair =>
        {
            Assert.True(pair.First.Incumbent is null || pair.Second.Incumbent <= pair.First.Incumbent);
            Assert.True(pair.First.Bound is null || pair.Second.Bound >= pair.First.Bound);
            Assert.True(pair.First.Elapsed <= pair.Second.Elapsed);
        });
        Assert.Equal(news.Last(n => n.Values is not null).Incumbent!.Value, result.Objective!.Value, 1.0);
        Assert.False(result.EngineLied);
    }

    [Fact]
    public void Solve_ProgressHandlerThrows_ItsExceptionComesOutAndTheSessionLives()
    {
        Require(EngineCapabilities.Incumbents);
        using var session = engine.Open(TestModels.Long(60, 10));

        Assert.Throws<InvalidTimeZoneException>(() => session.Solve(new SolveOptions(), _ => throw new InvalidTimeZoneException(), TestStop));

        // A quick machine may prove the model within the limit.
        var next = session.Solve(new SolveOptions { TimeLimit = TimeSpan.FromMilliseconds(50) }, stop: TestStop);
        Assert.Contains(next.Termination, new[] { Termination.TimeLimit, Termination.Optimal });
    }

    [Fact]
    public void Solve_StoppedBefore_ReturnsAtOnce()
    {
        using var session = engine.Open(TestModels.Long());

        var result = session.Solve(new SolveOptions(), null, new CancellationToken(canceled: true));

        Assert.Equal(Termination.Stopped, result.Termination);
        Assert.Null(result.Values);
    }

    [Fact]
    public void Solve_Stopped_ReturnsSoonAndTheSessionSolvesAgain()
    {
        using var session = engine.Open(TestModels.Long());
        session.Solve(new SolveOptions { RelaxIntegrality = true }, stop: TestStop);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1.2));
        var clock = Stopwatch.StartNew();

        var result = session.Solve(new SolveOptions(), null, stop.Token);

        Assert.Equal(Termination.Stopped, result.Termination);
        Assert.InRange(clock.Elapsed.TotalSeconds, 1, LongSeconds);
        Assert.Equal(engine.Capabilities.HasFlag(EngineCapabilities.Incumbents), result.Values is not null);
        var fixedAll = new ModelChange();
        for (var j = 0; j < session.Model.ColumnCount; j++)
            fixedAll.SetColumnBounds(j, 0, 0);
        session.Apply(fixedAll);
        Assert.Equal(1000, session.Solve(new SolveOptions(), stop: TestStop).Objective!.Value, Tolerance);
    }

    [Fact]
    public async Task Solve_TwoSessionsAtOnce_DoNotDisturbEachOther()
    {
        var stop = TestStop;
        var solves = Enumerable.Range(0, 2).Select(s => Task.Run(
            () =>
            {
                for (var seed = 2000 + s; seed < 2012; seed += 2)
                {
                    var model = TestModels.RandomWhole(seed);
                    using var session = engine.Open(model);
                    Assert.Equal(TestModels.BestByTrying(model), session.Solve(new SolveOptions(), stop: stop).Objective is { } o ? Math.Round(o, 6) : null);
                }
            },
            stop));

        await Task.WhenAll(solves);
    }

    [Fact]
    public void Solve_OptionsOutOfRange_Throws()
    {
        using var session = engine.Open(TestModels.TinyKnapsack());

        Assert.Throws<ArgumentException>(() => session.Solve(new SolveOptions { TimeLimit = TimeSpan.Zero }, stop: TestStop));
        Assert.Throws<ArgumentException>(() => session.Solve(new SolveOptions { AbsoluteGap = -1 }, stop: TestStop));
        Assert.Throws<ArgumentException>(() => session.Solve(new SolveOptions { RelativeGap = double.NaN }, stop: TestStop));
        Assert.Throws<ArgumentException>(() => session.Solve(new SolveOptions { WarmStart = [1] }, stop: TestStop));
    }

    [Fact]
    public void FindIrreducibleInfeasibleSubset_TwoRowsAtOdds_NamesThem()
    {
        Require(EngineCapabilities.Iis);
        var b = new LinearModelBuilder("at odds");
        var x = b.AddVariable("x", 0, 10);
        var y = b.AddVariable("y", 0, 10);
        b.AddRow("at least", new LinearExpression().Add(x).Add(y), 8, TestModels.None);
        b.AddRow("harmless", new LinearExpression().Add(x).Add(y, -1), -5, 5);
        b.AddRow("at most", new LinearExpression().Add(x).Add(y), -TestModels.None, 7);
        using var session = engine.Open(b.Build());

        var subset = session.FindIrreducibleInfeasibleSubset(TimeSpan.FromSeconds(10), TestStop);

        Assert.NotNull(subset);
        Assert.Equal(["at least", "at most"], subset.Rows);
        Assert.True(subset.IsProvenIrreducible);
        Assert.Equal(Termination.Infeasible, session.Solve(new SolveOptions(), stop: TestStop).Termination);
    }

    [Fact]
    public void FindIrreducibleInfeasibleSubset_FeasibleModel_FindsNone()
    {
        Require(EngineCapabilities.Iis);
        using var session = engine.Open(TestModels.TinyLp());

        Assert.Null(session.FindIrreducibleInfeasibleSubset(TimeSpan.FromSeconds(10), TestStop));
        Assert.Equal(-11, session.Solve(new SolveOptions(), stop: TestStop).Objective!.Value, Tolerance);
    }

    [Fact]
    public void FindIrreducibleInfeasibleSubset_EngineWithoutIt_Throws()
    {
        Assert.SkipWhen(engine.Capabilities.HasFlag(EngineCapabilities.Iis), $"{engine.Name} declares Iis.");
        using var session = engine.Open(TestModels.InfeasibleLp());

        Assert.Throws<NotSupportedException>(() => session.FindIrreducibleInfeasibleSubset(TimeSpan.FromSeconds(1), TestStop));
    }

    [Fact]
    public void Session_Disposed_Refuses()
    {
        var session = engine.Open(TestModels.TinyLp());
        session.Dispose();
        session.Dispose();

        Assert.Throws<ObjectDisposedException>(() => session.Solve(new SolveOptions(), stop: TestStop));
        Assert.Throws<ObjectDisposedException>(() => session.Apply(new ModelChange()));
    }
}
