using System.Diagnostics.CodeAnalysis;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>
/// An interceptor's type. Each call takes it from the container where it is registered there; otherwise it is made for the call and disposed after it.
/// </summary>
public class InterceptorRegistration
{
    private readonly Lazy<ObjectFactory> _factory;
    private readonly object[] _arguments;

    internal InterceptorRegistration([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type, object[] arguments)
    {
        Type = type;
        _arguments = arguments;
        _factory = new(() => ActivatorUtilities.CreateFactory(type, [.. arguments.Select(argument => argument.GetType())]));
    }

    /// <summary>The interceptor's type.</summary>
    public Type Type { get; }

    /// <summary>Constructor arguments that the container does not give.</summary>
    public IReadOnlyList<object> Arguments => _arguments;

    /// <summary>The interceptor for one call.</summary>
    /// <param name="services">The call's services.</param>
    /// <param name="isOwned">Whether it has to be disposed after the call.</param>
    internal Interceptor Resolve(IServiceProvider services, out bool isOwned)
    {
        isOwned = false;
        if (_arguments.Length == 0 && services.GetService(Type) is Interceptor registered)
            return registered;
        isOwned = true;
        return (Interceptor)_factory.Value(services, _arguments);
    }
}
