namespace Grpc.AspNetCore.Server.Messages;

/// <summary>What is wrong with a message's bytes.</summary>
internal enum PayloadFault
{
    /// <summary>Nothing that was looked for.</summary>
    None,

    /// <summary>They are no protobuf message.</summary>
    Malformed,

    /// <summary>A string is not UTF-8.</summary>
    InvalidUtf8,

    /// <summary>There are more elements than allowed.</summary>
    TooManyElements,
}
