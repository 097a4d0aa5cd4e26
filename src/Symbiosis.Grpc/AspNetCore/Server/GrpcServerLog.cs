using Grpc.AspNetCore.Server.Calls;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server;

/// <summary>What the protocol's server logs. Faults of a client are never errors: a bad client must not fill the log.</summary>
internal static partial class GrpcServerLog
{
    [LoggerMessage(1, LogLevel.Error, "Handler of {Method} threw.")]
    public static partial void HandlerFailed(this ILogger logger, Exception exception, string method);

    [LoggerMessage(2, LogLevel.Information, "{Method} ended with {StatusCode}: {Detail}")]
    public static partial void CallFailed(this ILogger logger, string method, StatusCode statusCode, string detail, Exception? exception);

    [LoggerMessage(3, LogLevel.Information, "Handler of {Method} threw after the call had ended ({Outcome}).")]
    public static partial void HandlerFailedAfterEnd(this ILogger logger, Exception exception, string method, CallOutcome outcome);

    [LoggerMessage(4, LogLevel.Debug, "{Method} was ended by the server: {Outcome}.")]
    public static partial void CallEndedEarly(this ILogger logger, string method, CallOutcome outcome);

    [LoggerMessage(5, LogLevel.Debug, "{Method} was reset: its response could not be sent before the end ({Outcome}).")]
    public static partial void CallReset(this ILogger logger, string method, CallOutcome outcome);

    [LoggerMessage(6, LogLevel.Information, "The end of {Method} could not be sent.")]
    public static partial void EndNotSent(this ILogger logger, Exception exception, string method);

    [LoggerMessage(7, LogLevel.Information, "{Method}: {LeftOutCount} trailers were left out to stay within {MaxByteCount} bytes.")]
    public static partial void TrailersLeftOut(this ILogger logger, string method, int leftOutCount, int maxByteCount);

    [LoggerMessage(8, LogLevel.Debug, "Request refused: {Reason}")]
    public static partial void RequestRefused(this ILogger logger, string reason);

    [LoggerMessage(9, LogLevel.Information, "Draining: no new calls; {CallCount} are running.")]
    public static partial void DrainBegun(this ILogger logger, int callCount);

    [LoggerMessage(10, LogLevel.Information, "Draining: {CallCount} calls were ended with UNAVAILABLE.")]
    public static partial void DrainEnded(this ILogger logger, int callCount);
}
