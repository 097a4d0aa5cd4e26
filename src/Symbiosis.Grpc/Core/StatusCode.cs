namespace Grpc.Core;

/// <summary>Result of a call; the numbers are the protocol's.</summary>
public enum StatusCode
{
    /// <summary>Success.</summary>
    OK = 0,

    /// <summary>The caller cancelled the call.</summary>
    Cancelled = 1,

    /// <summary>An error nobody classified.</summary>
    Unknown = 2,

    /// <summary>The caller's input is wrong whatever the state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed before the call ended.</summary>
    DeadlineExceeded = 4,

    /// <summary>The thing asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>The thing to be created exists already.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota, a size limit or a queue is exhausted.</summary>
    ResourceExhausted = 8,

    /// <summary>The state of the system does not permit the call.</summary>
    FailedPrecondition = 9,

    /// <summary>A conflict with another call; trying again at a higher level may help.</summary>
    Aborted = 10,

    /// <summary>Beyond the valid range.</summary>
    OutOfRange = 11,

    /// <summary>The method is not implemented, or the call breaks its shape.</summary>
    Unimplemented = 12,

    /// <summary>An invariant of the system or the protocol is broken.</summary>
    Internal = 13,

    /// <summary>The service cannot be reached or is going away; trying again may help.</summary>
    Unavailable = 14,

    /// <summary>Data are lost beyond repair.</summary>
    DataLoss = 15,

    /// <summary>The caller showed no valid credentials.</summary>
    Unauthenticated = 16,
}
