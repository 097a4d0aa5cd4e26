namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Which of the process's health checks say how which service is.</summary>
public sealed class GrpcHealthChecksOptions
{
    /// <summary>
    /// One mapping for each name. The empty name begins with all checks; <see cref="ServiceMappingCollection.Map"/> replaces that. A mapped gRPC service
    /// without a mapping of its own follows the empty name's.
    /// </summary>
    public ServiceMappingCollection Services { get; } = new();
}
