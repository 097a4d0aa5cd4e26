namespace Grpc.Core;

/// <summary>Base of generated clients.</summary>
public abstract class ClientBase
{
    private readonly ClientBaseConfiguration _configuration;

    /// <summary>For test doubles: no call works.</summary>
    protected ClientBase()
        : this(new UnimplementedCallInvoker())
    {
    }

    /// <summary>Calls over a channel.</summary>
    protected ClientBase(ChannelBase channel)
        : this((channel ?? throw new ArgumentNullException(nameof(channel))).CreateCallInvoker())
    {
    }

    /// <summary>Calls by an invoker.</summary>
    protected ClientBase(CallInvoker callInvoker)
        : this(new ClientBaseConfiguration(callInvoker, null))
    {
    }

    /// <summary>Calls as configured.</summary>
    protected ClientBase(ClientBaseConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _configuration = configuration;
    }

    /// <summary>Makes the calls.</summary>
    protected CallInvoker CallInvoker => _configuration.ConfiguredCallInvoker;

    internal ClientBaseConfiguration Configuration => _configuration;

    /// <summary>How a client makes its calls.</summary>
    protected internal class ClientBaseConfiguration
    {
        internal ClientBaseConfiguration(CallInvoker callInvoker, string? host)
        {
            ArgumentNullException.ThrowIfNull(callInvoker);
            UndecoratedCallInvoker = callInvoker;
            Host = host;
        }

        internal CallInvoker UndecoratedCallInvoker { get; }

        internal string? Host { get; }

        internal CallInvoker ConfiguredCallInvoker => Host is null ? UndecoratedCallInvoker : new HostCallInvoker(UndecoratedCallInvoker, Host);
    }
}
