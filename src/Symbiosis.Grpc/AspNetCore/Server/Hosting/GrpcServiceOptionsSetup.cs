using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server.Hosting;

/// <summary>Gives a service's options the global ones to begin with.</summary>
internal sealed class GrpcServiceOptionsSetup<TService>(IOptions<GrpcServiceOptions> global) : IConfigureOptions<GrpcServiceOptions<TService>>
    where TService : class
{
    /// <inheritdoc/>
    public void Configure(GrpcServiceOptions<TService> options) => options.CopyFrom(global.Value);
}
