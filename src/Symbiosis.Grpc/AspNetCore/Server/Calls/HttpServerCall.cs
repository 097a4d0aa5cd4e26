using System.Net;
using System.Net.Sockets;
using Grpc.AspNetCore.Server.Headers;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>A call over HTTP as its handler sees it. How it ends stands in <c>HttpServerCall.Ending.cs</c>, its messages in <c>HttpServerCall.Messages.cs</c>.</summary>
internal sealed partial class HttpServerCall(HttpContext httpContext, CallSettings settings)
    : ServerCallContext, IServerCallContextFeature, IReceivedMessageFeature, IHttpContextHolder
{
    private readonly CallGate _gate = new();
    private Metadata? _requestHeaders;
    private Metadata? _responseTrailers;
    private AuthContext? _authContext;
    private DateTime _deadline = DateTime.MaxValue;

    /// <inheritdoc/>
    public HttpContext HttpContext => httpContext;

    /// <summary>What it has in common with the method's other calls.</summary>
    public CallSettings Settings => settings;

    ServerCallContext IServerCallContextFeature.ServerCallContext => this;

    /// <inheritdoc/>
    protected override string MethodCore => settings.Method.FullName;

    /// <inheritdoc/>
    protected override string HostCore => httpContext.Request.Host.Value ?? "";

    /// <inheritdoc/>
    protected override string PeerCore
    {
        get
        {
            var connection = httpContext.Connection;
            return connection.RemoteIpAddress switch
            {
                null => "unknown",
                { AddressFamily: AddressFamily.InterNetwork } address => $"ipv4:{address}:{connection.RemotePort}",
                { IsIPv4MappedToIPv6: true } address => $"ipv4:{address.MapToIPv4()}:{connection.RemotePort}",
                var address => $"ipv6:{new IPEndPoint(address, connection.RemotePort)}",
            };
        }
    }

    /// <inheritdoc/>
    protected override DateTime DeadlineCore => _deadline;

    /// <inheritdoc/>
    protected override Metadata RequestHeadersCore => _requestHeaders ??= MetadataReading.Read(httpContext.Request.Headers);

    /// <inheritdoc/>
    protected override CancellationToken CancellationTokenCore => TokenSource().Token;

    /// <inheritdoc/>
    protected override Metadata ResponseTrailersCore => _responseTrailers ??= [];

    /// <inheritdoc/>
    protected override Status StatusCore { get; set; }

    /// <inheritdoc/>
    protected override WriteOptions? WriteOptionsCore { get; set; }

    /// <inheritdoc/>
    protected override AuthContext AuthContextCore => _authContext ??= ClientCertificates.ToAuthContext(httpContext.Connection.ClientCertificate);

    /// <inheritdoc/>
    protected override IDictionary<object, object> UserStateCore
    {
        get
        {
            httpContext.Items.TryAdd(IHttpContextHolder.Key, httpContext);
            return httpContext.Items!;
        }
    }
}
