namespace Grpc.AspNetCore.Server.Calls;

/// <summary>The calls that are running, so that they can be ended when the application stops.</summary>
internal sealed class RunningCalls
{
    private readonly Lock _lock = new();
    private readonly HashSet<HttpServerCall> _calls = [];
    private bool _isClosed;

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _calls.Count;
        }
    }

    /// <summary>Lists a call; false: no new calls are taken.</summary>
    public bool TryAdd(HttpServerCall call)
    {
        lock (_lock)
            return !_isClosed && _calls.Add(call);
    }

    /// <summary>Strikes a call off; one that was never listed does no harm.</summary>
    public void Remove(HttpServerCall call)
    {
        lock (_lock)
            _calls.Remove(call);
    }

    /// <summary>From now on no calls are taken.</summary>
    public void Close()
    {
        lock (_lock)
            _isClosed = true;
    }

    /// <summary>Ends calls with UNAVAILABLE.</summary>
    /// <param name="streamsOnly">Whether calls that stream neither way go on.</param>
    /// <returns>How many were ended.</returns>
    public int End(bool streamsOnly)
    {
        HttpServerCall[] calls;
        lock (_lock)
            calls = [.. _calls.Where(call => !streamsOnly || call.Settings.IsStreaming)];
        foreach (var call in calls)
            call.EndForShutdown();
        return calls.Length;
    }
}
