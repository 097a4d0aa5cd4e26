namespace Grpc.Net.Client.Internal;

/// <summary>Calls back once when a deadline is over.</summary>
internal sealed class CallDeadline : IDisposable
{
    // Timers take at most some 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _deadline;
    private readonly Action _onOver;
    private readonly ITimer _timer;

    public CallDeadline(TimeProvider clock, DateTimeOffset deadline, Action onOver)
    {
        _clock = clock;
        _deadline = deadline;
        _onOver = onOver;
        _timer = clock.CreateTimer(static state => ((CallDeadline)state!).Check(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Time until then; below zero: it is over.</summary>
    public TimeSpan Remaining => _deadline - _clock.GetUtcNow();

    /// <summary>Begins to watch; apart from the constructor, so that the callback finds its owner complete.</summary>
    public void Start() => Wait(Remaining);

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Check()
    {
        // A timer may fire a little early.
        if (Remaining is var remaining && remaining > TimeSpan.Zero)
            Wait(remaining);
        else
            _onOver();
    }

    private void Wait(TimeSpan time)
    {
        var milliseconds = Math.Ceiling(Math.Clamp(time.TotalMilliseconds, 0, LongestWait.TotalMilliseconds));
        _timer.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }
}
