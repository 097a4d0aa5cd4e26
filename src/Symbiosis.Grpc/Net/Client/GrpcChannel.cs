using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Grpc.Net.Client.Internal;
using Grpc.Net.Compression;
using Grpc.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Grpc.Net.Client;

/// <summary>
/// Connections to one server, for many calls at once; made once and kept, for they are dear. <c>http</c> means HTTP/2 without TLS, <c>https</c> with it. Safe for all threads.
/// </summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    // Pings only while calls run, as gRPC proposal A8 asks of clients; a dead peer is noticed within 80 s.
    private static readonly TimeSpan KeepAlivePingDelay = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan KeepAlivePingTimeout = TimeSpan.FromSeconds(20);

    private readonly Uri _address;
    private readonly GrpcChannelOptions _options;
    private readonly HttpMessageInvoker _http;
    private readonly bool _disposesHttp;
    private readonly ConcurrentDictionary<IMethod, MethodSettings> _settings = [];
    private readonly ConcurrentDictionary<GrpcCall, byte> _calls = [];
    private volatile bool _isDisposed;

    private GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        _address = address;
        _options = options;
        var isTls = address.Scheme == Uri.UriSchemeHttps;
        CheckCredentials(options.Credentials, isTls, address.Scheme);
        CallCredentials = options.Credentials?.CallCredentials;
        MaySendCredentials = isTls || options.UnsafeUseInsecureChannelCallCredentials;
        CompressionProviders = (options.CompressionProviders ?? [.. MessageCompression.CreateDefaultProviders()]).ToDictionary(provider => provider.EncodingName);
        AcceptedEncodings = string.Join(',', CompressionProviders.Keys.Prepend(MessageCompression.Identity));
        RetryBuffer = new RetryBuffer(options.MaxRetryBufferSize, options.MaxRetryBufferPerCallSize);
        RetryThrottle = new RetryThrottle(options.ServiceConfig?.RetryThrottling);
        Log = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger<GrpcChannel>();
        (_http, _disposesHttp) = CreateHttp(options);
    }

    internal IReadOnlyDictionary<string, ICompressionProvider> CompressionProviders { get; }

    internal string AcceptedEncodings { get; }

    internal RetryBuffer RetryBuffer { get; }

    internal RetryThrottle RetryThrottle { get; }

    internal CallCredentials? CallCredentials { get; }

    internal bool MaySendCredentials { get; }

    internal ILogger Log { get; }

    internal int? MaxSendMessageSize => _options.MaxSendMessageSize;

    internal int? MaxReceiveMessageSize => _options.MaxReceiveMessageSize;

    internal bool ThrowOperationCanceledOnCancellation => _options.ThrowOperationCanceledOnCancellation;

    internal TimeSpan InitialReconnectBackoff => _options.InitialReconnectBackoff;

    internal TimeSpan MaxReconnectBackoff => _options.MaxReconnectBackoff ?? TimeSpan.MaxValue;

    internal Version HttpVersion => _options.HttpVersion ?? System.Net.HttpVersion.Version20;

    internal HttpVersionPolicy HttpVersionPolicy => _options.HttpVersionPolicy ?? HttpVersionPolicy.RequestVersionExact;

    internal TimeProvider TimeProvider => _options.TimeProvider;

    internal Func<double> NextRandom => _options.NextRandom;

    /// <summary>Calls running now.</summary>
    internal int CallCount => _calls.Count;

    /// <summary>Creates a channel with default options. It connects at the first call.</summary>
    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>Creates a channel. It connects at the first call.</summary>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) => ForAddress(new Uri(address), channelOptions);

    /// <summary>Creates a channel with default options. It connects at the first call.</summary>
    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>Creates a channel. It connects at the first call.</summary>
    /// <param name="address">Scheme (http or https), host and port; a path does not count.</param>
    /// <param name="channelOptions">Not to be changed afterwards.</param>
    /// <exception cref="ArgumentException">The address or an option is not valid.</exception>
    /// <exception cref="InvalidOperationException">Options contradict each other or the address.</exception>
    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(channelOptions);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            throw new ArgumentException($"The address '{address}' does not begin with http:// or https://.", nameof(address));
        if (channelOptions.HttpClient is not null && channelOptions.HttpHandler is not null)
            throw new ArgumentException("HttpClient and HttpHandler have been configured. Only one HTTP caller can be specified.", nameof(channelOptions));
        return new GrpcChannel(address, channelOptions);
    }

    /// <inheritdoc/>
    public override CallInvoker CreateCallInvoker()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return new HttpCallInvoker(this);
    }

    /// <summary>Cancels the calls that run and closes the connections; later calls throw <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        foreach (var call in _calls.Keys)
            call.Dispose();
        if (_disposesHttp)
            _http.Dispose();
    }

    internal MethodSettings SettingsOf(IMethod method) =>
        _settings.GetOrAdd(method, static (key, channel) => MethodSettings.Create(channel._address, key, channel._options.ServiceConfig, channel._options.MaxRetryAttempts), this);

    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _http is HttpClient client
        ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
        : _http.SendAsync(request, cancellationToken);

    internal void Add(GrpcCall call)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _calls.TryAdd(call, 0);

        // Disposal may have missed it.
        if (_isDisposed)
            call.Dispose();
    }

    internal void Remove(GrpcCall call) => _calls.TryRemove(call, out _);

    /// <inheritdoc/>
    protected override Task ShutdownAsyncCore()
    {
        Dispose();
        return Task.CompletedTask;
    }

    private static void CheckCredentials(ChannelCredentials? credentials, bool isTls, string scheme)
    {
        if (credentials is null || credentials.IsSecure == isTls)
            return;
        throw new InvalidOperationException(credentials.IsSecure
            ? $"Channel is configured with secure channel credentials and can't use a HttpClient with a '{scheme}' scheme."
            : $"Channel is configured with insecure channel credentials and can't use a HttpClient with a '{scheme}' scheme.");
    }

    private static (HttpMessageInvoker Http, bool Disposes) CreateHttp(GrpcChannelOptions options)
    {
        if (options.HttpClient is { } client)
            return (client, options.DisposeHttpClient);
        if (options.HttpHandler is SocketsHttpHandler sockets)
            ServerCertificateCheck.AddTo(sockets);
        if (options.HttpHandler is { } handler)
            return (new HttpMessageInvoker(handler, options.DisposeHttpClient), options.DisposeHttpClient);
        return (new HttpMessageInvoker(CreateDefaultHandler(), disposeHandler: true), true);
    }

    private static SocketsHttpHandler CreateDefaultHandler()
    {
        var handler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            KeepAlivePingDelay = KeepAlivePingDelay,
            KeepAlivePingTimeout = KeepAlivePingTimeout,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
        };
        ServerCertificateCheck.AddTo(handler);
        return handler;
    }
}
