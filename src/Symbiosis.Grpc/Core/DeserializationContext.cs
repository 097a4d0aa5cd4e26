using System.Buffers;

namespace Grpc.Core;

/// <summary>One incoming message. Its buffers are valid only until the deserializer returns.</summary>
public abstract class DeserializationContext
{
    /// <summary>Length of the message, bytes.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>A copy of the message.</summary>
    public virtual byte[] PayloadAsNewBuffer() => throw new NotImplementedException();

    /// <summary>The message in place.</summary>
    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => throw new NotImplementedException();
}
