namespace Grpc.Core.Interceptors;

/// <summary>A call on its way through client interceptors.</summary>
public readonly struct ClientInterceptorContext<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
    where TRequest : class
    where TResponse : class
{
    /// <summary>The method.</summary>
    public Method<TRequest, TResponse> Method { get; } = method;

    /// <summary>The server's name; null: the channel's.</summary>
    public string? Host { get; } = host;

    /// <summary>What is asked of the call.</summary>
    public CallOptions Options { get; } = options;
}
