namespace Symbiosis.Server.Solving;

/// <summary>
/// Lets searches begin, as many at a time as there are slots. Tenants take turns: who sends many waits behind himself, not before others.
/// A waiting search costs no thread. Thread-safe.
/// </summary>
/// <param name="slotCount">Searches at the same time, at least 1.</param>
/// <param name="limit">Searches that may wait.</param>
/// <param name="limitPerTenant">Searches of one tenant that may wait.</param>
/// <param name="time">Clock.</param>
internal sealed class SolveQueue(int slotCount, int limit, int limitPerTenant, TimeProvider time)
{
    private static readonly TimeSpan s_leastRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_mostRetry = TimeSpan.FromMinutes(1);

    // Weight of the newest search in the running mean of their times.
    private const double NewestWeight = 0.2;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedList<Waiter>> _waiting = new(StringComparer.Ordinal);
    private readonly LinkedList<string> _turns = new();
    private int _waitingCount;
    private int _runningCount;
    private double _meanSeconds = 1;

    /// <summary>Searches that wait.</summary>
    public int WaitingCount
    {
        get
        {
            lock (_gate)
                return _waitingCount;
        }
    }

    /// <summary>Searches that run.</summary>
    public int RunningCount
    {
        get
        {
            lock (_gate)
                return _runningCount;
        }
    }

    /// <summary>Waits for a slot.</summary>
    /// <param name="tenant">Whose search it is.</param>
    /// <param name="onAhead">Told, while waiting, how many begin before; called with a lock held, so it must be quick.</param>
    /// <param name="leave">Leaves the queue.</param>
    /// <returns>The slot; dispose it when the search is over.</returns>
    /// <exception cref="QueueFullException">The queue, or the tenant's share of it, is full.</exception>
    /// <exception cref="OperationCanceledException">The queue was left.</exception>
    public async Task<IDisposable> EnterAsync(string tenant, Action<int> onAhead, CancellationToken leave)
    {
        leave.ThrowIfCancellationRequested();
        Waiter waiter;
        lock (_gate)
        {
            if (_runningCount < slotCount)
            {
                _runningCount++;
                return new Slot(this);
            }

            var mine = _waiting.GetValueOrDefault(tenant);
            if (_waitingCount >= limit)
                throw new QueueFullException($"All {slotCount} searches run and {_waitingCount} wait; no more may.", "server", RetryDelay());
            if (mine?.Count >= limitPerTenant || limitPerTenant == 0)
                throw new QueueFullException($"{mine?.Count ?? 0} of your searches wait; no more may.", $"tenant:{tenant}", RetryDelay());

            if (mine is null)
            {
                _waiting[tenant] = mine = new LinkedList<Waiter>();
                _turns.AddLast(tenant);
            }

            waiter = new Waiter(tenant, onAhead);
            mine.AddLast(waiter);
            _waitingCount++;
            waiter.Tell(AheadOf(waiter, mine));
        }

        await using var registration = leave.Register(() => Leave(waiter, leave));
        return await waiter.Turn.Task;
    }

    private void Leave(Waiter waiter, CancellationToken leave)
    {
        lock (_gate)
        {
            if (!Remove(waiter))
                return;
            TellAll();
        }

        waiter.Turn.TrySetCanceled(leave);
    }

    private void Release(TimeSpan taken)
    {
        Waiter? next;
        lock (_gate)
        {
            _meanSeconds += NewestWeight * (taken.TotalSeconds - _meanSeconds);
            next = TakeNext();
            if (next is null)
                _runningCount--;
            else
                TellAll();
        }

        // A waiter that was taken out here can no longer leave: the slot is its to give back.
        next?.Turn.SetResult(new Slot(this));
    }

    private Waiter? TakeNext()
    {
        if (_turns.First is not { } turn)
            return null;

        var waiters = _waiting[turn.Value];
        var next = waiters.First!.Value;
        Remove(next);
        if (turn.List is not null)
        {
            _turns.Remove(turn);
            _turns.AddLast(turn);
        }

        return next;
    }

    private bool Remove(Waiter waiter)
    {
        if (!_waiting.TryGetValue(waiter.Tenant, out var waiters) || !waiters.Remove(waiter))
            return false;

        _waitingCount--;
        if (waiters.Count == 0)
        {
            _waiting.Remove(waiter.Tenant);
            _turns.Remove(waiter.Tenant);
        }

        return true;
    }

    private void TellAll()
    {
        foreach (var waiters in _waiting.Values)
        {
            var place = 0;
            foreach (var waiter in waiters)
                waiter.Tell(Ahead(waiter.Tenant, place++));
        }
    }

    private int AheadOf(Waiter waiter, LinkedList<Waiter> mine) => Ahead(waiter.Tenant, mine.Count - 1);

    // Each tenant whose turn is sooner begins one more before the search at this place of its tenant's list.
    private int Ahead(string tenant, int place)
    {
        var (ahead, isSooner) = (place, true);
        foreach (var other in _turns)
        {
            if (other == tenant)
                isSooner = false;
            else
                ahead += Math.Min(_waiting[other].Count, isSooner ? place + 1 : place);
        }

        return ahead;
    }

    private TimeSpan RetryDelay()
    {
        var wait = TimeSpan.FromSeconds(_meanSeconds * (1 + _waitingCount) / slotCount);
        return wait < s_leastRetry ? s_leastRetry : wait > s_mostRetry ? s_mostRetry : wait;
    }

    private sealed class Waiter(string tenant, Action<int> onAhead)
    {
        private int _told = -1;

        public string Tenant => tenant;

        public TaskCompletionSource<IDisposable> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Tell(int ahead)
        {
            if (ahead == _told)
                return;
            _told = ahead;
            onAhead(ahead);
        }
    }

    private sealed class Slot(SolveQueue queue) : IDisposable
    {
        private readonly long _began = queue.Now;
        private int _isReleased;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isReleased, 1) == 0)
                queue.Release(queue.Since(_began));
        }
    }

    private long Now => time.GetTimestamp();

    private TimeSpan Since(long began) => time.GetElapsedTime(began);
}
