using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client.Internal;

/// <summary>What a channel logs.</summary>
internal static partial class GrpcClientLog
{
    [LoggerMessage(1, LogLevel.Debug, "Call of {Method} ended with {StatusCode}: {Detail}")]
    public static partial void CallEnded(ILogger logger, string method, StatusCode statusCode, string detail);

    [LoggerMessage(2, LogLevel.Debug, "Call of {Method} tries attempt {Attempt} in {DelayMs} ms; the last ended with {StatusCode}: {Detail}")]
    public static partial void Retrying(ILogger logger, string method, int attempt, double delayMs, StatusCode statusCode, string detail);

    [LoggerMessage(3, LogLevel.Warning, "The configured CallCredentials were not used because the call of {Method} does not use TLS")]
    public static partial void CredentialsNotSent(ILogger logger, string method);
}
