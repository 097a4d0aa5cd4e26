using System.Diagnostics.CodeAnalysis;
using Grpc.AspNetCore.Server.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server.Binding;

/// <summary>What all services of an application share; <c>AddGrpc</c> registers it.</summary>
internal sealed class GrpcServer(IServiceProvider services, IServiceCollection registrations, IOptions<GrpcServiceOptions> options, ILoggerFactory loggerFactory, RunningCalls calls)
{
    private readonly ILogger _logger = loggerFactory.CreateLogger("Grpc.AspNetCore.Server");
    private readonly TimeProvider _timeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System;
    private readonly HashSet<string> _serviceNames = new(StringComparer.Ordinal);
    private bool _hasUnknownServiceEndpoint;

    /// <summary>Maps the methods of a service.</summary>
    public IReadOnlyList<IEndpointConventionBuilder> Map<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TService>(IEndpointRouteBuilder endpoints)
        where TService : class
    {
        var serviceOptions = OptionsOf<TService>();
        var encodings = new Encodings(serviceOptions.CompressionProviders);
        var binder = new EndpointBinder<TService>(endpoints, ActivatorOf<TService>(), method =>
        {
            _serviceNames.Add(method.ServiceName);
            return new CallSettings(method, serviceOptions, encodings, _timeProvider, calls, _logger);
        });
        ServiceBinding.Bind(typeof(TService), binder);
        if (!_hasUnknownServiceEndpoint && options.Value.IgnoreUnknownServices != true)
        {
            _hasUnknownServiceEndpoint = true;
            new UnknownServiceEndpoint(_serviceNames).Map(endpoints);
        }

        return binder.Builders;
    }

    private ServiceActivator<TService> ActivatorOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TService>()
        where TService : class
    {
        var registration = registrations.LastOrDefault(registration => registration.ServiceType == typeof(TService) && !registration.IsKeyedService);
        return new(registration?.Lifetime == ServiceLifetime.Singleton ? new Lazy<TService>(services.GetRequiredService<TService>) : null);
    }

    private GrpcServiceOptions OptionsOf<TService>()
        where TService : class =>
        services.GetServices<IConfigureOptions<GrpcServiceOptions<TService>>>().Any()
            ? services.GetRequiredService<IOptions<GrpcServiceOptions<TService>>>().Value
            : options.Value;
}
