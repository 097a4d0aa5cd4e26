using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server.Binding;

/// <summary>Gives each call its service: the registered one, else a new one that is disposed after the call.</summary>
internal static class ServiceActivator<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TService>
    where TService : class
{
    private static readonly Lazy<ObjectFactory<TService>> s_factory = new(static () => ActivatorUtilities.CreateFactory<TService>([]));

    /// <summary>The service.</summary>
    /// <param name="services">The call's services.</param>
    /// <param name="isOwned">Whether <see cref="ReleaseAsync"/> has to be called after the call.</param>
    public static TService Resolve(IServiceProvider services, out bool isOwned)
    {
        var registered = services.GetService<TService>();
        isOwned = registered is null;
        return registered ?? s_factory.Value(services, []);
    }

    /// <summary>Disposes a service that was made for the call.</summary>
    public static ValueTask ReleaseAsync(object service)
    {
        if (service is IAsyncDisposable asyncDisposable)
            return asyncDisposable.DisposeAsync();
        (service as IDisposable)?.Dispose();
        return default;
    }
}
