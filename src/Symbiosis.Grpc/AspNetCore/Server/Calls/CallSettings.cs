using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>What all calls of a method have in common.</summary>
/// <param name="Method">The method.</param>
/// <param name="Options">The service's options.</param>
/// <param name="Encodings">Its encodings by name.</param>
/// <param name="TimeProvider">Clock of the deadlines.</param>
/// <param name="Calls">Where running calls are listed.</param>
/// <param name="Logger">The server's log.</param>
internal sealed record CallSettings(
    IMethod Method, GrpcServiceOptions Options, Encodings Encodings, TimeProvider TimeProvider, RunningCalls Calls, ILogger Logger)
{
    /// <summary>Whether the client sends a stream.</summary>
    public bool HasRequestStream { get; } = Method.Type is MethodType.ClientStreaming or MethodType.DuplexStreaming;

    /// <summary>Whether the server sends a stream.</summary>
    public bool HasResponseStream { get; } = Method.Type is MethodType.ServerStreaming or MethodType.DuplexStreaming;

    /// <summary>Tag of measurements.</summary>
    public KeyValuePair<string, object?> ServiceTag { get; } = new("rpc.service", Method.ServiceName);

    /// <summary>Tag of measurements.</summary>
    public KeyValuePair<string, object?> MethodTag { get; } = new("rpc.method", Method.Name);

    /// <summary>Whether either side streams.</summary>
    public bool IsStreaming => HasRequestStream || HasResponseStream;
}
