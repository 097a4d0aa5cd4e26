namespace Grpc.Core;

/// <summary>Wishes for one message.</summary>
[Flags]
public enum WriteFlags
{
    /// <summary>The message may wait in a buffer.</summary>
    BufferHint = 1,

    /// <summary>The message is not compressed, whatever the call's encoding.</summary>
    NoCompress = 2,
}
