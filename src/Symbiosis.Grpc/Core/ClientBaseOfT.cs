namespace Grpc.Core;

/// <summary>Base of generated clients that know their own type.</summary>
public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    /// <summary>For test doubles: no call works.</summary>
    protected ClientBase()
    {
    }

    /// <summary>Calls over a channel.</summary>
    protected ClientBase(ChannelBase channel)
        : base(channel)
    {
    }

    /// <summary>Calls by an invoker.</summary>
    protected ClientBase(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    /// <summary>Calls as configured.</summary>
    protected ClientBase(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    /// <summary>A client that calls the server by another name.</summary>
    public T WithHost(string host) => NewInstance(new ClientBaseConfiguration(Configuration.UndecoratedCallInvoker, host));

    /// <summary>Creates another one.</summary>
    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
