using System.Net;
using Grpc.Json;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Symbiosis.Grpc.Tests.Web;

/// <summary>A server on loopback that serves the same services in every way: HTTP/1.1 on one port, cleartext HTTP/2 on another.</summary>
internal sealed class EdgeHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Uri[] _addresses;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, ResponseDrainTimeout = TimeSpan.Zero }) { Timeout = TimeSpan.FromSeconds(30) };

    private GrpcChannel? _channel;

    private EdgeHost(WebApplication application)
    {
        _application = application;
        _addresses = [.. application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address))];
    }

    public EdgeService Service => _application.Services.GetRequiredService<EdgeService>();

    /// <summary>A channel for plain gRPC; made at the first use.</summary>
    public GrpcChannel Channel => _channel ??= GrpcChannel.ForAddress(Http2);

    public IServiceProvider Services => _application.Services;

    public Uri Http1 => _addresses[0];

    public Uri Http2 => _addresses[1];

    public static async Task<EdgeHost> StartAsync(
        Action<IServiceCollection>? services = null, Action<WebApplication>? first = null, Action<WebApplication>? last = null, Action<GrpcJsonOptions>? json = null,
        Action<GrpcWebOptions>? web = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddSingleton<EdgeService>();
        builder.Services.AddGrpc(options => options.ResponseCompressionAlgorithm = "gzip");
        builder.Services.AddGrpcReflection();
        builder.Services.AddGrpcHealthChecks();
        builder.Services.AddCors();
        services?.Invoke(builder.Services);

        var application = builder.Build();
        var webOptions = new GrpcWebOptions { DefaultEnabled = true };
        web?.Invoke(webOptions);
        application.UseRouting();
        first?.Invoke(application);
        application.UseGrpcWeb(webOptions);
        application.UseGrpcJson(json);
        application.MapGrpcService<EdgeService>();
        application.MapGrpcHealthChecksService();
        application.MapGrpcReflectionService();
        last?.Invoke(application);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new EdgeHost(application);
    }

    /// <summary>Posts a body; the answer's headers are read, its body is not.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content, string contentType, bool http2 = false, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(http2 ? Http2 : Http1, path))
        {
            Version = http2 ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        content.Headers.TryAddWithoutValidation("content-type", contentType);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return SendAsync(request);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    /// <summary>Begins the graceful end.</summary>
    public Task StopAsync() => _application.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _channel?.Dispose();
        await _application.DisposeAsync();
    }
}
