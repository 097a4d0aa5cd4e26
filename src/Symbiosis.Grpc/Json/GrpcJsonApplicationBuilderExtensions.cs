using Microsoft.AspNetCore.Builder;

namespace Grpc.Json;

/// <summary>Serves calls in JSON.</summary>
public static class GrpcJsonApplicationBuilderExtensions
{
    /// <summary>
    /// Serves every unary and server-streaming method to <c>POST /package.Service/Method</c> with <c>application/json</c>. Has to come after routing and
    /// CORS and before authentication and the endpoints, so that a refused caller is told in JSON too; the body is read only when the method asks for it.
    /// </summary>
    public static IApplicationBuilder UseGrpcJson(this IApplicationBuilder builder, Action<GrpcJsonOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new GrpcJsonOptions();
        configure?.Invoke(options);
        var middleware = new GrpcJsonMiddleware(options);
        return builder.Use(next => context => middleware.InvokeAsync(context, next));
    }
}
