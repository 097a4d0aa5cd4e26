namespace Grpc.Core;

/// <summary>Wishes for the messages that follow.</summary>
public class WriteOptions(WriteFlags flags = 0)
{
    /// <summary>No wishes.</summary>
    public static readonly WriteOptions Default = new();

    /// <summary>The wishes.</summary>
    public WriteFlags Flags { get; } = flags;
}
