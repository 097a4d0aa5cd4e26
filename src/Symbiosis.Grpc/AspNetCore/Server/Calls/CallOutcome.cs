namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Who ends a call. The first to claim it does; nobody else writes after that.</summary>
internal enum CallOutcome
{
    /// <summary>The call is running.</summary>
    Open,

    /// <summary>Its handler returned or threw.</summary>
    Completed,

    /// <summary>The deadline passed.</summary>
    DeadlineExceeded,

    /// <summary>The client gave up or is gone.</summary>
    Cancelled,

    /// <summary>The server stops.</summary>
    Drained,
}
