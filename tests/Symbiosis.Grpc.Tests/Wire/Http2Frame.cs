using System.Buffers.Binary;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>One HTTP/2 frame, as it stands on the wire; nothing is checked, so that a test can send what no client would.</summary>
internal sealed record Http2Frame(Http2FrameType Type, Http2FrameFlags Flags, int StreamId, byte[] Payload)
{
    public const int HeaderLength = 9;

    /// <summary>What a client says first.</summary>
    public static ReadOnlyMemory<byte> Preface { get; } = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray();

    public bool EndsStream => Type is Http2FrameType.Data or Http2FrameType.Headers && Flags.HasFlag(Http2FrameFlags.EndStream);

    public static Http2Frame Headers(int streamId, byte[] block, bool endStream, bool endHeaders = true) => new(
        Http2FrameType.Headers,
        (endStream ? Http2FrameFlags.EndStream : 0) | (endHeaders ? Http2FrameFlags.EndHeaders : 0),
        streamId,
        block);

    public static Http2Frame Continuation(int streamId, byte[] block, bool endHeaders) =>
        new(Http2FrameType.Continuation, endHeaders ? Http2FrameFlags.EndHeaders : 0, streamId, block);

    public static Http2Frame Data(int streamId, byte[] data, bool endStream) =>
        new(Http2FrameType.Data, endStream ? Http2FrameFlags.EndStream : 0, streamId, data);

    /// <summary>DATA with padding, 0 to 255 bytes.</summary>
    public static Http2Frame PaddedData(int streamId, byte[] data, byte padding, bool endStream) => new(
        Http2FrameType.Data,
        Http2FrameFlags.Padded | (endStream ? Http2FrameFlags.EndStream : 0),
        streamId,
        [padding, .. data, .. new byte[padding]]);

    public static Http2Frame Reset(int streamId, Http2ErrorCode code) => new(Http2FrameType.Reset, 0, streamId, BigEndian((uint)code));

    public static Http2Frame Ping(byte[] opaque, bool ack = false) => new(Http2FrameType.Ping, ack ? Http2FrameFlags.Ack : 0, 0, opaque);

    public static Http2Frame WindowUpdate(int streamId, int increment) => new(Http2FrameType.WindowUpdate, 0, streamId, BigEndian((uint)increment));

    public static Http2Frame GoAway(int lastStreamId, Http2ErrorCode code) =>
        new(Http2FrameType.GoAway, 0, 0, [.. BigEndian((uint)lastStreamId), .. BigEndian((uint)code)]);

    public static Http2Frame SettingsAck() => new(Http2FrameType.Settings, Http2FrameFlags.Ack, 0, []);

    public static Http2Frame Settings(params (Http2SettingId Id, uint Value)[] settings)
    {
        var payload = new byte[settings.Length * 6];
        for (var i = 0; i < settings.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(payload.AsSpan(i * 6), (ushort)settings[i].Id);
            BinaryPrimitives.WriteUInt32BigEndian(payload.AsSpan((i * 6) + 2), settings[i].Value);
        }

        return new Http2Frame(Http2FrameType.Settings, 0, 0, payload);
    }

    /// <summary>The settings of a SETTINGS frame, in order.</summary>
    public IEnumerable<(Http2SettingId Id, uint Value)> ReadSettings()
    {
        for (var i = 0; i + 6 <= Payload.Length; i += 6)
            yield return ((Http2SettingId)BinaryPrimitives.ReadUInt16BigEndian(Payload.AsSpan(i)), BinaryPrimitives.ReadUInt32BigEndian(Payload.AsSpan(i + 2)));
    }

    /// <summary>The number at an offset: code of RST_STREAM (0) and GOAWAY (4), increment of WINDOW_UPDATE (0).</summary>
    public uint ReadNumber(int offset) => BinaryPrimitives.ReadUInt32BigEndian(Payload.AsSpan(offset));

    /// <summary>Content of HEADERS or DATA without padding and priority.</summary>
    public ReadOnlyMemory<byte> Content
    {
        get
        {
            var start = 0;
            var padding = 0;
            if (Flags.HasFlag(Http2FrameFlags.Padded))
                padding = Payload[start++];
            if (Type == Http2FrameType.Headers && Flags.HasFlag(Http2FrameFlags.Priority))
                start += 5;
            return Payload.AsMemory(start, Payload.Length - start - padding);
        }
    }

    /// <summary>The frame's bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderLength + Payload.Length];
        bytes[0] = (byte)(Payload.Length >> 16);
        bytes[1] = (byte)(Payload.Length >> 8);
        bytes[2] = (byte)Payload.Length;
        bytes[3] = (byte)Type;
        bytes[4] = (byte)Flags;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(5), StreamId);
        Payload.CopyTo(bytes.AsSpan(HeaderLength));
        return bytes;
    }

    /// <summary>Reads a frame; null: the other side has closed.</summary>
    public static async Task<Http2Frame?> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        var header = new byte[HeaderLength];
        if (await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < HeaderLength)
            return null;
        var payload = new byte[(header[0] << 16) | (header[1] << 8) | header[2]];
        if (await stream.ReadAtLeastAsync(payload, payload.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < payload.Length)
            return null;
        var streamId = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5)) & 0x7FFFFFFF;
        return new Http2Frame((Http2FrameType)header[3], (Http2FrameFlags)header[4], streamId, payload);
    }

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
