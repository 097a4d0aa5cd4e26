using System.Collections.Concurrent;

namespace Symbiosis.Grpc.TestHost;

/// <summary>What the handlers of <see cref="ProbeService"/> went through, for tests in the same process. Thread-safe.</summary>
public sealed class ProbeLedger
{
    private readonly ConcurrentDictionary<string, ProbeRecord> _records = new(StringComparer.Ordinal);
    private int _runningCount;
    private int _startedCount;

    /// <summary>Handlers that run now.</summary>
    public int RunningCount => Volatile.Read(ref _runningCount);

    /// <summary>Handlers that have started since the host did.</summary>
    public int StartedCount => Volatile.Read(ref _startedCount);

    /// <summary>The record of a call by the id in its request; made where there is none, so that a test may wait before the call starts.</summary>
    public ProbeRecord this[string id] => _records.GetOrAdd(id, _ => new ProbeRecord());

    internal void Start()
    {
        Interlocked.Increment(ref _startedCount);
        Interlocked.Increment(ref _runningCount);
    }

    internal void End() => Interlocked.Decrement(ref _runningCount);
}
