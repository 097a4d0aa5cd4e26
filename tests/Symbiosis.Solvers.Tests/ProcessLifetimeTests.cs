using System.Diagnostics;
using Symbiosis.Milp;
using Symbiosis.Solvers.CbcCommand;
using Symbiosis.Solvers.HighsNode;

namespace Symbiosis.Solvers.Tests;

/// <summary>Processes killed, solves stopped, parents lost, at random moments: no process stays, no memory grows, the next solve works.</summary>
[Collection(AloneCollection.Name)]
public sealed class ProcessLifetimeTests(ITestOutputHelper output)
{
    private const int Rounds = 50;
    private const int Seed = 20261122;

    // What takes longer hangs, even on a machine busy with other work.
    private const double LongSeconds = 30;

    private static CancellationToken TestStop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Solve_ProcessKilledAtRandomMoments_IsACrashWithTheBestSoFar()
    {
        // Two at a time, to keep the test short on two cores; each has its own seed.
        var counts = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Task.Run(() => KillRounds(Rounds / 2, Seed + i), TestStop)));

        output.WriteLine($"seeds {Seed}, {Seed + 1}; {counts.Sum()} of {Rounds} crashes came with a solution");
    }

    [Fact]
    public async Task Solve_StoppedAtRandomMoments_GivesTheBestSoFarAndMemoryStaysFlat()
    {
        var random = new Random(Seed);
        var processIds = new HashSet<int>();
        var withSolution = 0;
        long memoryBefore = 0;
        using (var engine = new HighsEngine(new HighsEngineOptions { StopGrace = TimeSpan.FromSeconds(1) }))
        {
            var model = TestModels.Long();
            using var session = engine.Open(model);
            session.Solve(new SolveOptions { TimeLimit = TimeSpan.FromSeconds(3) }, stop: TestStop);
            for (var round = 0; round < Rounds; round++)
            {
                if (round == Rounds / 5)
                    memoryBefore = GC.GetTotalMemory(forceFullCollection: true);
                using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(0, 900)));
                var clock = Stopwatch.StartNew();

                var result = session.Solve(new SolveOptions { Seed = round }, _ => processIds.UnionWith(engine.ProcessIds), stop.Token);

                Assert.Equal(Termination.Stopped, result.Termination);
                Assert.InRange(clock.Elapsed.TotalSeconds, 0, LongSeconds);
                Assert.True(engine.ProcessIds.Count <= 1, "more than one process for one session");
                if (result.Values is not { } values)
                    continue;
                withSolution++;
                Assert.True(SolutionChecker.Check(model, values).IsFeasible);
            }

            processIds.UnionWith(engine.ProcessIds);
            var grown = GC.GetTotalMemory(forceFullCollection: true) - memoryBefore;
            output.WriteLine($"seed {Seed}; {withSolution} of {Rounds} stops came with a solution; {processIds.Count} processes; memory grew by {grown} bytes");
            Assert.InRange(grown, long.MinValue, 1 << 20);
            Assert.True(withSolution > 0);
        }

        Assert.Empty(await ProcessState.StillAliveAfter(TimeSpan.FromSeconds(10), processIds));
    }

    [Fact]
    public async Task Cbc_StoppedAtRandomMoments_LeavesNoProcessAndNoFile()
    {
        const int stops = 15;
        var random = new Random(Seed);
        var folder = Directory.CreateTempSubdirectory("symbiosis-test-").FullName;
        var processIds = new HashSet<int>();
        using (var engine = new CbcEngine(new CbcEngineOptions { TemporaryFolder = folder }))
        {
            using var session = engine.Open(TestModels.Long());
            for (var round = 0; round < stops; round++)
            {
                using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(1, 400)));
                using var watch = stop.Token.Register(() => processIds.UnionWith(engine.ProcessIds.SelectMany(id => ProcessState.ChildrenOf(id).Append(id))));

                Assert.Equal(Termination.Stopped, session.Solve(new SolveOptions(), null, stop.Token).Termination);
            }
        }

        output.WriteLine($"seed {Seed}; {processIds.Count} processes seen");
        Assert.NotEmpty(processIds);
        Assert.Empty(await ProcessState.StillAliveAfter(TimeSpan.FromSeconds(10), processIds));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
        Directory.Delete(folder);
    }

    [Fact]
    public void Sessions_OpenedAndDisposed_ReuseOneProcessWhoseMemoryStaysFlat()
    {
        using var engine = new HighsEngine();
        var model = TestModels.Transport(60, 60, seed: 5);
        long before = 0;
        const int sessions = 120;
        for (var i = 0; i < sessions; i++)
        {
            using var session = engine.Open(model);
            Assert.Equal(Termination.Optimal, session.Solve(new SolveOptions(), stop: TestStop).Termination);
            if (i == sessions / 3)
                before = ProcessState.ResidentBytes(engine.ProcessIds[0]);
        }

        var process = Assert.Single(engine.ProcessIds);
        var grown = ProcessState.ResidentBytes(process) - before;
        output.WriteLine($"resident {before >> 20} MB, grew by {grown >> 10} kB");
        Assert.InRange(grown, long.MinValue, 24L << 20);
    }

    [Fact]
    public void Sessions_ManyAtOnce_LeaveOnlyTheWarmOnes()
    {
        using var engine = new HighsEngine(new HighsEngineOptions { WarmProcessCount = 1 });
        var sessions = Enumerable.Range(0, 3).Select(_ => engine.Open(TestModels.TinyLp())).ToList();
        foreach (var session in sessions)
            session.Solve(new SolveOptions(), stop: TestStop);
        Assert.Equal(3, engine.ProcessIds.Count);

        sessions.ForEach(s => s.Dispose());

        Assert.Single(engine.ProcessIds);
    }

    [Fact]
    public void Solve_IdleProcessDied_TakesAnother()
    {
        using var engine = new HighsEngine();
        using (var first = engine.Open(TestModels.TinyLp()))
            first.Solve(new SolveOptions(), stop: TestStop);
        ProcessState.Kill(engine.ProcessIds[0]);

        using var second = engine.Open(TestModels.TinyLp());

        Assert.Equal(Termination.Optimal, second.Solve(new SolveOptions(), stop: TestStop).Termination);
    }

    [Fact]
    public async Task Engine_Prestarted_StartsItsProcessesAndEndsThem()
    {
        int[] processIds;
        using (var engine = new HighsEngine(new HighsEngineOptions { PrestartedProcessCount = 2 }))
        {
            var clock = Stopwatch.StartNew();
            while (engine.ProcessIds.Count < 2 && clock.Elapsed < TimeSpan.FromSeconds(LongSeconds))
                await Task.Delay(10, TestStop);
            processIds = [.. engine.ProcessIds];
        }

        Assert.Equal(2, processIds.Length);
        Assert.Empty(await ProcessState.StillAliveAfter(TimeSpan.FromSeconds(10), processIds));
    }

    [Fact]
    public async Task Engine_DisposedWhileSolving_EndsTheSolve()
    {
        var engine = new HighsEngine();
        using var session = engine.Open(TestModels.Long());
        var solving = Task.Run(() => session.Solve(new SolveOptions(), stop: TestStop), TestStop);
        while (engine.ProcessIds.Count == 0)
            await Task.Delay(10, TestStop);
        var processIds = engine.ProcessIds;
        await Task.Delay(1000, TestStop);

        engine.Dispose();

        await Assert.ThrowsAsync<SolverException>(() => solving.WaitAsync(TimeSpan.FromSeconds(LongSeconds), TestStop));
        Assert.Empty(await ProcessState.StillAliveAfter(TimeSpan.FromSeconds(10), processIds));
    }

    [Fact]
    public async Task Parent_KilledWhileHighsSolves_TheEngineEnds()
    {
        using var input = new MemoryStream();
        HighsProtocol.WriteLoad(input, 1, TestModels.Long());
        HighsProtocol.WriteSolve(input, 2, new SolveOptions(), null);

        await AssertChildEndsWithItsParent(input.ToArray(), "node", [Path.Combine(AppContext.BaseDirectory, "highs", "engine.mjs")]);
    }

    [Fact]
    public async Task Parent_KilledWhileCbcSolves_TheEngineEnds()
    {
        using var files = new CbcFiles(null);
        files.WriteModel(TestModels.Long());

        await AssertChildEndsWithItsParent([], "sh", ["-c", CbcProcesses.Guard, "sh", "cbc", Path.Combine(files.Folder, files.Model), "-solve"]);
    }

    private static async Task AssertChildEndsWithItsParent(byte[] input, string program, string[] arguments)
    {
        var inputPath = Path.GetTempFileName();
        await File.WriteAllBytesAsync(inputPath, input, TestStop);
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "fakes", "parent.mjs"), inputPath, program, .. arguments]) { RedirectStandardOutput = true };
        using var parent = Process.Start(start)!;
        var child = int.Parse(await parent.StandardOutput.ReadLineAsync(TestStop) ?? "", System.Globalization.CultureInfo.InvariantCulture);
        await Task.Delay(TimeSpan.FromSeconds(2), TestStop);
        int[] family = [child, .. ProcessState.ChildrenOf(child)];
        Assert.True(ProcessState.IsAlive(child), "the engine was not solving");

        parent.Kill();

        Assert.Empty(await ProcessState.StillAliveAfter(TimeSpan.FromSeconds(10), family));
        File.Delete(inputPath);
    }

    private static async Task<int> KillRounds(int rounds, int seed)
    {
        var random = new Random(seed);
        var model = TestModels.Long();
        var processIds = new List<int>();
        var withSolution = 0;
        using (var engine = new HighsEngine())
        {
            using var session = engine.Open(model);
            for (var round = 0; round < rounds; round++)
            {
                using var done = new CancellationTokenSource();
                var killer = KillAfter(engine, TimeSpan.FromMilliseconds(random.Next(0, 1400)), processIds, done.Token);
                var clock = Stopwatch.StartNew();

                var fault = Assert.Throws<SolverException>(() => session.Solve(new SolveOptions(), stop: TestStop));

                await done.CancelAsync();
                await killer;
                Assert.Equal(SolverFaultKind.Crashed, fault.Kind);
                Assert.InRange(clock.Elapsed.TotalSeconds, 0, LongSeconds);
                Assert.Empty(engine.ProcessIds);
                if (fault.BestSoFar?.Values is not { } values)
                    continue;
                withSolution++;
                Assert.True(SolutionChecker.Check(model, values).IsFeasible);
            }

            Assert.Equal(Termination.Optimal, session.Solve(new SolveOptions { RelaxIntegrality = true }, stop: TestStop).Termination);
            processIds.AddRange(engine.ProcessIds);
        }

        Assert.True(processIds.Count >= rounds);
        Assert.Empty(await ProcessState.StillAliveAfter(TimeSpan.FromSeconds(10), processIds));
        return withSolution;
    }

    private static async Task KillAfter(HighsEngine engine, TimeSpan delay, List<int> processIds, CancellationToken done)
    {
        try
        {
            await Task.Delay(delay, done);
            while (engine.ProcessIds.Count == 0)
                await Task.Delay(1, done);
            foreach (var id in engine.ProcessIds)
            {
                processIds.Add(id);
                ProcessState.Kill(id);
            }
        }
        catch (OperationCanceledException)
        {
            // The solve ended otherwise, and its assertion says so.
        }
    }
}
