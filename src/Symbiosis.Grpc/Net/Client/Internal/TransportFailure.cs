using System.Net.Sockets;
using System.Security.Authentication;
using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>Status of a call whose transport failed.</summary>
internal static class TransportFailure
{
    // GOAWAY and RST_STREAM come as the same exception with the same codes; .NET 10 tells them apart by its (never translated) text alone.
    private const string ConnectionClosedText = "The HTTP/2 server closed the connection";

    /// <summary>The status.</summary>
    /// <param name="exception">What the HTTP handler threw.</param>
    /// <param name="isDeadlineOver">Whether the call's own deadline has passed, so that a cancelled stream means just that.</param>
    public static Status ToStatus(Exception exception, bool isDeadlineOver)
    {
        if (exception is RpcException known)
            return known.Status;
        if (Find<HttpProtocolException>(exception) is { } protocol)
            return new Status(CodeOf(protocol, isDeadlineOver), Describe(exception), exception);
        if (exception is OperationCanceledException && Find<IOException>(exception) is null && Find<TimeoutException>(exception) is null)
            return new Status(isDeadlineOver ? StatusCode.DeadlineExceeded : StatusCode.Cancelled, Describe(exception), exception);
        var isTransport = Find<HttpRequestException>(exception) is not null || Find<IOException>(exception) is not null
            || Find<TimeoutException>(exception) is not null || Find<SocketException>(exception) is not null || Find<AuthenticationException>(exception) is not null;
        return new Status(isTransport ? StatusCode.Unavailable : StatusCode.Internal, Describe(exception), exception);
    }

    /// <summary>Whether no connection could be made, so that nothing was sent.</summary>
    public static bool IsConnectFailure(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };

    /// <summary>Whether the HTTP handler gave a request up for no fault that it can name: it found no room on its connections.</summary>
    public static bool IsAborted(Exception exception) => exception is HttpRequestException { HttpRequestError: HttpRequestError.Unknown };

    // gRPC's document "gRPC over HTTP2", table of HTTP/2 error codes.
    private static StatusCode CodeOf(HttpProtocolException exception, bool isDeadlineOver) => exception.ErrorCode switch
    {
        _ when exception.Message.StartsWith(ConnectionClosedText, StringComparison.Ordinal) => StatusCode.Unavailable,
        7 => StatusCode.Unavailable,
        8 => isDeadlineOver ? StatusCode.DeadlineExceeded : StatusCode.Cancelled,
        11 => StatusCode.ResourceExhausted,
        12 => StatusCode.PermissionDenied,
        _ => StatusCode.Internal,
    };

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
                return found;
        }

        return null;
    }

    private static string Describe(Exception exception)
    {
        var texts = new List<string>();
        for (var one = exception; one is not null; one = one.InnerException)
        {
            if (texts.Count == 0 || !texts[^1].Contains(one.Message, StringComparison.Ordinal))
                texts.Add($"{one.GetType().Name}: {one.Message}");
        }

        return $"Error in the transport of the gRPC call. {string.Join(" ", texts)}";
    }
}
