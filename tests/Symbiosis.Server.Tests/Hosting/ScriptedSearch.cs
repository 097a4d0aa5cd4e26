using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Planning;

namespace Symbiosis.Server.Tests.Hosting;

/// <summary>A search without an engine: it runs until it is let go or stopped, and remembers what it was asked.</summary>
internal sealed class ScriptedSearch
{
    private readonly ManualResetEventSlim _go = new();
    private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>The first search began.</summary>
    public Task Began => _began.Task;

    /// <summary>A search was told to stop.</summary>
    public Task Stopped => _stopped.Task;

    public PlanOptions? Options { get; private set; }

    public Action<PlanProgress>? Progress { get; private set; }

    public Exception? Fault { get; init; }

    /// <summary>Lets all searches end, those to come included.</summary>
    public ScriptedSearch Go()
    {
        _go.Set();
        return this;
    }

    public Plan Find(string engine, Park park, Scenario? scenario, PlanOptions options, Action<PlanProgress>? onProgress, CancellationToken stop, CancellationToken giveUp)
    {
        (Options, Progress) = (options, onProgress);
        Interlocked.Increment(ref _count);
        onProgress?.Invoke(new PlanProgress("baseline", null, null, null, TimeSpan.Zero));
        _began.TrySetResult();
        if (Fault is { } fault)
            throw fault;
        if (WaitHandle.WaitAny([_go.WaitHandle, stop.WaitHandle], options.TimeLimit ?? TimeSpan.FromMinutes(1)) == 1)
            _stopped.TrySetResult();
        return new Plan { ParkId = park.Id, Outcome = Outcome.Feasible };
    }
}
