using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Kestrel for gRPC.</summary>
public static class GrpcKestrelExtensions
{
    /// <summary>Calls that one connection may have open.</summary>
    public const int MaxStreamsPerConnection = 1000;

    /// <summary>Most bytes of a request's headers.</summary>
    public const int MaxHeadersSize = 16 * 1024;

    /// <summary>
    /// Sets the limits that suit gRPC: <see cref="MaxStreamsPerConnection"/> calls on a connection, <see cref="MaxHeadersSize"/> bytes of headers, and a ping
    /// after 45 s of silence with 20 s for its answer, so that calls of dead clients end.
    /// </summary>
    public static KestrelServerOptions UseGrpcDefaults(this KestrelServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Limits.MaxRequestHeadersTotalSize = MaxHeadersSize;
        options.Limits.Http2.MaxRequestHeaderFieldSize = MaxHeadersSize;
        options.Limits.Http2.MaxStreamsPerConnection = MaxStreamsPerConnection;
        options.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(45);
        options.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
        return options;
    }
}
