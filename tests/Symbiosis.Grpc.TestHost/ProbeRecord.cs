namespace Symbiosis.Grpc.TestHost;

/// <summary>One call of <see cref="ProbeService"/>.</summary>
public sealed class ProbeRecord
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _writtenCount;

    /// <summary>Ends when the handler has read the request.</summary>
    public Task Started => _started.Task;

    /// <summary>Ends when the handler's token fires.</summary>
    public Task Cancelled => _cancelled.Task;

    /// <summary>Ends when the handler does.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Messages that the handler has written, those that the client reads or not.</summary>
    public int WrittenCount => Volatile.Read(ref _writtenCount);

    internal void Start() => _started.TrySetResult();

    internal void Cancel() => _cancelled.TrySetResult();

    internal void End() => _ended.TrySetResult();

    internal void Write() => Interlocked.Increment(ref _writtenCount);
}
