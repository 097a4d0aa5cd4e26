using Grpc.Core;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Many requests, one response.</summary>
internal sealed class ClientStreamingCallHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse> invoke, CallSettings settings)
    : CallHandler<TRequest, TResponse>(method, settings)
    where TRequest : class
    where TResponse : class
{
    /// <inheritdoc/>
    protected override async Task ServeAsync(HttpServerCall call)
    {
        var response = await invoke(new RequestStream<TRequest>(call, Method.RequestMarshaller, Check), call);
        await call.CompleteAsync(response, Method.ResponseMarshaller);
    }
}
