using System.Diagnostics;
using Symbiosis.Milp;

namespace Symbiosis.Solvers.Tests;

/// <summary>Engines that are missing, die, talk nonsense, lie or fall silent: each a clear error, nothing hangs, no process stays.</summary>
public sealed class FaultyEngineTests
{
    // What takes longer hangs, even on a machine busy with other work.
    private const double LongSeconds = 30;

    private static CancellationToken TestStop => TestContext.Current.CancellationToken;

    [Fact]
    public void Solve_NodeMissing_SaysHowToCureIt()
    {
        var fault = Fault(new HighsEngineOptions { NodePath = "no-such-node" });

        Assert.Equal(SolverFaultKind.NotInstalled, fault.Kind);
        Assert.Equal("HiGHS", fault.EngineName);
        Assert.Contains("no-such-node", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Install", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Solve_ScriptMissing_SaysHowToCureIt()
    {
        var fault = Fault(new HighsEngineOptions { ScriptPath = "no-such-script.mjs" });

        Assert.Equal(SolverFaultKind.NotInstalled, fault.Kind);
        Assert.Contains("no-such-script.mjs", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Solve_CbcMissing_SaysHowToCureIt()
    {
        using var engine = new CbcEngine(new CbcEngineOptions { CbcPath = "no-such-cbc" });
        using var session = engine.Open(TestModels.TinyKnapsack());

        var fault = Assert.Throws<SolverException>(() => session.Solve(new SolveOptions(), stop: TestStop));

        Assert.Equal(SolverFaultKind.NotInstalled, fault.Kind);
        Assert.Contains("no-such-cbc", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Solve_CbcIsAnotherProgram_IsAProtocolFault()
    {
        using var engine = new CbcEngine(new CbcEngineOptions { CbcPath = "true" });
        using var session = engine.Open(TestModels.TinyKnapsack());

        Assert.Equal(SolverFaultKind.Protocol, Assert.Throws<SolverException>(() => session.Solve(new SolveOptions(), stop: TestStop)).Kind);
    }

    [Fact]
    public void Solve_EngineExitsAtStart_TellsExitCodeAndLastWords()
    {
        var fault = Fault(Fake("exits"));

        Assert.Equal(SolverFaultKind.Crashed, fault.Kind);
        Assert.Equal(7, fault.ExitCode);
        Assert.Contains("no licence for the moon", fault.Message, StringComparison.Ordinal);
        Assert.Equal("no licence for the moon", fault.StandardErrorTail);
    }

    [Fact]
    public void Solve_EngineTalksGarbage_ShowsIt()
    {
        var fault = Fault(Fake("garbage"));

        Assert.Equal(SolverFaultKind.Protocol, fault.Kind);
        Assert.Contains("Hello! This", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Solve_EngineSilentAtStart_GivesUp()
    {
        var options = Fake("silent");
        options.StartLimit = TimeSpan.FromSeconds(3);

        Assert.Equal(SolverFaultKind.Unresponsive, Fault(options).Kind);
    }

    [Theory]
    [InlineData("lieAtEnd", SolverFaultKind.LiedAboutFeasibility)]
    [InlineData("lieAtEndAfterTruth", SolverFaultKind.LiedAboutFeasibility)]
    [InlineData("notANumber", SolverFaultKind.LiedAboutFeasibility)]
    [InlineData("wrongLength", SolverFaultKind.Protocol)]
    [InlineData("noValues", SolverFaultKind.Protocol)]
    [InlineData("unknownStatus", SolverFaultKind.EngineError)]
    [InlineData("unknownFrame", SolverFaultKind.Protocol)]
    [InlineData("error", SolverFaultKind.EngineError)]
    [InlineData("exit", SolverFaultKind.Crashed)]
    [InlineData("halfAFrame", SolverFaultKind.Crashed)]
    [InlineData("garbage", SolverFaultKind.Protocol)]
    [InlineData("badHeader", SolverFaultKind.Protocol)]
    [InlineData("hugeFrame", SolverFaultKind.Protocol)]
    [InlineData("silent", SolverFaultKind.Unresponsive)]
    public async Task Solve_EngineMisbehaves_IsAClearFaultAndNoProcessStays(string misbehaviour, SolverFaultKind expected)
    {
        var options = Fake("scripted");
        options.SilenceLimit = TimeSpan.FromSeconds(3);
        using var engine = new HighsEngine(options);
        using var session = engine.Open(TestModels.TinyKnapsack());
        var processIds = new List<int>();
        var clock = Stopwatch.StartNew();
        using var solved = new ManualResetEventSlim();
        var watch = new Thread(() => Collect(engine, processIds, solved));
        watch.Start();

        var fault = Assert.Throws<SolverException>(() => session.Solve(Misbehave(misbehaviour), stop: TestStop));

        solved.Set();
        watch.Join();
        Assert.Equal(expected, fault.Kind);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, LongSeconds);
        Assert.NotEmpty(processIds);
        Assert.Empty(await ProcessState.StillAliveAfter(TimeSpan.FromSeconds(10), processIds));
        var hadTruth = misbehaviour is "lieAtEndAfterTruth" or "exit" or "garbage";
        Assert.Equal(hadTruth ? 100.0 : null, fault.BestSoFar?.Objective);
    }

    [Fact]
    public void Solve_EngineLiesUnderway_RemembersItAndGivesTheTruth()
    {
        using var engine = new HighsEngine(Fake("scripted"));
        using var session = engine.Open(TestModels.TinyKnapsack());
        var news = new List<SolveProgress>();

        var result = session.Solve(Misbehave("lieUnderway"), news.Add, TestStop);

        Assert.True(result.EngineLied);
        Assert.Equal("weight", Assert.Single(result.RejectedIncumbent!.Worst).Name);
        Assert.Equal(100, result.Objective);
        Assert.DoesNotContain(news, n => n.Values is not null);
    }

    [Fact]
    public async Task Solve_EngineDeafToStop_IsEndedAndTheBestKept()
    {
        using var engine = new HighsEngine(Fake("scripted"));
        using var session = engine.Open(TestModels.TinyKnapsack());
        using var stop = new CancellationTokenSource();
        int[] processIds = [];
        var clock = new Stopwatch();

        var result = session.Solve(Misbehave("deaf"), _ => StopNow(), stop.Token);

        Assert.Equal(Termination.Stopped, result.Termination);
        Assert.Equal(100, result.Objective);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0.2, LongSeconds);
        Assert.NotEmpty(processIds);
        Assert.Empty(await ProcessState.StillAliveAfter(TimeSpan.FromSeconds(10), processIds));

        void StopNow()
        {
            processIds = [.. engine.ProcessIds];
            clock.Start();
            stop.Cancel();
        }
    }

    [Fact]
    public void Solve_EngineDeafToTimeLimit_IsEndedAndTheBestKept()
    {
        var options = Fake("scripted");
        options.TimeLimitGrace = TimeSpan.FromSeconds(0.2);
        using var engine = new HighsEngine(options);
        using var session = engine.Open(TestModels.TinyKnapsack());

        var result = session.Solve(Misbehave("deaf") with { TimeLimit = TimeSpan.FromSeconds(1) }, stop: TestStop);

        Assert.Equal(Termination.TimeLimit, result.Termination);
        Assert.Equal(100, result.Objective);
        Assert.InRange(result.Elapsed.TotalSeconds, 1.2, LongSeconds);
    }

    [Fact]
    public void Solve_UnknownEngineOption_NamesItAndTheSessionLives()
    {
        using var engine = new HighsEngine();
        using var session = engine.Open(TestModels.TinyKnapsack());

        var fault = Assert.Throws<SolverException>(
            () => session.Solve(new SolveOptions { EngineOptions = new Dictionary<string, string> { ["mip_hope"] = "1" } }, stop: TestStop));

        Assert.Equal(SolverFaultKind.EngineError, fault.Kind);
        Assert.Contains("mip_hope", fault.Message, StringComparison.Ordinal);
        Assert.Equal(80, session.Solve(new SolveOptions(), stop: TestStop).Objective!.Value, 1e-6);
    }

    [Theory]
    [InlineData("mip_heuristic_effort", "0.2", true)]
    [InlineData("presolve", "off", true)]
    [InlineData("mip_detect_symmetry", "false", true)]
    [InlineData("mip_max_nodes", "10000", true)]
    [InlineData("mip_abs_gap", "inf", false)]
    [InlineData("mip_heuristic_effort", "much", false)]
    [InlineData("mip_detect_symmetry", "perhaps", false)]
    public void Solve_EngineOption_IsReadAsItsType(string name, string value, bool isValid)
    {
        using var engine = new HighsEngine();
        using var session = engine.Open(TestModels.TinyKnapsack());
        var options = new SolveOptions { EngineOptions = new Dictionary<string, string> { [name] = value } };

        if (isValid)
            Assert.Equal(Termination.Optimal, session.Solve(options, stop: TestStop).Termination);
        else
            Assert.Contains(value, Assert.Throws<SolverException>(() => session.Solve(options, stop: TestStop)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OutOfRange_AllListed()
    {
        var fault = Assert.Throws<ArgumentException>(
            () => new HighsEngine(new HighsEngineOptions { NodePath = "", WarmProcessCount = -1, StopGrace = TimeSpan.FromSeconds(-1) }));

        Assert.Contains("NodePath", fault.Message, StringComparison.Ordinal);
        Assert.Contains("WarmProcessCount", fault.Message, StringComparison.Ordinal);
        Assert.Contains("StopGrace", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_Defaults_AreAsDocumented()
    {
        var highs = new HighsEngineOptions();
        var cbc = new CbcEngineOptions();

        Assert.Equal(("node", null, 2, 0, 1024), (highs.NodePath, highs.ScriptPath, highs.WarmProcessCount, highs.PrestartedProcessCount, highs.WarmProcessMemoryMb));
        Assert.Empty(highs.NodeArguments);
        Assert.Equal((60.0, 60.0, 0.3, 2.0), (highs.StartLimit.TotalSeconds, highs.SilenceLimit.TotalSeconds, highs.StopGrace.TotalSeconds, highs.TimeLimitGrace.TotalSeconds));
        Assert.Equal((5e-6, 1e-5), (highs.FeasibilityTolerance, highs.IntegralityTolerance));
        Assert.Equal(("cbc", null, 3.0, 5e-6, 1e-5), (cbc.CbcPath, cbc.TemporaryFolder, cbc.TimeLimitGrace.TotalSeconds, cbc.FeasibilityTolerance, cbc.IntegralityTolerance));
    }

    private static HighsEngineOptions Fake(string name) => new() { ScriptPath = Path.Combine(AppContext.BaseDirectory, "fakes", name + ".mjs") };

    private static SolveOptions Misbehave(string how) => new() { EngineOptions = new Dictionary<string, string> { ["misbehave"] = how } };

    private static SolverException Fault(HighsEngineOptions options)
    {
        using var engine = new HighsEngine(options);
        using var session = engine.Open(TestModels.TinyKnapsack());
        var clock = Stopwatch.StartNew();

        var fault = Assert.Throws<SolverException>(() => session.Solve(new SolveOptions(), stop: TestStop));

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, LongSeconds);
        Assert.Empty(engine.ProcessIds);
        Assert.Null(fault.BestSoFar);
        return fault;
    }

    private static void Collect(HighsEngine engine, List<int> processIds, ManualResetEventSlim solved)
    {
        do
            processIds.AddRange(engine.ProcessIds.Except(processIds).ToList());
        while (!solved.Wait(TimeSpan.FromMilliseconds(2)));
    }
}
