using System.Buffers;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Messages;

/// <summary>One incoming message for its marshaller.</summary>
internal sealed class ReceivedPayload : DeserializationContext
{
    private ReadOnlySequence<byte> _bytes;

    /// <inheritdoc/>
    public override int PayloadLength => (int)_bytes.Length;

    /// <summary>Sets the message.</summary>
    public void Set(ReadOnlySequence<byte> bytes) => _bytes = bytes;

    /// <inheritdoc/>
    public override byte[] PayloadAsNewBuffer() => _bytes.ToArray();

    /// <inheritdoc/>
    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => _bytes;
}
