using System.Net;
using Grpc.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Symbiosis.Grpc.TestHost;

/// <summary>A running host of the test services on loopback.</summary>
public sealed class TestHostApplication : IAsyncDisposable
{
    private readonly WebApplication _application;

    private TestHostApplication(WebApplication application, TestHostOptions options)
    {
        _application = application;

        // Kestrel lists its addresses in the order in which it was told to listen.
        Ports = [.. application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address).Port)];
        var ports = new Queue<int>(Ports);
        H2cPort = options.H2cPort is null ? 0 : ports.Dequeue();
        TlsPort = options.TlsPort is null ? 0 : ports.Dequeue();
        Http1Port = options.Http1Port is null ? 0 : ports.Dequeue();
    }

    /// <summary>Port of cleartext HTTP/2; 0: none.</summary>
    public int H2cPort { get; }

    /// <summary>Port of TLS; 0: none.</summary>
    public int TlsPort { get; }

    /// <summary>Port of cleartext HTTP/1.1; 0: none.</summary>
    public int Http1Port { get; }

    /// <summary>All ports: those above, then those that the options' <see cref="TestHostOptions.ConfigureKestrel"/> added.</summary>
    public IReadOnlyList<int> Ports { get; }

    /// <summary>What the handlers of <see cref="ProbeService"/> went through.</summary>
    public ProbeLedger Ledger => _application.Services.GetRequiredService<ProbeLedger>();

    /// <summary>The host's services.</summary>
    public IServiceProvider Services => _application.Services;

    /// <summary>Starts a host and waits until it listens.</summary>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<TestHostApplication> StartAsync(TestHostOptions? options = null)
    {
        options ??= new TestHostOptions();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        options.ConfigureLogging?.Invoke(builder.Logging);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Listen(kestrel, options));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ProbeLedger>();
        builder.Services.AddGrpc(grpc =>
        {
            grpc.ResponseCompressionAlgorithm = "gzip";
            options.ConfigureGrpc?.Invoke(grpc);
        });
        builder.Services.AddGrpcHealthChecks();
        builder.Services.AddGrpcReflection();
        options.ConfigureServices?.Invoke(builder.Services);

        var application = builder.Build();
        application.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        if (options.UseJson)
            application.UseGrpcJson();
        application.MapGrpcService<InteropTestService>();
        application.MapGrpcService<ProbeService>();
        application.MapGrpcHealthChecksService();
        application.MapGrpcReflectionService();
        options.ConfigureApplication?.Invoke(application);
        await application.StartAsync().ConfigureAwait(false);
        return new TestHostApplication(application, options);
    }

    /// <summary>Begins the graceful end and waits for it.</summary>
    public Task StopAsync() => _application.StopAsync();

    /// <summary>Waits until the process is asked to end.</summary>
    public Task WaitForShutdownAsync() => _application.WaitForShutdownAsync(CancellationToken.None);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static void Listen(KestrelServerOptions kestrel, TestHostOptions options)
    {
        kestrel.UseGrpcDefaults();
        if (options.H2cPort is { } h2cPort)
            kestrel.Listen(IPAddress.Loopback, h2cPort, listen => listen.Protocols = HttpProtocols.Http2);
        if (options.TlsPort is { } tlsPort)
        {
            kestrel.Listen(IPAddress.Loopback, tlsPort, listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.UseHttps(TestCertificate.Obtain(options));
            });
        }

        if (options.Http1Port is { } http1Port)
            kestrel.Listen(IPAddress.Loopback, http1Port, listen => listen.Protocols = HttpProtocols.Http1);
        options.ConfigureKestrel?.Invoke(kestrel);
    }
}
