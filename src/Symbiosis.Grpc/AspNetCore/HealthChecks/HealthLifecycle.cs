using Grpc.HealthCheck;
using Microsoft.Extensions.Hosting;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>All mapped services serve from the start of the server, and none from the moment it begins to stop.</summary>
internal sealed class HealthLifecycle(HealthServiceImpl health, MappedServiceNames names, IHostApplicationLifetime lifetime) : IHostedLifecycleService
{
    private CancellationTokenRegistration _stopping;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        // The last to register is told first: health has to say so before calls are refused.
        _stopping = lifetime.ApplicationStopping.Register(health.Shutdown);
        foreach (var name in names.All().Append(""))
            health.SetStatus(name, ServingStatus.Serving);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        health.Shutdown();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        _stopping.Dispose();
        return Task.CompletedTask;
    }
}
