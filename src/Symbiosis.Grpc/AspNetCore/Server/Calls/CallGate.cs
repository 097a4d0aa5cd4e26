namespace Grpc.AspNetCore.Server.Calls;

/// <summary>
/// Decides, once, how a call ends, and keeps the handler's writes apart from the end. Handler, deadline, client and shutdown race for it on different threads.
/// </summary>
internal sealed class CallGate
{
    private readonly Lock _lock = new();
    private CallOutcome _outcome;
    private bool _isWriting;
    private bool _isFinished;
    private TaskCompletionSource? _writeEnded;
    private TaskCompletionSource? _endSent;

    /// <summary>How the call ends; <see cref="CallOutcome.Open"/> while it runs.</summary>
    public CallOutcome Outcome
    {
        get
        {
            lock (_lock)
                return _outcome;
        }
    }

    /// <summary>Done when an end that did not come from the handler has been sent; completed where there is none.</summary>
    public Task EndSent
    {
        get
        {
            lock (_lock)
                return _endSent?.Task ?? Task.CompletedTask;
        }
    }

    /// <summary>Begins a write of the handler; false: the call is over.</summary>
    /// <exception cref="InvalidOperationException">Another write is going on.</exception>
    public bool TryBeginWrite()
    {
        lock (_lock)
        {
            if (_outcome != CallOutcome.Open)
                return false;
            if (_isWriting)
                throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
            _isWriting = true;
            return true;
        }
    }

    /// <summary>Ends a write of the handler.</summary>
    public void EndWrite()
    {
        TaskCompletionSource? waiting;
        lock (_lock)
        {
            _isWriting = false;
            waiting = _writeEnded;
        }

        waiting?.TrySetResult();
    }

    /// <summary>Claims the end.</summary>
    /// <param name="outcome">Who ends the call.</param>
    /// <param name="pendingWrite">Done when a write that had begun is over.</param>
    /// <returns>False: somebody else did.</returns>
    public bool TryClose(CallOutcome outcome, out Task pendingWrite)
    {
        lock (_lock)
        {
            pendingWrite = Task.CompletedTask;
            if (_outcome != CallOutcome.Open)
                return false;
            _outcome = outcome;
            if (_isWriting)
            {
                _writeEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
                pendingWrite = _writeEnded.Task;
            }

            if (outcome is CallOutcome.DeadlineExceeded or CallOutcome.Drained)
                _endSent = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return true;
        }
    }

    /// <summary>The end that was claimed has been sent.</summary>
    public void SetEndSent() => _endSent?.TrySetResult();

    /// <summary>From now on the request must not be touched.</summary>
    public void Finish()
    {
        lock (_lock)
            _isFinished = true;
    }

    /// <summary>Runs an action on a request that is certainly still there; nothing once <see cref="Finish"/> was called.</summary>
    public void RunUnlessFinished(Action action)
    {
        lock (_lock)
        {
            if (!_isFinished)
                action();
        }
    }
}
