using Grpc.AspNetCore.Server.Calls;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server.Hosting;

/// <summary>
/// Ends calls in order when the application stops. Kestrel alone sends GOAWAY, waits, and cuts what is still open without a word; here streams end with
/// UNAVAILABLE in their trailers before that, and short calls have nearly all of the host's time to finish.
/// </summary>
internal sealed class GrpcDrain(
    IHostApplicationLifetime lifetime, RunningCalls calls, IOptions<GrpcServiceOptions> options, IOptions<HostOptions> hostOptions, IServiceProvider services,
    ILoggerFactory loggerFactory) : IHostedService, IDisposable
{
    private const double ShareForStreams = 0.8;
    private const double ShareForAll = 0.9;

    private readonly ILogger _logger = loggerFactory.CreateLogger("Grpc.AspNetCore.Server");
    private readonly TimeProvider _timeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System;
    private CancellationTokenRegistration _registration;
    private ITimer? _streamsTimer;
    private ITimer? _allTimer;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _registration = lifetime.ApplicationStopping.Register(Begin);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        _registration.Dispose();
        _streamsTimer?.Dispose();
        _allTimer?.Dispose();
    }

    private void Begin()
    {
        calls.Close();
        var hostTime = hostOptions.Value.ShutdownTimeout;
        var streamTime = Least(options.Value.DrainTimeout, hostTime * ShareForStreams);
        var allTime = hostTime * ShareForAll;
        _logger.DrainBegun(calls.Count);
        _streamsTimer = _timeProvider.CreateTimer(_ => End(streamsOnly: true), null, streamTime, Timeout.InfiniteTimeSpan);
        _allTimer = _timeProvider.CreateTimer(_ => End(streamsOnly: false), null, allTime, Timeout.InfiniteTimeSpan);
    }

    private void End(bool streamsOnly)
    {
        var count = calls.End(streamsOnly);
        if (count > 0)
            _logger.DrainEnded(count);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
