namespace Symbiosis.Server.Observing;

/// <summary>All that the server logs. No line carries a key, a token or a request's content.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Information, "Call {Method} {Status} {ElapsedMs} ms tenant {Tenant} credential {Credential}")]
    public static partial void CallEnded(this ILogger logger, string method, string status, long elapsedMs, string tenant, string credential);

    [LoggerMessage(2, LogLevel.Error, "Call {Method} failed, error id {ErrorId}. {EngineOutput}")]
    public static partial void CallFailed(this ILogger logger, string method, string errorId, string engineOutput, Exception fault);

    [LoggerMessage(3, LogLevel.Information, "{What}: the changed files are in use")]
    public static partial void FilesReloaded(this ILogger logger, string what);

    [LoggerMessage(4, LogLevel.Warning, "{What}: the changed files cannot be used, those before them stay. {Reason}")]
    public static partial void FilesUnreadable(this ILogger logger, string what, string reason);

    [LoggerMessage(5, LogLevel.Information, "Listening on {Address} ({Purpose})")]
    public static partial void Listening(this ILogger logger, string address, string purpose);

    [LoggerMessage(6, LogLevel.Warning, "The engine cannot be started: {Reason}")]
    public static partial void EngineUnavailable(this ILogger logger, string reason);

    [LoggerMessage(7, LogLevel.Information, "The engine is ready")]
    public static partial void EngineReady(this ILogger logger);

    [LoggerMessage(8, LogLevel.Information, "Call {Method} was cut off: its client read nothing for {WaitedMs} ms")]
    public static partial void SlowReader(this ILogger logger, string method, long waitedMs);

    [LoggerMessage(9, LogLevel.Information, "Stopping: {RunningCount} searches run, {WaitingCount} wait")]
    public static partial void Stopping(this ILogger logger, int runningCount, int waitingCount);

    [LoggerMessage(10, LogLevel.Information, "Park {Name} is kept, revision {Revision}")]
    public static partial void ParkKept(this ILogger logger, string name, string revision);

    [LoggerMessage(11, LogLevel.Information, "Park {Name} is no longer kept")]
    public static partial void ParkGone(this ILogger logger, string name);
}
