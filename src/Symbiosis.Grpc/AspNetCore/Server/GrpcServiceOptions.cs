using System.IO.Compression;
using Grpc.Net.Compression;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server;

/// <summary>How services are served. Set globally by <c>AddGrpc</c>, for one service by <c>AddServiceOptions</c>.</summary>
public class GrpcServiceOptions
{
    internal const int DefaultMaxReceiveMessageSize = 4 * 1024 * 1024;
    internal const int DefaultMaxMessageElementCount = 2_000_000;

    /// <summary>Largest message taken from a client, bytes after decompression; null: no limit.</summary>
    /// <value>4 MiB.</value>
    public int? MaxReceiveMessageSize { get; set; } = DefaultMaxReceiveMessageSize;

    /// <summary>Largest message sent, bytes before compression; null: no limit.</summary>
    /// <value>Null.</value>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>Most sub-messages and unpacked repeated entries in one incoming message; null: no limit. Not an option of the original.</summary>
    /// <value>2,000,000. Ten megabytes of empty messages become more than three hundred in memory.</value>
    public int? MaxMessageElementCount { get; set; } = DefaultMaxMessageElementCount;

    /// <summary>Whether clients are told the text of a handler's exceptions.</summary>
    /// <value>False.</value>
    public bool? EnableDetailedErrors { get; set; }

    /// <summary>Encoding of responses, where the client accepts it; null: responses are not compressed.</summary>
    /// <value>Null.</value>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>How hard to compress; null: the provider's default.</summary>
    /// <value>Null.</value>
    public CompressionLevel? ResponseCompressionLevel { get; set; }

    /// <summary>The encodings understood besides identity.</summary>
    /// <value>gzip and deflate.</value>
    public IList<ICompressionProvider> CompressionProviders { get; set; } =
        [.. MessageCompression.CreateDefaultProviders()];

    /// <summary>Stand between a call and its handler, the first outermost; a service's own come after the global ones.</summary>
    public InterceptorCollection Interceptors { get; } = [];

    /// <summary>Whether calls to unknown services and methods are passed on instead of being answered UNIMPLEMENTED.</summary>
    /// <value>False.</value>
    public bool? IgnoreUnknownServices { get; set; }

    /// <summary>
    /// How long open streams may go on once the application stops; then they end with UNAVAILABLE. At most four fifths of the host's own limit are used,
    /// so that the end is said before the connections are cut. Not an option of the original.
    /// </summary>
    /// <value>10 s.</value>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Bytes of trailers; what does not fit is left out. Clients on the C core refuse answers with more than 8 KB of metadata, so a service that sends more
    /// has to know its clients. Not an option of the original, which sends all.
    /// </summary>
    /// <value>8 KB.</value>
    public int MaxTrailersSize { get; set; } = 8 * 1024;

    /// <summary>Takes over another's settings.</summary>
    internal void CopyFrom(GrpcServiceOptions other)
    {
        MaxReceiveMessageSize = other.MaxReceiveMessageSize;
        MaxSendMessageSize = other.MaxSendMessageSize;
        MaxMessageElementCount = other.MaxMessageElementCount;
        EnableDetailedErrors = other.EnableDetailedErrors;
        ResponseCompressionAlgorithm = other.ResponseCompressionAlgorithm;
        ResponseCompressionLevel = other.ResponseCompressionLevel;
        CompressionProviders = [.. other.CompressionProviders];
        IgnoreUnknownServices = other.IgnoreUnknownServices;
        DrainTimeout = other.DrainTimeout;
        MaxTrailersSize = other.MaxTrailersSize;
        foreach (var registration in other.Interceptors)
            Interceptors.Add(registration);
    }
}

/// <summary>How one service is served; what is not set is as in the global options.</summary>
/// <typeparam name="TService">The service.</typeparam>
public class GrpcServiceOptions<TService> : GrpcServiceOptions
    where TService : class
{
}
