using System.Buffers;
using System.Buffers.Binary;
using Grpc.Net.Compression;

namespace Grpc.AspNetCore.Server.Messages;

/// <summary>Decompresses one message and stops at the limit, so that a small body cannot fill the memory.</summary>
internal static class MessageInflater
{
    private const int ChunkSize = 16 * 1024;
    private const int ShortestGzip = 18;
    private const int ShortestZlib = 6;
    private const uint AdlerModulus = 65521;

    // So many bytes can be summed before 32 bits overflow (RFC 1950 reference code, NMAX).
    private const int AdlerRun = 5552;

    /// <summary>The plain bytes; the caller disposes them.</summary>
    /// <param name="compressed">One whole message.</param>
    /// <param name="provider">Its encoding.</param>
    /// <param name="limit">Most plain bytes; null: no limit.</param>
    /// <exception cref="Core.RpcException">The bytes are damaged, or there are more than the limit.</exception>
    public static PooledBuffer Inflate(ReadOnlySequence<byte> compressed, ICompressionProvider provider, int? limit)
    {
        var plain = new PooledBuffer();
        try
        {
            using var source = new SequenceStream(compressed);
            using var stream = provider.CreateDecompressionStream(source);
            for (int count; (count = stream.Read(Chunk(plain, limit))) > 0;)
            {
                plain.Advance(count);
                if (plain.Length > limit)
                    throw MessageFaults.ReceivedTooLarge();
            }

            if (!IsWhole(compressed, plain.Written.Span, provider))
                throw MessageFaults.BadCompression(null);
            return plain;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            plain.Dispose();
            throw MessageFaults.BadCompression(exception);
        }
        catch
        {
            plain.Dispose();
            throw;
        }
    }

    /// <summary>Room for the next bytes, at most one more than the limit allows.</summary>
    private static Span<byte> Chunk(PooledBuffer plain, int? limit)
    {
        var size = limit is null ? ChunkSize : (int)Math.Min(ChunkSize, (long)limit + 1 - plain.Length);
        return plain.GetSpan(size)[..size];
    }

    /// <summary>
    /// Whether the compressed bytes end with the trailer of the plain ones. .NET's streams take a truncated input and bytes after the end in silence (measured
    /// with .NET 10.0.12), though they check the sums they do reach.
    /// </summary>
    private static bool IsWhole(ReadOnlySequence<byte> compressed, ReadOnlySpan<byte> plain, ICompressionProvider provider)
    {
        var shortest = provider switch { GzipCompressionProvider => ShortestGzip, DeflateCompressionProvider => ShortestZlib, _ => 0 };
        if (shortest == 0)
            return true;
        if (compressed.Length < shortest)
            return false;

        Span<byte> end = stackalloc byte[sizeof(uint)];
        compressed.Slice(compressed.Length - end.Length).CopyTo(end);
        return provider is GzipCompressionProvider
            ? BinaryPrimitives.ReadUInt32LittleEndian(end) == (uint)plain.Length
            : BinaryPrimitives.ReadUInt32BigEndian(end) == Adler32(plain);
    }

    private static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        uint low = 1, high = 0;
        while (!bytes.IsEmpty)
        {
            var run = bytes[..Math.Min(bytes.Length, AdlerRun)];
            foreach (var value in run)
            {
                low += value;
                high += low;
            }

            low %= AdlerModulus;
            high %= AdlerModulus;
            bytes = bytes[run.Length..];
        }

        return (high << 16) | low;
    }
}
