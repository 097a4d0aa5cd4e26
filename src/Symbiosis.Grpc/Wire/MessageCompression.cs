using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using Grpc.Net.Compression;

namespace Grpc.Wire;

/// <summary>Compresses and decompresses single messages; each has its own context.</summary>
internal static class MessageCompression
{
    /// <summary>Name of no compression.</summary>
    public const string Identity = "identity";

    private const int ReadSize = 16 * 1024;

    // Ten bytes of header, two of an empty deflate block, eight of checksum and length.
    private const int MinGzipLength = 20;

    // Two bytes of header, two of an empty deflate block, four of checksum.
    private const int MinZlibLength = 8;

    /// <summary>The providers every side has unless told otherwise, in order of preference.</summary>
    public static IReadOnlyList<ICompressionProvider> CreateDefaultProviders() =>
        [new GzipCompressionProvider(CompressionLevel.Fastest), new DeflateCompressionProvider(CompressionLevel.Fastest)];

    /// <summary>Compresses a message.</summary>
    /// <param name="provider">The encoding.</param>
    /// <param name="level">Null: the provider's own.</param>
    /// <param name="message">The message without its header.</param>
    /// <param name="output">Gets the compressed bytes.</param>
    public static void Compress(ICompressionProvider provider, CompressionLevel? level, in ReadOnlySequence<byte> message, IBufferWriter<byte> output)
    {
        using var sink = new BufferWriterStream(output);
        using var compressor = provider.CreateCompressionStream(sink, level);
        foreach (var segment in message)
            compressor.Write(segment.Span);
    }

    /// <summary>Decompresses a message, whatever it inflates to, within the limit. No bytes at all are an empty message, as in gRPC's core library.</summary>
    /// <param name="provider">The encoding.</param>
    /// <param name="compressed">The bytes as received, without the header.</param>
    /// <param name="maxByteCount">Longest message, bytes; null: no limit but memory.</param>
    /// <param name="output">Gets the message, and at most one byte beyond the limit.</param>
    public static DecompressionOutcome Decompress(ICompressionProvider provider, in ReadOnlySequence<byte> compressed, int? maxByteCount, PooledBufferWriter output)
    {
        output.Clear();
        if (compressed.IsEmpty)
            return DecompressionOutcome.Done;
        var limit = maxByteCount ?? Array.MaxLength - 1;
        using var source = new SequenceReadStream(compressed);
        try
        {
            using var decompressor = provider.CreateDecompressionStream(source);
            while (true)
            {
                var room = (int)Math.Min(ReadSize, (long)limit + 1 - output.WrittenCount);
                var readCount = decompressor.Read(output.GetSpan(room)[..room]);
                if (readCount == 0)
                    break;
                output.Advance(readCount);
                if (output.WrittenCount > limit)
                    return DecompressionOutcome.TooLarge;
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return DecompressionOutcome.Malformed;
        }

        return source.IsAtEnd && EndsAsItShould(provider.EncodingName, compressed, output.WrittenSpan) ? DecompressionOutcome.Done : DecompressionOutcome.Malformed;
    }

    // GZipStream and ZLibStream of .NET 10 take data that are cut short, concatenated or followed by others for whole (tried: each of them).
    // The last bytes of the input tell: they are the length (gzip, RFC 1952) or the checksum (zlib, RFC 1950) of what came out, or the end is not the end.
    private static bool EndsAsItShould(string encodingName, in ReadOnlySequence<byte> compressed, ReadOnlySpan<byte> message)
    {
        Span<byte> end = stackalloc byte[sizeof(uint)];
        switch (encodingName)
        {
            case "gzip":
                if (compressed.Length < MinGzipLength)
                    return false;
                compressed.Slice(compressed.Length - end.Length).CopyTo(end);
                return BinaryPrimitives.ReadUInt32LittleEndian(end) == (uint)message.Length;
            case "deflate":
                if (compressed.Length < MinZlibLength)
                    return false;
                compressed.Slice(compressed.Length - end.Length).CopyTo(end);
                return BinaryPrimitives.ReadUInt32BigEndian(end) == Adler32(message);
            default:
                return true;
        }
    }

    private static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        const uint modulus = 65521;

        // The most bytes whose sums stay within 32 bits (RFC 1950; zlib's NMAX).
        const int chunkSize = 5552;
        uint low = 1, high = 0;
        while (!bytes.IsEmpty)
        {
            var chunk = bytes[..Math.Min(chunkSize, bytes.Length)];
            foreach (var one in chunk)
            {
                low += one;
                high += low;
            }

            low %= modulus;
            high %= modulus;
            bytes = bytes[chunk.Length..];
        }

        return (high << 16) | low;
    }
}
