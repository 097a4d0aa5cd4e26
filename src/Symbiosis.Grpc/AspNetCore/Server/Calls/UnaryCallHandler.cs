using Grpc.Core;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>One request, one response.</summary>
internal sealed class UnaryCallHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> invoke, CallSettings settings)
    : CallHandler<TRequest, TResponse>(method, settings)
    where TRequest : class
    where TResponse : class
{
    /// <inheritdoc/>
    protected override async Task ServeAsync(HttpServerCall call)
    {
        var request = await call.ReadSingleAsync(Method.RequestMarshaller, Check);
        var response = await invoke(request, call);
        await call.CompleteAsync(response, Method.ResponseMarshaller);
    }
}
