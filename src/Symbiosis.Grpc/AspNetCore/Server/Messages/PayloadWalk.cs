using System.Text.Unicode;

namespace Grpc.AspNetCore.Server.Messages;

/// <summary>
/// Walks over a serialised message before it is parsed. Google.Protobuf 3.25.1 takes invalid UTF-8 and replaces it in silence, and turns two bytes into an object
/// of some sixty; both are refused here. What the walk lets pass the parser may still refuse.
/// </summary>
internal ref struct PayloadWalk(ReadOnlySpan<byte> bytes, int? maxElementCount)
{
    // The parser stops at 100; this one only guards the stack.
    private const int MaxDepth = 128;

    private const int MaxVarintLength = 10;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly long _maxElementCount = maxElementCount ?? long.MaxValue;
    private int _position;
    private long _elementCount;

    /// <summary>Sub-messages, unpacked repeated entries and unknown fields met so far.</summary>
    public readonly long ElementCount => _elementCount;

    /// <summary>Walks over the whole message.</summary>
    public PayloadFault Run(MessageShape shape) => WalkMessage(_bytes.Length, shape, 0);

    private PayloadFault WalkMessage(int end, MessageShape shape, int depth)
    {
        while (_position < end)
        {
            if (!TryReadTag(end, out var number, out var wireType))
                return PayloadFault.Malformed;
            var field = shape[number];
            var fault = wireType == WireType.LengthDelimited ? WalkDelimited(end, field, depth) : WalkOther(end, wireType, field, depth);
            if (fault != PayloadFault.None)
                return fault;
        }

        return PayloadFault.None;
    }

    private PayloadFault WalkDelimited(int end, in FieldShape field, int depth)
    {
        if (!TryReadVarint(end, out var claimed))
            return PayloadFault.Malformed;
        // As the parser does: the lower 32 bits count, and they are signed.
        var length = (int)(uint)claimed;
        if (length < 0 || length > end - _position)
            return PayloadFault.Malformed;
        if (field.Message is not null)
        {
            if (!TryCount())
                return PayloadFault.TooManyElements;
            return depth >= MaxDepth ? PayloadFault.Malformed : WalkMessage(_position + length, field.Message, depth + 1);
        }

        // Numbers may be packed: many entries, but they cost no more memory than bytes on the wire times eight.
        if ((field.IsText ? field.IsRepeated : !field.IsKnown) && !TryCount())
            return PayloadFault.TooManyElements;
        if (field.IsText && !Utf8.IsValid(_bytes.Slice(_position, length)))
            return PayloadFault.InvalidUtf8;
        _position += length;
        return PayloadFault.None;
    }

    private PayloadFault WalkOther(int end, WireType wireType, in FieldShape field, int depth)
    {
        if ((field.IsRepeated || !field.IsKnown) && !TryCount())
            return PayloadFault.TooManyElements;
        return wireType switch
        {
            WireType.Varint => TryReadVarint(end, out _) ? PayloadFault.None : PayloadFault.Malformed,
            WireType.Fixed64 => Skip(end, sizeof(ulong)),
            WireType.Fixed32 => Skip(end, sizeof(uint)),
            WireType.StartGroup => depth >= MaxDepth ? PayloadFault.Malformed : WalkGroup(end, depth + 1),
            _ => PayloadFault.Malformed,
        };
    }

    /// <summary>A group is a field of no proto3 message, so all within it are unknown.</summary>
    private PayloadFault WalkGroup(int end, int depth)
    {
        while (true)
        {
            if (_position >= end || !TryReadTag(end, out _, out var wireType))
                return PayloadFault.Malformed;
            if (wireType == WireType.EndGroup)
                return PayloadFault.None;
            var fault = wireType == WireType.LengthDelimited ? WalkDelimited(end, default, depth) : WalkOther(end, wireType, default, depth);
            if (fault != PayloadFault.None)
                return fault;
        }
    }

    private PayloadFault Skip(int end, int length)
    {
        if (length > end - _position)
            return PayloadFault.Malformed;
        _position += length;
        return PayloadFault.None;
    }

    private bool TryCount() => ++_elementCount <= _maxElementCount;

    private bool TryReadTag(int end, out int number, out WireType wireType)
    {
        var isRead = TryReadVarint(end, out var tag);
        number = (int)((uint)tag >> 3);
        wireType = (WireType)(tag & 7);
        return isRead && number != 0;
    }

    private bool TryReadVarint(int end, out ulong value)
    {
        value = 0;
        for (var i = 0; i < MaxVarintLength && _position < end; i++)
        {
            var part = _bytes[_position++];
            value |= (ulong)(part & 0x7F) << (7 * i);
            if (part < 0x80)
                return true;
        }

        return false;
    }

    private enum WireType
    {
        Varint = 0,
        Fixed64 = 1,
        LengthDelimited = 2,
        StartGroup = 3,
        EndGroup = 4,
        Fixed32 = 5,
    }
}
