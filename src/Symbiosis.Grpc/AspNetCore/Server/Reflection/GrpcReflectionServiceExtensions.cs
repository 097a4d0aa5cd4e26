using Grpc.AspNetCore.Server.Reflection;
using Grpc.Reflection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the reflection services.</summary>
public static class GrpcReflectionServiceExtensions
{
    /// <summary>Adds the reflection services. They answer for all services that are mapped, themselves included.</summary>
    public static IServiceCollection AddGrpcReflection(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<MappedSchema>();
        services.TryAddSingleton(provider => Create(provider, static schema => new ReflectionV1ServiceImpl(schema.Services, schema.Symbols)));
        services.TryAddSingleton(provider => Create(provider, static schema => new ReflectionServiceImpl(schema.Services, schema.Symbols)));
        return services;
    }

    private static T Create<T>(IServiceProvider provider, Func<MappedSchema, T> create) => create(provider.GetRequiredService<MappedSchema>());
}
