using Grpc.HealthCheck;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Carries the results of the process's health checks, whenever they are run, into the gRPC service.</summary>
internal sealed class GrpcHealthChecksPublisher(HealthServiceImpl health, MappedServiceNames names, IOptions<GrpcHealthChecksOptions> options) : IHealthCheckPublisher
{
    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        // A process without checks says by itself how it is.
        if (report.Entries.Count == 0) return Task.CompletedTask;
        var mappings = options.Value.Services.ByName;
        foreach (var name in mappings.Keys.Union(names.All()))
        {
            var predicate = mappings.GetValueOrDefault(name) ?? mappings[""];
            var isWell = report.Entries.All(entry =>
                entry.Value.Status != HealthStatus.Unhealthy || !predicate(new HealthCheckMapContext(entry.Key, entry.Value.Tags)));
            health.SetStatus(name, isWell ? ServingStatus.Serving : ServingStatus.NotServing);
        }

        return Task.CompletedTask;
    }
}
