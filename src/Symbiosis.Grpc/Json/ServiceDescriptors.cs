using System.Collections.Concurrent;
using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Grpc.Json;

/// <summary>Finds the schema of a mapped service: the generated base class names the type that has it.</summary>
internal static class ServiceDescriptors
{
    private static readonly ConcurrentDictionary<Type, ServiceDescriptor?> s_byType = new();

    /// <summary>The service's schema; null where the class was not generated from a proto.</summary>
    public static ServiceDescriptor? Of(Type serviceType) => s_byType.GetOrAdd(serviceType, Find);

    /// <summary>The method an endpoint serves; null where it serves none, or one without a schema.</summary>
    public static MethodDescriptor? MethodOf(Endpoint? endpoint)
    {
        if (endpoint?.Metadata.GetMetadata<GrpcMethodMetadata>() is not { } metadata) return null;
        var service = Of(metadata.ServiceType);
        return service?.FullName == metadata.Method.ServiceName ? service.FindMethodByName(metadata.Method.Name) : null;
    }

    /// <summary>The services of all endpoints, ordered by name.</summary>
    public static IReadOnlyList<ServiceDescriptor> All(EndpointDataSource endpoints) =>
        [.. endpoints.Endpoints.Select(MethodOf).OfType<MethodDescriptor>().Select(method => method.Service).Distinct()
            .OrderBy(service => service.FullName, StringComparer.Ordinal)];

    private static ServiceDescriptor? Find(Type serviceType)
    {
        var binding = serviceType.GetCustomAttribute<BindServiceMethodAttribute>(inherit: true);
        var property = binding?.BindType.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static);
        return property?.GetValue(null) as ServiceDescriptor;
    }
}
