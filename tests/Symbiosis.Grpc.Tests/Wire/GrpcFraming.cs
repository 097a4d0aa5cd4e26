using System.Buffers.Binary;
using System.IO.Compression;
using Google.Protobuf;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Length-prefixed messages of gRPC.</summary>
internal static class GrpcFraming
{
    public const int PrefixLength = 5;

    /// <summary>A message behind its prefix. The flag and the length can be lies.</summary>
    public static byte[] Frame(byte[] payload, byte flag = 0, uint? claimedLength = null)
    {
        var frame = new byte[PrefixLength + payload.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), claimedLength ?? (uint)payload.Length);
        payload.CopyTo(frame.AsSpan(PrefixLength));
        return frame;
    }

    public static byte[] Frame(IMessage message) => Frame(message.ToByteArray());

    public static byte[] Gzip(byte[] payload)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(payload);
        return packed.ToArray();
    }

    public static byte[] Deflate(byte[] payload)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
            zlib.Write(payload);
        return packed.ToArray();
    }

    /// <summary>Whole messages in a body.</summary>
    /// <exception cref="InvalidDataException">The body ends within a message.</exception>
    public static IReadOnlyList<(byte Flag, byte[] Payload)> Split(ReadOnlySpan<byte> body)
    {
        var messages = new List<(byte, byte[])>();
        while (body.Length > 0)
        {
            if (!TrySplitFirst(body, out var flag, out var payload))
                throw new InvalidDataException($"The body ends within a message: {body.Length} bytes are left.");
            messages.Add((flag, payload));
            body = body[(PrefixLength + payload.Length)..];
        }

        return messages;
    }

    /// <summary>Takes the first message where all of it is there.</summary>
    public static bool TrySplitFirst(ReadOnlySpan<byte> body, out byte flag, out byte[] payload)
    {
        flag = 0;
        payload = [];
        if (body.Length < PrefixLength)
            return false;
        var length = BinaryPrimitives.ReadUInt32BigEndian(body[1..]);
        if (length > (uint)(body.Length - PrefixLength))
            return false;
        flag = body[0];
        payload = body.Slice(PrefixLength, (int)length).ToArray();
        return true;
    }
}
