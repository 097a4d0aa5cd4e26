using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>Starts a server with <see cref="ScriptedTestService"/>.</summary>
internal static class ScriptedApplication
{
    public static Task<GrpcApplication> StartAsync(
        ScriptedTestService.Script script,
        Action<GrpcServiceOptions>? configure = null,
        Action<IServiceCollection, IGrpcServerBuilder>? register = null) =>
        GrpcApplication.StartAsync(
            application => application.MapGrpcService<ScriptedTestService>(),
            configure,
            (services, grpc) =>
            {
                services.AddSingleton(script);
                register?.Invoke(services, grpc);
            });
}
