using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Symbiosis.Server.Hosting;

/// <summary>Healthy while the engine can be started.</summary>
internal sealed class EngineHealthCheck(EngineProbe probe) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(probe.Fault is { } fault ? HealthCheckResult.Unhealthy(fault) : HealthCheckResult.Healthy());
}
