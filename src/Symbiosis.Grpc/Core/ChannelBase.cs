namespace Grpc.Core;

/// <summary>Connections to one server.</summary>
public abstract class ChannelBase(string target)
{
    /// <summary>The server.</summary>
    public string Target { get; } = target;

    /// <summary>Makes calls over this channel.</summary>
    public abstract CallInvoker CreateCallInvoker();

    /// <summary>Ends the channel and its calls.</summary>
    public Task ShutdownAsync() => ShutdownAsyncCore();

    /// <summary>See <see cref="ShutdownAsync"/>.</summary>
    protected virtual Task ShutdownAsyncCore() => Task.CompletedTask;
}
