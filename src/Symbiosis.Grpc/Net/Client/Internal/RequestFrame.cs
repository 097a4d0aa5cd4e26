using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

/// <summary>One request message on its way. Its memory goes back to the pool when nobody needs it any more; all members are for <see cref="RequestStream"/>, under its lock.</summary>
internal sealed class RequestFrame(PooledBufferWriter bytes, bool flush)
{
    private TaskCompletionSource? _taken;
    private Exception? _failure;
    private bool _isTaken;
    private int _userCount = 1;

    /// <summary>Header and payload.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes.WrittenMemory;

    /// <summary>Whether it has to leave at once.</summary>
    public bool Flush => flush;

    /// <summary>One more that needs the memory.</summary>
    public void AddUser() => _userCount++;

    /// <summary>One fewer that needs the memory.</summary>
    public void RemoveUser()
    {
        if (--_userCount == 0)
            bytes.Dispose();
    }

    /// <summary>The transport took it.</summary>
    public void SetTaken()
    {
        _isTaken = true;
        _taken?.TrySetResult();
    }

    /// <summary>No transport will take it.</summary>
    public void SetFailed(Exception exception)
    {
        if (_isTaken)
            return;
        _failure = exception;
        _taken?.TrySetException(exception);
    }

    /// <summary>Done when the transport took it.</summary>
    public Task TakenAsync()
    {
        if (_isTaken)
            return Task.CompletedTask;
        if (_failure is not null)
            return Task.FromException(_failure);
        _taken ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _taken.Task;
    }
}
