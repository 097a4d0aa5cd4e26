using System.Net;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Symbiosis.Server.Hosting;
using Symbiosis.Server.Partners;
using Symbiosis.Server.Solving;

namespace Symbiosis.Server.Tests.Hosting;

/// <summary>The real server on free ports of loopback, with a real client. What it logs as an error fails whoever looks at <see cref="Log"/>.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestServer(WebApplication app, LogMemory log)
    {
        (_app, Log) = (app, log);
        var addresses = app.Services.GetRequiredService<Listeners>().Addresses;
        HttpAddress = new Uri(addresses[0].Address);
        GrpcAddress = new Uri(addresses[^1].Address);
        Channel = GrpcChannel.ForAddress(GrpcAddress, new GrpcChannelOptions { MaxReceiveMessageSize = null, MaxRetryAttempts = 0 });
        Http = new HttpClient { BaseAddress = HttpAddress, Timeout = TimeSpan.FromSeconds(60) };
    }

    public Uri HttpAddress { get; }

    public Uri GrpcAddress { get; }

    public GrpcChannel Channel { get; }

    public HttpClient Http { get; }

    public LogMemory Log { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts it.</summary>
    /// <param name="settings">Settings under section Symbiosis, as <c>Listen:Address=127.0.0.1</c>.</param>
    /// <param name="findPlan">Searches in place of an engine; null: the real one.</param>
    /// <param name="explainPair">Explains in place of an engine; null: the real one.</param>
    /// <param name="findPartners">Looks for partners; null: the real one.</param>
    public static async Task<TestServer> StartAsync(
        IEnumerable<string>? settings = null, PlanSearch? findPlan = null, PairSearch? explainPair = null, PartnerFinding? findPartners = null)
    {
        string[] ports = ["Listen:HttpPort=0", "Listen:GrpcPort=0", "Listen:TlsPort=0"];
        var log = new LogMemory();
        var app = ServerApplication.Build([.. ports.Concat(settings ?? []).Select(setting => $"--Symbiosis:{setting}")], TimeProvider.System, services =>
        {
            services.AddSingleton<ILoggerProvider>(log);
            services.Configure<LoggerFilterOptions>(filter => filter.Rules.Insert(0, new LoggerFilterRule(typeof(LogMemory).FullName, null, LogLevel.Trace, null)));
            if (findPlan is not null)
                services.AddSingleton(findPlan);
            if (explainPair is not null)
                services.AddSingleton(explainPair);
            if (findPartners is not null)
                services.AddSingleton(findPartners);
        });
        await app.StartAsync();
        return new TestServer(app, log);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>As SIGTERM does.</summary>
    public Task StopAsync() => _app.StopAsync();

    /// <summary>A client of one HTTP version without certificates' checks, for TLS tests.</summary>
    public static HttpClient ClientOf(Uri address, SocketsHttpHandler handler) =>
        new(handler) { BaseAddress = address, DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower };

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Channel.Dispose();
        await _app.DisposeAsync();
    }
}
