using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server.Binding;

/// <summary>Gives each call its service: the registered one, else a new one that is disposed after the call.</summary>
/// <param name="singleton">Where the service is registered for the whole application: it. Such calls need no scope of services of their own.</param>
internal sealed class ServiceActivator<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TService>(Lazy<TService>? singleton)
    where TService : class
{
    private readonly Lazy<ObjectFactory<TService>> _factory = new(static () => ActivatorUtilities.CreateFactory<TService>([]));

    /// <summary>The service for a call.</summary>
    /// <param name="context">The call.</param>
    /// <param name="isOwned">Whether <see cref="ReleaseAsync"/> has to be called after the call.</param>
    public TService Resolve(ServerCallContext context, out bool isOwned)
    {
        isOwned = false;
        if (singleton is not null)
            return singleton.Value;
        var services = context.GetHttpContext().RequestServices;
        if (services.GetService<TService>() is { } registered)
            return registered;
        isOwned = true;
        return _factory.Value(services, []);
    }

    /// <summary>Disposes a service that was made for the call.</summary>
    public static ValueTask ReleaseAsync(TService service)
    {
        if (service is IAsyncDisposable asyncDisposable)
            return asyncDisposable.DisposeAsync();
        (service as IDisposable)?.Dispose();
        return default;
    }
}
