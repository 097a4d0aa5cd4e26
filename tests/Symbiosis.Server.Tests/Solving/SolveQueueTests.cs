using Symbiosis.Server.Solving;

namespace Symbiosis.Server.Tests.Solving;

public sealed class SolveQueueTests
{
    [Fact]
    public async Task EnterAsync_SlotFree_BeginsAtOnce()
    {
        var queue = Queue(slotCount: 2);

        using var one = await queue.EnterAsync("a", _ => { }, default);
        using var two = await queue.EnterAsync("a", _ => { }, default);

        Assert.Equal(2, queue.RunningCount);
    }

    [Fact]
    public async Task EnterAsync_OneTenantSendsMany_OthersTakeTurns()
    {
        var queue = Queue();
        var began = new List<string>();
        var first = await queue.EnterAsync("a", _ => { }, default);
        var waiting = new[] { "a1", "a2", "a3", "b1", "b2", "c1" }.Select(name => (Name: name, Turn: queue.EnterAsync(name[..1], _ => { }, default))).ToList();

        first.Dispose();
        while (waiting.Count > 0)
        {
            await Task.WhenAny(waiting.Select(waiter => waiter.Turn));
            var next = Assert.Single(waiting, waiter => waiter.Turn.IsCompleted);
            began.Add(next.Name);
            waiting.Remove(next);
            (await next.Turn).Dispose();
        }

        Assert.Equal(["a1", "b1", "c1", "a2", "b2", "a3"], began);
    }

    [Fact]
    public async Task EnterAsync_Waiting_TellsHowManyAreAhead()
    {
        var queue = Queue();
        var told = new Dictionary<string, List<int>> { ["a1"] = [], ["a2"] = [], ["b1"] = [] };
        var first = await queue.EnterAsync("x", _ => { }, default);

        var a1 = queue.EnterAsync("a", told["a1"].Add, default);
        var a2 = queue.EnterAsync("a", told["a2"].Add, default);
        var b1 = queue.EnterAsync("b", told["b1"].Add, default);
        first.Dispose();
        (await a1).Dispose();
        (await b1).Dispose();
        (await a2).Dispose();

        // b1 begins before a2, whose tenant had its turn.
        Assert.Equal([0], told["a1"]);
        Assert.Equal([1, 0], told["b1"]);
        Assert.Equal([1, 0], told["a2"].Distinct());
    }

    [Fact]
    public async Task EnterAsync_QueueFull_RefusesWithADelay()
    {
        var queue = Queue(limit: 1);
        using var running = await queue.EnterAsync("a", _ => { }, default);
        _ = queue.EnterAsync("b", _ => { }, default);

        var refusal = await Assert.ThrowsAsync<QueueFullException>(() => queue.EnterAsync("c", _ => { }, default));

        Assert.Equal("server", refusal.Subject);
        Assert.InRange(refusal.RetryDelay, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task EnterAsync_TenantsShareFull_RefusesOnlyThatTenant()
    {
        var queue = Queue(limitPerTenant: 1);
        using var running = await queue.EnterAsync("a", _ => { }, default);
        _ = queue.EnterAsync("a", _ => { }, default);

        var refusal = await Assert.ThrowsAsync<QueueFullException>(() => queue.EnterAsync("a", _ => { }, default));
        var other = queue.EnterAsync("b", _ => { }, default);

        Assert.Equal("tenant:a", refusal.Subject);
        Assert.False(other.IsCompleted);
        Assert.Equal(2, queue.WaitingCount);
    }

    [Fact]
    public async Task EnterAsync_Left_FreesTheTurn()
    {
        var queue = Queue();
        using var leave = new CancellationTokenSource();
        var first = await queue.EnterAsync("a", _ => { }, default);
        var left = queue.EnterAsync("a", _ => { }, leave.Token);
        var next = queue.EnterAsync("a", _ => { }, default);

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        first.Dispose();

        using var slot = await next;
        Assert.Equal((1, 0), (queue.RunningCount, queue.WaitingCount));
    }

    [Fact]
    public async Task Dispose_Twice_GivesTheSlotBackOnce()
    {
        var queue = Queue();
        var slot = await queue.EnterAsync("a", _ => { }, default);

        slot.Dispose();
        slot.Dispose();

        Assert.Equal(0, queue.RunningCount);
    }

    [Fact]
    public async Task EnterAsync_RaceOfLeavingAndRelease_LosesNoSlot()
    {
        const int seed = 20261122;
        var random = new Random(seed);
        var queue = Queue(slotCount: 3, limit: 10_000, limitPerTenant: 10_000);

        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => (Tenant: $"t{random.Next(5)}", Leaves: random.Next(2) == 0)).ToList().Select(async call =>
        {
            using var leave = new CancellationTokenSource();
            var entering = Task.Run(() => queue.EnterAsync(call.Tenant, _ => { }, leave.Token));
            if (call.Leaves)
                await leave.CancelAsync();
            try
            {
                using var slot = await entering;
                await Task.Yield();
            }
            catch (OperationCanceledException)
            {
                // It left in time.
            }
        }));

        Assert.True((queue.RunningCount, queue.WaitingCount) == (0, 0), $"seed {seed}: {queue.RunningCount} run, {queue.WaitingCount} wait");
    }

    private static SolveQueue Queue(int slotCount = 1, int limit = 100, int limitPerTenant = 100) => new(slotCount, limit, limitPerTenant, TimeProvider.System);
}
