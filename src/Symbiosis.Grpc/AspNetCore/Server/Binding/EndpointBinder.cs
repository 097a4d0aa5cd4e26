using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Grpc.AspNetCore.Server.Calls;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Grpc.AspNetCore.Server.Binding;

/// <summary>Receives the methods of a service and maps an endpoint for each.</summary>
/// <typeparam name="TService">The class that implements the service.</typeparam>
internal sealed class EndpointBinder<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicMethods)] TService>(
    IEndpointRouteBuilder endpoints, ServiceActivator<TService> activator, Func<IMethod, CallSettings> settingsFor) : ServiceBinderBase
    where TService : class
{
    /// <summary>The endpoints mapped so far.</summary>
    public List<IEndpointConventionBuilder> Builders { get; } = [];

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var (settings, implementation) = Prepare(method, typeof(TRequest), typeof(ServerCallContext));
        var call = implementation.CreateDelegate<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>();
        var invoke = InterceptorPipeline.Wrap(settings.Options.Interceptors, new UnaryServerMethod<TRequest, TResponse>(async (request, context) =>
        {
            var service = activator.Resolve(context, out var isOwned);
            try
            {
                return await call(service, request, context);
            }
            finally
            {
                if (isOwned)
                    await ServiceActivator<TService>.ReleaseAsync(service);
            }
        }));
        Map(method, implementation, new UnaryCallHandler<TRequest, TResponse>(method, invoke, settings).HandleAsync);
    }

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var (settings, implementation) = Prepare(method, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext));
        var call = implementation.CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>>>();
        var invoke = InterceptorPipeline.Wrap(settings.Options.Interceptors, new ClientStreamingServerMethod<TRequest, TResponse>(async (requests, context) =>
        {
            var service = activator.Resolve(context, out var isOwned);
            try
            {
                return await call(service, requests, context);
            }
            finally
            {
                if (isOwned)
                    await ServiceActivator<TService>.ReleaseAsync(service);
            }
        }));
        Map(method, implementation, new ClientStreamingCallHandler<TRequest, TResponse>(method, invoke, settings).HandleAsync);
    }

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var (settings, implementation) = Prepare(method, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var call = implementation.CreateDelegate<Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        var invoke = InterceptorPipeline.Wrap(settings.Options.Interceptors, new ServerStreamingServerMethod<TRequest, TResponse>(async (request, responses, context) =>
        {
            var service = activator.Resolve(context, out var isOwned);
            try
            {
                await call(service, request, responses, context);
            }
            finally
            {
                if (isOwned)
                    await ServiceActivator<TService>.ReleaseAsync(service);
            }
        }));
        Map(method, implementation, new ServerStreamingCallHandler<TRequest, TResponse>(method, invoke, settings).HandleAsync);
    }

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var (settings, implementation) = Prepare(
            method, typeof(IAsyncStreamReader<TRequest>), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var call = implementation.CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        var invoke = InterceptorPipeline.Wrap(settings.Options.Interceptors, new DuplexStreamingServerMethod<TRequest, TResponse>(async (requests, responses, context) =>
        {
            var service = activator.Resolve(context, out var isOwned);
            try
            {
                await call(service, requests, responses, context);
            }
            finally
            {
                if (isOwned)
                    await ServiceActivator<TService>.ReleaseAsync(service);
            }
        }));
        Map(method, implementation, new DuplexStreamingCallHandler<TRequest, TResponse>(method, invoke, settings).HandleAsync);
    }

    private (CallSettings Settings, MethodInfo Implementation) Prepare(IMethod method, params Type[] parameterTypes)
    {
        var implementation = typeof(TService).GetMethod(method.Name, BindingFlags.Public | BindingFlags.Instance, parameterTypes)
            ?? throw new InvalidOperationException($"{typeof(TService)} has no method for {method.FullName}.");
        return (settingsFor(method), implementation);
    }

    private void Map(IMethod method, MethodInfo implementation, RequestDelegate handler)
    {
        // No HTTP method in the pattern: beside the endpoint for unknown services it would turn another method into 404 instead of 405.
        var builder = endpoints.Map(method.FullName, handler).WithDisplayName($"gRPC - {method.FullName}");
        // As with controllers, attributes of the method come after those of its class, so that they win.
        builder.WithMetadata([
            new GrpcMethodMetadata(typeof(TService), method),
            .. typeof(TService).GetCustomAttributes(inherit: true),
            .. implementation.GetCustomAttributes(inherit: true),
        ]);
        Builders.Add(builder);
    }
}
