using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Symbiosis.Server.Configuration;
using Symbiosis.Server.Security;

namespace Symbiosis.Server.Hosting;

/// <summary>The ports. Cleartext cannot negotiate HTTP/2, so it takes two: one for HTTP/1.1, one for gRPC; TLS needs one for both.</summary>
internal sealed class Listeners(SymbiosisOptions options, CertificateFiles? certificates)
{
    // Frame heads and trailers of a message that is as large as it may be.
    private const int BodyMarginByteCount = 64 * 1024;
    private static readonly TimeSpan s_handshakeTime = TimeSpan.FromSeconds(10);

    private readonly List<(Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions Port, string Purpose)> _ports = [];

    /// <summary>Where the server listens, once it has started: address and what for.</summary>
    public IReadOnlyList<(string Address, string Purpose)> Addresses =>
        [.. _ports.Select(port => ($"{(options.Tls.IsOn ? "https" : "http")}://{port.Port.IPEndPoint}", port.Purpose))];

    /// <summary>Opens the ports and sets the limits of connections.</summary>
    public void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.UseGrpcDefaults();
        kestrel.Limits.MaxConcurrentConnections = options.Limits.Connections;
        kestrel.Limits.RequestHeadersTimeout = options.Limits.HeadersTime;
        kestrel.Limits.MaxRequestBodySize = ((long)options.Limits.MessageMb << 20) + BodyMarginByteCount;

        var address = options.Listen.ParseAddress() ?? IPAddress.Loopback;
        if (certificates is null)
        {
            kestrel.Listen(address, options.Listen.HttpPort, port => Add(port, HttpProtocols.Http1, "JSON, gRPC-Web, health over HTTP/1.1"));
            kestrel.Listen(address, options.Listen.GrpcPort, port => Add(port, HttpProtocols.Http2, "gRPC over HTTP/2 without TLS"));
            return;
        }

        kestrel.Listen(address, options.Listen.TlsPort, port =>
        {
            Add(port, HttpProtocols.Http1AndHttp2, "gRPC, gRPC-Web, JSON, health over TLS");
            port.UseHttps(new TlsHandshakeCallbackOptions
            {
                HandshakeTimeout = s_handshakeTime,
                OnConnection = _ => ValueTask.FromResult(certificates.ForHandshake()),
            });
        });
    }

    private void Add(Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions port, HttpProtocols protocols, string purpose)
    {
        port.Protocols = protocols;
        _ports.Add((port, purpose));
    }
}
