namespace Grpc.AspNetCore.Server.Headers;

/// <summary>Names that belong to the protocol or to HTTP, and are therefore no metadata.</summary>
internal static class ReservedHeaders
{
    /// <summary>Trailer of rich errors.</summary>
    public const string StatusDetails = "grpc-status-details-bin";

    private const string ProtocolPrefix = "grpc-";

    private static readonly HashSet<string> s_transport = new(
        [
            "content-type", "te", "host", "accept-encoding", "content-encoding", "content-length", "connection", "keep-alive", "proxy-connection",
            "transfer-encoding", "upgrade", "trailer",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a request's header is hidden from the handler.</summary>
    public static bool HidesFromHandler(string name) =>
        name.StartsWith(':') || s_transport.Contains(name)
        || (IsProtocol(name) && !Is(name, StatusDetails) && !Is(name, "grpc-previous-rpc-attempts"));

    /// <summary>Whether a handler may send this one.</summary>
    public static bool AllowsFromHandler(string name) =>
        !s_transport.Contains(name) && (!IsProtocol(name) || Is(name, StatusDetails) || Is(name, "grpc-retry-pushback-ms"));

    private static bool IsProtocol(string name) => name.StartsWith(ProtocolPrefix, StringComparison.OrdinalIgnoreCase);

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
