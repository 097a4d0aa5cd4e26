namespace Grpc.Core;

/// <summary>How a channel is secured.</summary>
public class ChannelCredentials
{
    private ChannelCredentials(bool isSecure, CallCredentials? callCredentials)
    {
        IsSecure = isSecure;
        CallCredentials = callCredentials;
    }

    /// <summary>No TLS.</summary>
    public static ChannelCredentials Insecure { get; } = new(false, null);

    /// <summary>TLS with the machine's trusted roots.</summary>
    public static ChannelCredentials SecureSsl { get; } = new(true, null);

    /// <summary>Whether it is TLS.</summary>
    internal bool IsSecure { get; }

    /// <summary>Credentials added to every call.</summary>
    internal CallCredentials? CallCredentials { get; }

    /// <summary>Adds credentials to every call of the channel.</summary>
    public static ChannelCredentials Create(ChannelCredentials channelCredentials, CallCredentials callCredentials)
    {
        ArgumentNullException.ThrowIfNull(channelCredentials);
        return new ChannelCredentials(
            channelCredentials.IsSecure,
            channelCredentials.CallCredentials is { } existing ? CallCredentials.Compose(existing, callCredentials) : callCredentials);
    }
}
