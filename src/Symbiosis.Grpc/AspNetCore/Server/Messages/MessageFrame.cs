using System.Buffers;
using System.Buffers.Binary;

namespace Grpc.AspNetCore.Server.Messages;

/// <summary>A message's prefix: a flag byte, then the length in four bytes, big-endian.</summary>
internal static class MessageFrame
{
    /// <summary>Length of the prefix, bytes.</summary>
    public const int PrefixLength = 5;

    private const byte CompressedFlag = 1;

    /// <summary>Reads a frame from the beginning of a buffer; false: there is not all of it yet.</summary>
    /// <param name="buffer">What has come; where a frame was read, the rest behind it.</param>
    /// <param name="maxLength">Longest payload; null: no limit.</param>
    /// <param name="isCompressed">The flag.</param>
    /// <param name="payload">The message.</param>
    /// <exception cref="Core.RpcException">The flag is unknown, or the payload is going to be too long.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> buffer, int? maxLength, out bool isCompressed, out ReadOnlySequence<byte> payload)
    {
        isCompressed = false;
        payload = default;
        if (buffer.IsEmpty)
            return false;
        var flag = buffer.FirstSpan.IsEmpty ? FirstByte(buffer) : buffer.FirstSpan[0];
        if (flag > CompressedFlag)
            throw MessageFaults.BadFlag(flag);
        if (buffer.Length < PrefixLength)
            return false;

        Span<byte> prefix = stackalloc byte[PrefixLength];
        buffer.Slice(0, PrefixLength).CopyTo(prefix);
        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        if (length > (uint)(maxLength ?? int.MaxValue))
            throw MessageFaults.ReceivedTooLarge();
        if (buffer.Length < PrefixLength + (long)length)
            return false;

        isCompressed = flag == CompressedFlag;
        payload = buffer.Slice(PrefixLength, length);
        buffer = buffer.Slice(PrefixLength + (long)length);
        return true;
    }

    /// <summary>Writes a prefix into the first bytes of a span.</summary>
    public static void WritePrefix(Span<byte> target, bool isCompressed, int length)
    {
        target[0] = isCompressed ? CompressedFlag : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(target[1..], (uint)length);
    }

    private static byte FirstByte(ReadOnlySequence<byte> buffer)
    {
        Span<byte> first = stackalloc byte[1];
        buffer.Slice(0, 1).CopyTo(first);
        return first[0];
    }
}
