using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

/// <summary>
/// The request messages of one call, for all its attempts. Until the call is committed to an attempt the frames are kept and every attempt sends them from the first on;
/// afterwards a frame is dropped as soon as the transport took it, but for a single one: the HTTP handler may send it anew where a server refused it. One writer at a time.
/// </summary>
/// <param name="retryBuffer">Bounds what is kept for retries.</param>
/// <param name="isSingle">Whether there is one message only.</param>
/// <param name="isRetried">Whether there may be several attempts.</param>
internal sealed class RequestStream(RetryBuffer retryBuffer, bool isSingle, bool isRetried)
{
    private readonly Lock _lock = new();
    private readonly List<RequestFrame> _frames = [];

    // Index of _frames[0] among all frames of the call: those before it were dropped.
    private int _droppedCount;

    // Frames that the newest sender gave to the transport, dropped ones included.
    private int _sentCount;
    private long _keptByteCount;
    private bool _isCommitted = !isRetried;
    private bool _isComplete;
    private bool _isEnded;
    private int _senderNumber;
    private Exception? _sendFailure;
    private TaskCompletionSource? _changed;

    /// <summary>Whether no other attempt can follow, because messages were dropped or the server answered.</summary>
    public bool IsCommitted
    {
        get
        {
            lock (_lock)
                return _isCommitted;
        }
    }

    private bool IsEnded
    {
        get
        {
            lock (_lock)
                return _isEnded;
        }
    }

    /// <summary>How often a body was begun. It is not before the headers have left.</summary>
    public int SenderCount
    {
        get
        {
            lock (_lock)
                return _senderNumber;
        }
    }

    /// <summary>Hands a message over; done when the transport took it. It owns the bytes from now on.</summary>
    public Task WriteAsync(PooledBufferWriter bytes, bool flush)
    {
        var frame = Add(bytes, flush);
        lock (_lock)
            return frame.TakenAsync();
    }

    /// <summary>Hands a message over and does not wait. It owns the bytes from now on.</summary>
    public RequestFrame Add(PooledBufferWriter bytes, bool flush)
    {
        var frame = new RequestFrame(bytes, flush);
        TaskCompletionSource? changed;
        lock (_lock)
        {
            if (_isEnded || (_isCommitted && _sendFailure is not null))
            {
                frame.SetFailed(_sendFailure ?? new OperationCanceledException("The call is over."));
                frame.RemoveUser();
                return frame;
            }

            Keep(frame);
            changed = TakeChanged();
        }

        // Outside the lock: the sender goes on inside this call, so the common case needs no other thread.
        changed?.TrySetResult();
        return frame;
    }

    /// <summary>No more messages follow.</summary>
    public void Complete()
    {
        TaskCompletionSource? changed;
        lock (_lock)
        {
            _isComplete = true;
            changed = TakeChanged();
        }

        changed?.TrySetResult();
    }

    /// <summary>No other attempt will follow.</summary>
    public void Commit()
    {
        lock (_lock)
            CommitLocked();
    }

    /// <summary>The call is over: senders stop and waiting writers fail.</summary>
    public void End()
    {
        TaskCompletionSource? changed;
        lock (_lock)
        {
            if (_isEnded)
                return;
            _isEnded = true;
            retryBuffer.Release(_keptByteCount);
            _keptByteCount = 0;
            foreach (var frame in _frames)
            {
                frame.SetFailed(_sendFailure ?? new OperationCanceledException("The call is over."));
                frame.RemoveUser();
            }

            _droppedCount += _frames.Count;
            _frames.Clear();
            changed = TakeChanged();
        }

        changed?.TrySetResult();
    }

    /// <summary>Body of an attempt: sends all messages until the last. The HTTP handler may start it anew on another connection.</summary>
    public async Task SendAsync(Stream stream, CancellationToken cancellationToken)
    {
        int number;
        lock (_lock)
        {
            number = ++_senderNumber;
            _sendFailure = null;
            _sentCount = 0;
        }

        try
        {
            // Else the headers would wait for the first message.
            if (!isSingle)
                await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            for (var index = 0; await NextAsync(number, index).ConfigureAwait(false) is { } frame; index++)
                await SendAsync(stream, frame, number, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(number, exception);

            // The handler takes a body's fault for the request's, even where the server had enough and has already answered; so one that it caused itself is kept from it.
            if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested && !IsEnded)
                return;
            throw;
        }
    }

    private async Task SendAsync(Stream stream, RequestFrame frame, int senderNumber, CancellationToken cancellationToken)
    {
        var isTaken = false;
        try
        {
            await stream.WriteAsync(frame.Bytes, cancellationToken).ConfigureAwait(false);
            if (frame.Flush)
                await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            isTaken = true;
        }
        finally
        {
            lock (_lock)
            {
                frame.RemoveUser();
                if (isTaken && senderNumber == _senderNumber)
                {
                    frame.SetTaken();
                    _sentCount++;
                    DropSentLocked();
                }
            }
        }
    }

    /// <summary>The frame with that index, in use by the caller; null: there are no more.</summary>
    private async ValueTask<RequestFrame?> NextAsync(int senderNumber, int index)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_isEnded || senderNumber != _senderNumber)
                    throw new OperationCanceledException("The call goes on without this request.");
                if (index < _droppedCount)
                    throw new IOException("The request cannot be sent again: its first messages are no longer kept.");
                if (index - _droppedCount < _frames.Count)
                {
                    var frame = _frames[index - _droppedCount];
                    frame.AddUser();
                    return frame;
                }

                if (_isComplete)
                    return null;
                _changed ??= new TaskCompletionSource();
                changed = _changed.Task;
            }

            // Not cancelled by the handler: the response tells what happened, and the call's end comes here too.
            await changed.ConfigureAwait(false);
        }
    }

    private void Keep(RequestFrame frame)
    {
        if (!_isCommitted)
        {
            if (retryBuffer.TryKeep(frame.Bytes.Length, _keptByteCount))
                _keptByteCount += frame.Bytes.Length;
            else
                CommitLocked();
        }

        _frames.Add(frame);
    }

    private void CommitLocked()
    {
        if (_isCommitted)
            return;
        _isCommitted = true;
        retryBuffer.Release(_keptByteCount);
        _keptByteCount = 0;
        DropSentLocked();
        if (_sendFailure is not null)
            FailWaiting(_sendFailure);
    }

    private void Fail(int senderNumber, Exception exception)
    {
        lock (_lock)
        {
            if (senderNumber != _senderNumber)
                return;
            _sendFailure = exception;
            if (_isCommitted)
                FailWaiting(exception);
        }
    }

    private void FailWaiting(Exception exception)
    {
        foreach (var frame in _frames)
            frame.SetFailed(exception);
    }

    private void DropSentLocked()
    {
        if (!_isCommitted || isSingle)
            return;
        while (_droppedCount < _sentCount && _frames.Count > 0)
        {
            _frames[0].RemoveUser();
            _frames.RemoveAt(0);
            _droppedCount++;
        }
    }

    private TaskCompletionSource? TakeChanged()
    {
        var changed = _changed;
        _changed = null;
        return changed;
    }
}
