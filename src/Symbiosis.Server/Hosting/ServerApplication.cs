using Grpc.HealthCheck;
using Grpc.Json;
using Grpc.Reflection;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Logging.Console;
using Symbiosis.Api;
using Symbiosis.Server.Catalog;
using Symbiosis.Server.Configuration;
using Symbiosis.Server.Heat;
using Symbiosis.Server.Observing;
using Symbiosis.Server.Optimizing;
using Symbiosis.Server.Partners;
using Symbiosis.Server.Security;
using Symbiosis.Server.Solving;
using Symbiosis.V1;

namespace Symbiosis.Server.Hosting;

/// <summary>The server as a program.</summary>
internal static class ServerApplication
{
    private const string ConfigSwitch = "--config";
    private static readonly TimeSpan s_afterDrain = TimeSpan.FromSeconds(2.5);

    /// <summary>Runs until told to end.</summary>
    public static async Task<ExitCode> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        WebApplication app;
        try
        {
            app = Build(args, TimeProvider.System);
        }
        catch (Exception fault) when (fault is OptionsException or FileNotFoundException or InvalidDataException or FormatException)
        {
            await error.WriteLineAsync($"The server cannot start with these settings:{Environment.NewLine}{fault.Message}");
            return ExitCode.BadInput;
        }

        await using (app)
        {
            try
            {
                await app.StartAsync();
            }
            catch (IOException fault) when (fault.InnerException is AddressInUseException)
            {
                await error.WriteLineAsync($"{fault.Message} Another program listens there. End it, or choose other ports: --Symbiosis:Listen:HttpPort=0 --Symbiosis:Listen:GrpcPort=0 takes free ones.");
                return ExitCode.BadInput;
            }
            catch (Exception fault) when (fault is System.Net.Sockets.SocketException or IOException)
            {
                await error.WriteLineAsync($"The server cannot listen at {app.Services.GetRequiredService<SymbiosisOptions>().Listen.Address}: {fault.Message}");
                return ExitCode.BadInput;
            }

            await output.WriteAsync(StartText.Write(app.Services.GetRequiredService<Listeners>(), app.Services.GetRequiredService<SymbiosisOptions>()));
            await output.FlushAsync();
            await app.WaitForShutdownAsync();
        }

        return ExitCode.Ok;
    }

    /// <summary>Puts the server together; nothing listens yet.</summary>
    /// <param name="args">Command line: <c>--config FILE</c> and settings as <c>--Symbiosis:Listen:HttpPort=0</c>.</param>
    /// <param name="time">Clock.</param>
    /// <param name="replace">Replaces services, for tests.</param>
    /// <exception cref="OptionsException">The settings cannot be used.</exception>
    public static WebApplication Build(string[] args, TimeProvider time, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = WithoutConfig(args, out var file), ContentRootPath = AppContext.BaseDirectory });
        if (file is not null)
            builder.Configuration.AddJsonFile(Path.GetFullPath(file), optional: false);
        var options = OptionsReading.Read(builder.Configuration);
        SetUpLogging(builder.Logging, options.Telemetry);

        // Files are watched from before the host's own loggers exist; this one lives as long as they do.
        var logger = new LateLogger();
        var certificates = options.Tls.IsOn ? new CertificateFiles(options.Tls, time, logger) : null;
        var listeners = new Listeners(options, certificates);
        builder.Services.AddSymbiosis(options, time, logger);
        builder.Services.AddSingleton(listeners);
        if (certificates is not null)
            builder.Services.AddSingleton(_ => certificates);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = (options.Limits.DrainTime * 1.25) + s_afterDrain);
        builder.Services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = [.. options.AllowedHosts() is { Count: > 0 } hosts ? hosts : ["*"]]);
        builder.WebHost.ConfigureKestrel(listeners.Configure);
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        logger.Become(app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Symbiosis.Server"));
        Map(app, options);
        return app;
    }

    private static void Map(WebApplication app, SymbiosisOptions options)
    {
        app.UseMiddleware<SecurityHeaders>();
        if (options.Listen.Origins.Count > 0)
            app.UseCors();
        app.UseMiddleware<ErrorRoom>();
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.UseGrpcJson(json =>
        {
            (json.MaxRequestBodySize, json.MaxElementCount) = (options.Limits.MessageMb << 20, options.Limits.ElementCount);
            foreach (var type in new[] { OptimizeRequest.Descriptor, ExplainRequest.Descriptor, TargetRequest.Descriptor, FindPartnersRequest.Descriptor })
                json.AddRequestReader(type, body => JsonReading.Read(body, type, options.Limits.ElementCount));
        });
        app.UseMiddleware<CallLogMiddleware>();
        app.UseMiddleware<AdmissionMiddleware>();

        app.MapGrpcService<OptimizationCalls>().WithMetadata(AccessRule.Needs(Scopes.Optimize));
        app.MapGrpcService<HeatCalls>().WithMetadata(AccessRule.Needs(Scopes.Heat));
        app.MapGrpcService<CatalogCalls>().WithMetadata(AccessRule.Needs(Scopes.CatalogRead));
        app.MapGrpcService<PartnerCalls>().WithMetadata(AccessRule.Needs(Scopes.Partners));
        app.MapGrpcService<HealthServiceImpl>().WithMetadata(AccessRule.Open);
        if (options.AllowsReflection())
        {
            app.MapGrpcService<ReflectionV1ServiceImpl>().WithMetadata(AccessRule.AnyCaller);
            app.MapGrpcService<ReflectionServiceImpl>().WithMetadata(AccessRule.AnyCaller);
        }

        app.MapGrpcOpenApi(configure: document => (document.Title, document.DescriptorSet) = ("Symbiosis", ProtoDescriptors.Open));
        app.MapHealthPages();
        app.MapGet("/", (Listeners listeners) => Results.Text(StartText.Write(listeners, options)));

        var queue = app.Services.GetRequiredService<SolveQueue>();
        app.Lifetime.ApplicationStopping.Register(() => app.Logger.Stopping(queue.RunningCount, queue.WaitingCount));
    }

    private static void SetUpLogging(ILoggingBuilder logging, TelemetryOptions options)
    {
        logging.ClearProviders();
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);

        // A start that fails is told in a sentence; what is left is a background task that died.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        // Its lines on calls repeat the server's own, and quote requests.
        logging.AddFilter("Grpc", LogLevel.Warning);

        // It calls an engine that is still starting an error; the probe says what matters.
        logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        if (options.LogFormat == "json")
            logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        else
            logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.UseUtcTimestamp) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ ", true));
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static string[] WithoutConfig(string[] args, out string? file)
    {
        var at = Array.IndexOf(args, ConfigSwitch);
        file = at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
        return at < 0 ? args : [.. args[..at], .. args[Math.Min(args.Length, at + 2)..]];
    }
}
