using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Routing;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Full names of the services that have endpoints.</summary>
internal sealed class MappedServiceNames(EndpointDataSource endpoints)
{
    public IReadOnlyCollection<string> All() =>
        [.. endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.ServiceName).OfType<string>().Distinct()];
}
