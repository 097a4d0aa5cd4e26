using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Symbiosis.Benchmarks;

/// <summary>Load over cleartext HTTP/2 with as little of a client as will do: the same frames again and again, a new stream for each that ends.</summary>
internal sealed class HttpLoad(int port, string path, byte[] body)
{
    public const int ConnectionCount = 8;
    public const int StreamCount = 50;

    private const int FrameHeaderLength = 9;
    private const byte DataType = 0;
    private const byte HeadersType = 1;
    private const byte SettingsType = 4;
    private const byte PingType = 6;
    private const byte GoAwayType = 7;

    private readonly byte[] _block = Block(path);

    /// <summary>Sends requests for some time after a second to warm up.</summary>
    /// <exception cref="InvalidDataException">The server ended a connection.</exception>
    public async Task<LoadResult> RunAsync(TimeSpan time)
    {
        await RunAllAsync(TimeSpan.FromSeconds(1));
        return LoadResult.Of([.. (await RunAllAsync(time)).SelectMany(times => times)], time.TotalSeconds);
    }

    private static byte[] Block(string path)
    {
        var block = new MemoryStream();
        foreach (var (name, value) in ((string, string)[])[(":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "localhost"), ("content-type", "application/grpc"), ("te", "trailers")])
        {
            // A literal without indexing: name and value each behind their length.
            block.WriteByte(0);
            block.WriteByte((byte)name.Length);
            block.Write(Encoding.ASCII.GetBytes(name));
            block.WriteByte((byte)value.Length);
            block.Write(Encoding.ASCII.GetBytes(value));
        }

        return block.ToArray();
    }

    private static void WriteFrame(MemoryStream output, byte type, byte flags, int streamId, ReadOnlySpan<byte> payload)
    {
        Span<byte> header = stackalloc byte[FrameHeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, payload.Length << 8);
        header[3] = type;
        header[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(header[5..], streamId);
        output.Write(header);
        output.Write(payload);
    }

    private Task<List<double>[]> RunAllAsync(TimeSpan time) => Task.WhenAll(Enumerable.Range(0, ConnectionCount).Select(_ => Task.Run(() => RunOneAsync(time))));

    private async Task<List<double>> RunOneAsync(TimeSpan time)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        var output = new MemoryStream();
        output.Write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8);
        // No header table, and windows so wide that they need no care.
        WriteFrame(output, SettingsType, 0, 0, [0, 1, 0, 0, 0, 0, 0, 4, 0x7F, 0xFF, 0xFF, 0xFF]);
        WriteFrame(output, 8, 0, 0, [0x7F, 0xFF, 0, 0]);

        var starts = new Dictionary<int, long>();
        var times = new List<double>();
        var streamId = 1;
        for (var i = 0; i < StreamCount; i++, streamId += 2)
            Request(output, streamId, starts);

        var clock = Stopwatch.StartNew();
        var input = new byte[65536];
        var length = 0;
        while (clock.Elapsed < time)
        {
            await stream.WriteAsync(output.GetBuffer().AsMemory(0, (int)output.Length));
            output.SetLength(0);
            var read = await stream.ReadAsync(input.AsMemory(length));
            if (read == 0)
                throw new InvalidDataException("The server has closed the connection.");
            length += read;
            var used = Take(input.AsSpan(0, length), output, starts, times, ref streamId);
            input.AsSpan(used, length - used).CopyTo(input);
            length -= used;
        }

        return times;
    }

    private void Request(MemoryStream output, int streamId, Dictionary<int, long> starts)
    {
        starts[streamId] = Stopwatch.GetTimestamp();
        WriteFrame(output, HeadersType, 0x4, streamId, _block);
        WriteFrame(output, DataType, 0x1, streamId, body);
    }

    /// <summary>Takes whole frames; each that ends a stream makes room for the next request.</summary>
    /// <returns>Bytes taken.</returns>
    private int Take(ReadOnlySpan<byte> input, MemoryStream output, Dictionary<int, long> starts, List<double> times, ref int streamId)
    {
        var used = 0;
        while (input.Length - used >= FrameHeaderLength)
        {
            var header = input[used..];
            var payloadLength = (header[0] << 16) | (header[1] << 8) | header[2];
            if (header.Length < FrameHeaderLength + payloadLength)
                break;
            var (type, flags, id) = (header[3], header[4], BinaryPrimitives.ReadInt32BigEndian(header[5..]));
            used += FrameHeaderLength + payloadLength;
            if (type == SettingsType && flags == 0)
                WriteFrame(output, SettingsType, 1, 0, []);
            else if (type == PingType && flags == 0)
                WriteFrame(output, PingType, 1, 0, header.Slice(FrameHeaderLength, payloadLength));
            else if (type == GoAwayType)
                throw new InvalidDataException("The server has said GOAWAY.");
            else if (type is HeadersType or DataType && (flags & 1) != 0 && starts.Remove(id, out var start))
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                Request(output, streamId, starts);
                streamId += 2;
            }
        }

        return used;
    }
}
