using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Symbiosis.Api.Errors;
using Symbiosis.Planning;
using Symbiosis.Planning.Explaining;
using Symbiosis.Planning.Partners;
using Symbiosis.Planning.Partners.Typical;
using Symbiosis.Server.Catalog;
using Symbiosis.Server.Configuration;
using Symbiosis.Server.Faults;
using Symbiosis.Server.Observing;
using Symbiosis.Server.Paging;
using Symbiosis.Server.Partners;
using Symbiosis.Server.Security;
using Symbiosis.Server.Solving;

namespace Symbiosis.Server.Hosting;

/// <summary>What the server is made of.</summary>
internal static class ServiceSetup
{
    private const int SecretByteCount = 32;
    private static readonly TimeSpan s_healthDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_healthPeriod = TimeSpan.FromSeconds(5);
    private static readonly string[] s_exposedHeaders = ["grpc-status", "grpc-message", "grpc-status-details-bin", "grpc-encoding", "grpc-accept-encoding"];

    /// <summary>Adds everything but the ports.</summary>
    /// <exception cref="OptionsException">A file that the options name cannot be used.</exception>
    public static void AddSymbiosis(this IServiceCollection services, SymbiosisOptions options, TimeProvider time, ILogger logger)
    {
        var (limits, solving) = (options.Limits, options.Solving);
        services.AddSingleton(options);
        services.AddSingleton(time);
        services.AddSingleton(_ => new SolveQueue(solving.EffectiveSearchCount(), solving.QueueLimit, solving.QueueLimitPerCaller, time));
        services.AddSingleton(_ => new HeldBytes((long)limits.HeldMb << 20));
        services.AddSingleton<ReadingGate>();
        services.AddSingleton(_ => new EngineShelf(solving));
        services.AddSingleton<PlanSearch>(provider =>
        {
            var engines = provider.GetRequiredService<EngineShelf>();
            return (name, park, scenario, plan, onProgress, stop, giveUp) =>
                engines.Use(name, engine => new Planner(engine).Plan(park, scenario, plan, onProgress, stop), giveUp);
        });

        services.AddSingleton<PairSearch>(provider =>
        {
            var engines = provider.GetRequiredService<EngineShelf>();
            return (name, park, scenario, question, plan, stop, giveUp) =>
                engines.Use(name, engine => new PairExplainer(engine).Explain(park, scenario, question, plan, stop), giveUp);
        });

        var keys = new ApiKeyBook(options.ApiKeys, time, logger);
        services.AddSingleton(_ => keys);
        services.AddSingleton<Authenticator>();
        services.AddSingleton(_ => new CallLimiter(limits));
        services.AddTokens(options.Jwt, time, logger);

        var shelf = CatalogueShelf.Read(options.Catalog.Folder ?? Path.Combine(AppContext.BaseDirectory, "catalogue"));
        services.AddSingleton(shelf);
        services.AddSingleton(new PageTokens(options.Catalog.PageTokenSecret is { } secret
            ? SHA256.HashData(Encoding.UTF8.GetBytes(secret))
            : RandomNumberGenerator.GetBytes(SecretByteCount)));

        var parks = new ParkShelf(options.Partners, time, logger);
        services.AddSingleton(_ => parks);
        services.AddSingleton(new ReadyShelf(options.Partners.CacheCount, (long)options.Partners.CacheMb << 20));
        var typical = TypicalValues.Of(shelf.Files);
        services.AddSingleton<PartnerFinding>(_ => known => new PartnerFinder(PartnerIndex.Build(known, typical)).Find);

        services.AddSingleton<ServerMeters>();
        services.AddHostedService(_ => new TelemetryExport(options.Telemetry));
        services.AddSingleton<EngineProbe>();
        services.AddHostedService(provider => provider.GetRequiredService<EngineProbe>());

        services.AddCors(cors => cors.AddDefaultPolicy(policy =>
            policy.WithOrigins([.. options.Listen.Origins]).WithMethods("POST").AllowAnyHeader().WithExposedHeaders(s_exposedHeaders)));
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = limits.MessageMb << 20;
            grpc.MaxMessageElementCount = limits.ElementCount;
            grpc.DrainTimeout = limits.DrainTime;

            // RichErrors keeps to what the client can read.
            grpc.MaxTrailersSize = 2 * RichErrors.LargestMaxByteCount;
            grpc.Interceptors.Add<FaultInterceptor>();
        });
        services.AddGrpcReflection();
        services.Configure<HealthCheckPublisherOptions>(publisher => (publisher.Delay, publisher.Period) = (s_healthDelay, s_healthPeriod));
        services.AddGrpcHealthChecks()
            .AddCheck<EngineHealthCheck>("engine")
            .AddCheck("catalogue", () => shelf.Items.Count > 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
    }
}
