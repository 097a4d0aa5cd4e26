using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Symbiosis.Grpc.TestHost;

/// <summary>Where the host listens and what it adds. Ports: 0 picks a free one, null does not listen.</summary>
public sealed record TestHostOptions
{
    /// <summary>Cleartext HTTP/2. Default: any.</summary>
    public int? H2cPort { get; init; } = 0;

    /// <summary>TLS with HTTP/2 and HTTP/1.1. Default: none.</summary>
    public int? TlsPort { get; init; }

    /// <summary>Cleartext HTTP/1.1. Default: none.</summary>
    public int? Http1Port { get; init; }

    /// <summary>Folder that gets <c>ca.pem</c>, <c>server.pem</c> and <c>server.key</c>; null: they are not written.</summary>
    public string? CertificateFolder { get; init; }

    /// <summary>PEM of a server certificate in place of one made at start.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>PEM of its key.</summary>
    public string? KeyPath { get; init; }

    /// <summary>Whether methods take plain JSON too. Default: true.</summary>
    public bool UseJson { get; init; } = true;

    /// <summary>Changes the gRPC options.</summary>
    public Action<GrpcServiceOptions>? ConfigureGrpc { get; init; }

    /// <summary>Changes Kestrel's, after the gRPC defaults and the ports above.</summary>
    public Action<KestrelServerOptions>? ConfigureKestrel { get; init; }

    /// <summary>Adds services.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }

    /// <summary>Adds logging; without it nothing is logged.</summary>
    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }

    /// <summary>Maps more endpoints.</summary>
    public Action<WebApplication>? ConfigureApplication { get; init; }
}
