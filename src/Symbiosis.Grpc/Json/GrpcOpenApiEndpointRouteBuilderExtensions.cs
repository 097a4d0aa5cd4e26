using System.Text;
using Grpc.Json.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.Json;

/// <summary>Maps the OpenAPI document.</summary>
public static class GrpcOpenApiEndpointRouteBuilderExtensions
{
    /// <summary>Maps an OpenAPI 3.1 document of all methods that can be called in JSON. It is made at the first request and kept.</summary>
    public static IEndpointConventionBuilder MapGrpcOpenApi(
        this IEndpointRouteBuilder builder, string pattern = "/openapi.json", Action<GrpcOpenApiOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new GrpcOpenApiOptions();
        configure?.Invoke(options);
        var document = new Lazy<byte[]>(() => Write(builder.ServiceProvider.GetRequiredService<EndpointDataSource>(), options));
        return builder.MapGet(pattern, (HttpContext context) =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = document.Value.Length;
            return context.Response.Body.WriteAsync(document.Value, context.RequestAborted).AsTask();
        }).ExcludeFromDescription();
    }

    private static byte[] Write(EndpointDataSource endpoints, GrpcOpenApiOptions options)
    {
        using var set = options.DescriptorSet?.Invoke();
        var services = ServiceDescriptors.All(endpoints).Where(service => !options.ExcludedServices.Contains(service.FullName));
        var document = new DocumentBuilder(options, ProtoComments.Read(set)).Build(services);
        options.Adjust?.Invoke(document);
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }
}
