namespace Grpc.Core;

/// <summary>A call as its handler sees it.</summary>
public abstract class ServerCallContext
{
    /// <summary>Path of the method: <c>/service/method</c>.</summary>
    public string Method => MethodCore;

    /// <summary>Name under which the client called the server.</summary>
    public string Host => HostCore;

    /// <summary>The client's address: <c>ipv4:127.0.0.1:1234</c>, <c>ipv6:[::1]:1234</c>.</summary>
    public string Peer => PeerCore;

    /// <summary>When the call has to be over, UTC; <see cref="DateTime.MaxValue"/>: never.</summary>
    public DateTime Deadline => DeadlineCore;

    /// <summary>The client's metadata, without those of the protocol.</summary>
    public Metadata RequestHeaders => RequestHeadersCore;

    /// <summary>Fires when the client gives up, its connection is lost, the deadline passes or the server aborts the call.</summary>
    public CancellationToken CancellationToken => CancellationTokenCore;

    /// <summary>Metadata at the end; add before the handler returns.</summary>
    public Metadata ResponseTrailers => ResponseTrailersCore;

    /// <summary>How the call ends where the handler does not throw.</summary>
    public Status Status
    {
        get => StatusCore;
        set => StatusCore = value;
    }

    /// <summary>Wishes for the messages that follow.</summary>
    public WriteOptions? WriteOptions
    {
        get => WriteOptionsCore;
        set => WriteOptionsCore = value;
    }

    /// <summary>What the transport proved about the client.</summary>
    public AuthContext AuthContext => AuthContextCore;

    /// <summary>For interceptors and the handler to pass things along.</summary>
    public IDictionary<object, object> UserState => UserStateCore;

    /// <summary>See <see cref="Method"/>.</summary>
    protected abstract string MethodCore { get; }

    /// <summary>See <see cref="Host"/>.</summary>
    protected abstract string HostCore { get; }

    /// <summary>See <see cref="Peer"/>.</summary>
    protected abstract string PeerCore { get; }

    /// <summary>See <see cref="Deadline"/>.</summary>
    protected abstract DateTime DeadlineCore { get; }

    /// <summary>See <see cref="RequestHeaders"/>.</summary>
    protected abstract Metadata RequestHeadersCore { get; }

    /// <summary>See <see cref="CancellationToken"/>.</summary>
    protected abstract CancellationToken CancellationTokenCore { get; }

    /// <summary>See <see cref="ResponseTrailers"/>.</summary>
    protected abstract Metadata ResponseTrailersCore { get; }

    /// <summary>See <see cref="Status"/>.</summary>
    protected abstract Status StatusCore { get; set; }

    /// <summary>See <see cref="WriteOptions"/>.</summary>
    protected abstract WriteOptions? WriteOptionsCore { get; set; }

    /// <summary>See <see cref="AuthContext"/>.</summary>
    protected abstract AuthContext AuthContextCore { get; }

    /// <summary>See <see cref="UserState"/>.</summary>
    protected virtual IDictionary<object, object> UserStateCore => throw new NotImplementedException();

    /// <summary>Sends the headers now instead of with the first message.</summary>
    /// <exception cref="InvalidOperationException">They were sent.</exception>
    public Task WriteResponseHeadersAsync(Metadata responseHeaders) => WriteResponseHeadersAsyncCore(responseHeaders);

    /// <summary>See <see cref="WriteResponseHeadersAsync"/>.</summary>
    protected abstract Task WriteResponseHeadersAsyncCore(Metadata responseHeaders);
}
