using Grpc.Core;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Many requests, many responses.</summary>
internal sealed class DuplexStreamingCallHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse> invoke, CallSettings settings)
    : CallHandler<TRequest, TResponse>(method, settings)
    where TRequest : class
    where TResponse : class
{
    /// <inheritdoc/>
    protected override async Task ServeAsync(HttpServerCall call)
    {
        await invoke(
            new RequestStream<TRequest>(call, Method.RequestMarshaller, Check), new ResponseStream<TResponse>(call, Method.ResponseMarshaller), call);
        await call.CompleteAsync();
    }
}
