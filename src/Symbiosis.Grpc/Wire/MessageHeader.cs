using System.Buffers;
using System.Buffers.Binary;

namespace Grpc.Wire;

/// <summary>The five bytes before every message: a flag and the length.</summary>
/// <param name="Flags">0: plain; 1: compressed; all else is an error in plain gRPC.</param>
/// <param name="Length">Length of the message, bytes. Check it against the limit before anything is allocated: it is a mere claim.</param>
internal readonly record struct MessageHeader(byte Flags, uint Length)
{
    /// <summary>Length of the header, bytes.</summary>
    public const int Size = 5;

    /// <summary>Whether the message is compressed.</summary>
    public bool IsCompressed => Flags == 1;

    /// <summary>Whether the flag is one that plain gRPC knows.</summary>
    public bool IsValid => Flags <= 1;

    /// <summary>Reads it from the first five bytes.</summary>
    public static MessageHeader Read(ReadOnlySpan<byte> source) => new(source[0], BinaryPrimitives.ReadUInt32BigEndian(source[1..Size]));

    /// <summary>Reads it from the first five bytes; false: there are fewer.</summary>
    public static bool TryRead(in ReadOnlySequence<byte> source, out MessageHeader header)
    {
        if (source.FirstSpan.Length >= Size)
        {
            header = Read(source.FirstSpan);
            return true;
        }

        header = default;
        if (source.Length < Size)
            return false;
        Span<byte> bytes = stackalloc byte[Size];
        source.Slice(0, Size).CopyTo(bytes);
        header = Read(bytes);
        return true;
    }

    /// <summary>Writes it into the first five bytes.</summary>
    public static void Write(Span<byte> destination, bool isCompressed, int length)
    {
        destination[0] = isCompressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(destination[1..Size], length);
    }
}
