using System.Buffers;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server.Messages;

/// <summary>Finds messages in what has come of a request.</summary>
internal static class MessageFrame
{
    private const byte HighestFlag = 1;

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
        if (flag > HighestFlag)
            throw MessageFaults.BadFlag(flag);
        if (!MessageHeader.TryRead(buffer, out var header))
            return false;
        if (header.Length > (uint)(maxLength ?? int.MaxValue))
            throw MessageFaults.ReceivedTooLarge();
        var end = MessageHeader.Size + (long)header.Length;
        if (buffer.Length < end)
            return false;

        isCompressed = header.IsCompressed;
        payload = buffer.Slice(MessageHeader.Size, header.Length);
        buffer = buffer.Slice(end);
        return true;
    }

    private static byte FirstByte(ReadOnlySequence<byte> buffer)
    {
        Span<byte> first = stackalloc byte[1];
        buffer.Slice(0, 1).CopyTo(first);
        return first[0];
    }
}
