using Symbiosis.Domain.Plans;
using Symbiosis.Milp;
using Symbiosis.Solvers;
using Symbiosis.TestKit;

namespace Symbiosis.Planning.Tests.Searching;

/// <summary>Engines killed and searches stopped at random moments: a checked plan or a clear answer, never a hang, no process left, memory flat.</summary>
[Collection(AloneCollection.Name)]
public sealed class EngineFaultTests(ITestOutputHelper output)
{
    private const int Rounds = 50;
    private const int WorkerCount = 2;
    private const int Seed = 20261122;
    private const int LongestDelayMilliseconds = 1200;
    private const long MemoryLimitBytes = 8 << 20;

    // What takes longer hangs, even on a machine busy with other work.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(90);

    private static CancellationToken TestStop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plan_EngineKilledAtRandomMoments_IsACheckedPlanOrAClearFault()
    {
        var faultCounts = await Task.WhenAll(Enumerable.Range(0, WorkerCount).Select(worker => Task.Run(() => KillRounds(Rounds / WorkerCount, worker), TestStop)));

        output.WriteLine($"seed {Seed}: {faultCounts.Sum()} of {Rounds} searches ended with the engine's fault");
        Assert.True(faultCounts.Sum() > 0, "no kill came while the engine was solving");
    }

    [Fact]
    public async Task Plan_StoppedAtRandomMoments_IsACheckedPlanOrNoneYet()
    {
        var random = new Random(Seed);
        var processIds = new HashSet<int>();
        var outcomes = new Dictionary<Outcome, int>();
        long memoryBefore = 0;
        using (var engine = new HighsEngine())
        {
            for (var round = 0; round < Rounds; round++)
            {
                if (round == Rounds / 5)
                    memoryBefore = GC.GetTotalMemory(forceFullCollection: true);
                using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(LongestDelayMilliseconds)));

                var plan = await Plan(engine, round, stop.Token);

                processIds.UnionWith(engine.ProcessIds);
                outcomes[plan.Outcome] = outcomes.GetValueOrDefault(plan.Outcome) + 1;
                AssertSound(round, plan, isNoneAllowed: true);
            }

            var grown = GC.GetTotalMemory(forceFullCollection: true) - memoryBefore;
            output.WriteLine($"seed {Seed}: {string.Join(", ", outcomes.Select(pair => $"{pair.Value} {pair.Key}"))}; {processIds.Count} processes; memory grew by {grown} bytes");
            Assert.InRange(grown, long.MinValue, MemoryLimitBytes);
        }

        Assert.Empty(await EngineProcesses.StillAliveAfter(Hang, processIds));
    }

    private static async Task<int> KillRounds(int rounds, int worker)
    {
        var random = new Random(Seed + worker);
        var processIds = new List<int>();
        var faultCount = 0;
        using (var engine = new HighsEngine())
        {
            for (var round = 0; round < rounds; round++)
            {
                using var done = new CancellationTokenSource();
                var killer = KillAfter(engine, TimeSpan.FromMilliseconds(random.Next(LongestDelayMilliseconds)), processIds, done.Token);
                try
                {
                    AssertSound(round, await Plan(engine, round, TestStop), isNoneAllowed: false);
                }
                catch (SolverException fault)
                {
                    faultCount++;
                    Assert.Equal(SolverFaultKind.Crashed, fault.Kind);
                    Assert.StartsWith(engine.Name, fault.Message, StringComparison.Ordinal);
                }

                await done.CancelAsync();
                await killer;
            }

            // The engine itself stands whatever happened to its processes.
            var plan = await Plan(engine, rounds, TestStop);
            Assert.Equal(Outcome.Optimal, plan.Outcome);
            processIds.AddRange(engine.ProcessIds);
        }

        Assert.Empty(await EngineProcesses.StillAliveAfter(Hang, processIds));
        return faultCount;
    }

    // A thread of its own, so that a search that hangs fails the test instead of stopping it.
    private static Task<Plan> Plan(HighsEngine engine, int seed, CancellationToken stop) => Task.Factory.StartNew(
        () => new Planner(engine).Plan(RandomParks.Create(seed), null, new PlanOptions { Gap = 1e-4 }, stop: stop),
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(Hang, TestStop);

    private static void AssertSound(int round, Plan plan, bool isNoneAllowed)
    {
        if (isNoneAllowed && plan.Outcome == Outcome.NoPlan)
            return;

        Assert.True(plan.Outcome is Outcome.Optimal or Outcome.Feasible, $"round {round} ends {plan.Outcome}");
        Assert.True(plan.Audit is { Clean: true }, $"round {round}: {string.Join("; ", plan.Audit?.Checks.SelectMany(check => check.Failures) ?? [])}");
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
                EngineProcesses.Kill(id);
            }
        }
        catch (OperationCanceledException)
        {
            // The search was over before the kill.
        }
    }
}
