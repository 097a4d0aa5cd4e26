using Grpc.Core;
using Grpc.Net.Client.Configuration;
using Grpc.Net.Compression;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client;

/// <summary>How a channel makes its calls.</summary>
public sealed class GrpcChannelOptions
{
    /// <value>TLS or not, and credentials of every call. Default: null, as the address says.</value>
    public ChannelCredentials? Credentials { get; set; }

    /// <value>Longest request message, bytes. Default: null, no limit.</value>
    public int? MaxSendMessageSize { get; set; }

    /// <value>Longest response message, bytes after decompression; null: no limit. Default: 4 MiB.</value>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <value>Attempts of a call that any <see cref="RetryPolicy"/> may ask for; null: no bound. Default: 5.</value>
    public int? MaxRetryAttempts { get; set; } = 5;

    /// <value>Requests kept for retries over all calls, bytes; null: no bound. What does not fit is not retried. Default: 16 MiB.</value>
    public long? MaxRetryBufferSize { get; set; } = 16 * 1024 * 1024;

    /// <value>Requests kept for retries of one call, bytes; null: no bound. Default: 1 MiB.</value>
    public long? MaxRetryBufferPerCallSize { get; set; } = 1024 * 1024;

    /// <value>Compressions that requests may use and responses may have. Default: null, gzip and deflate.</value>
    public IList<ICompressionProvider>? CompressionProviders { get; set; }

    /// <value>Gets the log. Default: null, none.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <value>
    /// Makes the HTTP requests; not together with <see cref="HttpHandler"/>. Its timeout covers the wait for response headers, so it is best infinite. Default: null.
    /// </value>
    public HttpClient? HttpClient { get; set; }

    /// <value>
    /// Makes the HTTP requests; client certificates and trusted roots are set on it. A <see cref="SocketsHttpHandler"/> without a check of certificates of its own gets one that
    /// wants the server's name among the subject alternative names. Default: null, a handler of the channel's own.
    /// </value>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <value>Whether the channel disposes the given client or handler. Its own handler it always disposes. Default: false.</value>
    public bool DisposeHttpClient { get; set; }

    /// <value>Whether a call that is cancelled, or reaches its deadline, throws <see cref="OperationCanceledException"/> instead of <see cref="RpcException"/>. Default: false.</value>
    public bool ThrowOperationCanceledOnCancellation { get; set; }

    /// <value>Whether credentials of calls are sent in clear text when the channel has no TLS. Default: false: they are left out, with a warning in the log.</value>
    public bool UnsafeUseInsecureChannelCallCredentials { get; set; }

    /// <value>Retries. Default: null, none.</value>
    public ServiceConfig? ServiceConfig { get; set; }

    /// <value>First wait of calls that wait for a connection, after one could not be made. Default: 1 s.</value>
    public TimeSpan InitialReconnectBackoff { get; set; } = TimeSpan.FromSeconds(1);

    /// <value>Longest such wait; null: no bound. Default: 120 s.</value>
    public TimeSpan? MaxReconnectBackoff { get; set; } = TimeSpan.FromSeconds(120);

    /// <value>Version of HTTP. Default: null, 2.0.</value>
    public Version? HttpVersion { get; set; }

    /// <value>Whether other versions are permitted. Default: null, no.</value>
    public HttpVersionPolicy? HttpVersionPolicy { get; set; }

    /// <value>The clock of deadlines and waits; tests set another.</value>
    internal TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <value>A number from 0 to below 1 for the next wait; tests set another.</value>
    internal Func<double> NextRandom { get; set; } = Random.Shared.NextDouble;
}
