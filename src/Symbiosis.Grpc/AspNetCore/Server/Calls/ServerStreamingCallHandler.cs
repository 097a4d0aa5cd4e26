using Grpc.Core;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>One request, many responses.</summary>
internal sealed class ServerStreamingCallHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse> invoke, CallSettings settings)
    : CallHandler<TRequest, TResponse>(method, settings)
    where TRequest : class
    where TResponse : class
{
    /// <inheritdoc/>
    protected override async Task ServeAsync(HttpServerCall call)
    {
        var request = await call.ReadSingleAsync(Method.RequestMarshaller, Check);
        await invoke(request, new ResponseStream<TResponse>(call, Method.ResponseMarshaller), call);
        await call.CompleteAsync();
    }
}
