using Google.Protobuf;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>One stream of a <see cref="WireConnection"/>: what is sent is up to the test, what comes back is kept.</summary>
internal sealed class WireCall(WireConnection connection, int streamId, long sendWindow)
{
    private const int MaxDataLength = 16384;

    private readonly Lock _lock = new();
    private readonly List<IReadOnlyList<(string Name, string Value)>> _blocks = [];
    private readonly MemoryStream _body = new();
    private readonly MemoryStream _block = new();
    private long _bodyLength;
    private long _readOffset;
    private bool _blockEndsStream;
    private bool _isEnded;
    private bool _endedWithHeaders;
    private Http2ErrorCode? _resetCode;
    private long _sendWindow = sendWindow;

    public int StreamId { get; } = streamId;

    /// <summary>Body bytes received.</summary>
    public long BodyLength => Interlocked.Read(ref _bodyLength);

    /// <summary>Header blocks received: the headers, then the trailers.</summary>
    public int BlockCount
    {
        get
        {
            lock (_lock)
                return _blocks.Count;
        }
    }

    /// <summary>Whether the server has ended or reset the stream.</summary>
    public bool IsOver
    {
        get
        {
            lock (_lock)
                return _isEnded || _resetCode is not null;
        }
    }

    internal long SendWindow
    {
        get => Interlocked.Read(ref _sendWindow);
        set => Interlocked.Exchange(ref _sendWindow, value);
    }

    /// <summary>Headers of a gRPC call to a path, then more fields; a field given twice is sent twice.</summary>
    public static List<(string Name, string Value)> RequestFields(string path, params (string Name, string Value)[] more) =>
    [
        (":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "localhost"),
        ("content-type", "application/grpc"), ("te", "trailers"), .. more,
    ];

    public Task SendHeadersAsync(string path, params (string Name, string Value)[] more) => SendFieldsAsync(RequestFields(path, more));

    public Task SendFieldsAsync(IEnumerable<(string Name, string Value)> fields, bool endStream = false) =>
        connection.SendAsync(Http2Frame.Headers(StreamId, HpackEncoder.Encode(fields), endStream));

    /// <summary>Sends bytes as DATA frames of at most 16,384 bytes within the server's windows. Once the server has ended the call, the rest stays unsent.</summary>
    public async Task SendDataAsync(ReadOnlyMemory<byte> data, bool endStream = false)
    {
        do
        {
            var length = data.Length == 0 ? 0 : await connection.TakeWindowAsync(this, Math.Min(data.Length, MaxDataLength));
            if (IsOver)
                return;
            var part = data[..length];
            data = data[length..];
            await connection.SendAsync(Http2Frame.Data(StreamId, part.ToArray(), endStream && data.Length == 0));
        }
        while (data.Length > 0);
    }

    public Task SendMessageAsync(IMessage message, bool endStream = false) => SendDataAsync(GrpcFraming.Frame(message), endStream);

    public Task EndAsync() => SendDataAsync(default, endStream: true);

    public Task ResetAsync(Http2ErrorCode code = Http2ErrorCode.Cancel) => connection.SendAsync(Http2Frame.Reset(StreamId, code));

    /// <summary>Waits until the server has ended the stream, in whatever way, and gives all that came.</summary>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public async Task<WireAnswer> AnswerAsync(TimeSpan? limit = null)
    {
        await connection.UntilAsync(() => IsOver || connection.IsClosed, $"end of stream {StreamId}", limit);
        return Snapshot();
    }

    /// <summary>Waits for RST_STREAM; null: the connection ended first.</summary>
    public async Task<Http2ErrorCode?> ResetCodeAsync()
    {
        await connection.UntilAsync(() => Snapshot().ResetCode is not null || connection.IsClosed, $"reset of stream {StreamId}");
        return Snapshot().ResetCode;
    }

    /// <summary>Waits for the headers, which may come before the first message.</summary>
    public async Task<IReadOnlyList<(string Name, string Value)>> HeadersAsync()
    {
        await connection.UntilAsync(() => BlockCount > 0 || IsOver || connection.IsClosed, $"headers of stream {StreamId}");
        lock (_lock)
            return _blocks.Count > 0 ? _blocks[0] : [];
    }

    /// <summary>Waits for the next whole message; null: the stream ended.</summary>
    public async Task<byte[]?> NextMessageAsync()
    {
        byte[]? message = null;
        await connection.UntilAsync(() => (message = TryNext()) is not null || IsOver || connection.IsClosed, $"message of stream {StreamId}");
        return message ?? TryNext();
    }

    /// <summary>What came so far.</summary>
    public WireAnswer Snapshot()
    {
        lock (_lock)
        {
            return new WireAnswer
            {
                Blocks = [.. _blocks],
                Body = _body.ToArray(),
                IsEnded = _isEnded,
                EndedWithHeaders = _endedWithHeaders,
                ResetCode = _resetCode,
                GoAwayCode = connection.GoAwayCode,
            };
        }
    }

    internal void Take(Http2Frame frame)
    {
        lock (_lock)
        {
            switch (frame.Type)
            {
                case Http2FrameType.Headers:
                    _blockEndsStream = frame.EndsStream;
                    TakeBlock(frame);
                    break;
                case Http2FrameType.Continuation:
                    TakeBlock(frame);
                    break;
                case Http2FrameType.Data:
                    if (connection.Options.KeepBodies)
                        _body.Write(frame.Content.Span);
                    Interlocked.Add(ref _bodyLength, frame.Content.Length);
                    _isEnded |= frame.EndsStream;
                    break;
                case Http2FrameType.Reset:
                    _resetCode = (Http2ErrorCode)frame.ReadNumber(0);
                    break;
                case Http2FrameType.WindowUpdate:
                    Interlocked.Add(ref _sendWindow, frame.ReadNumber(0));
                    break;
            }
        }
    }

    private void TakeBlock(Http2Frame frame)
    {
        _block.Write(frame.Content.Span);
        if (!frame.Flags.HasFlag(Http2FrameFlags.EndHeaders))
            return;
        _blocks.Add(HpackDecoder.Decode(_block.ToArray()));
        _block.SetLength(0);
        _isEnded |= _blockEndsStream;
        _endedWithHeaders |= _blockEndsStream;
    }

    private byte[]? TryNext()
    {
        lock (_lock)
        {
            if (!GrpcFraming.TrySplitFirst(_body.GetBuffer().AsSpan((int)_readOffset, (int)(_body.Length - _readOffset)), out _, out var payload))
                return null;
            _readOffset += GrpcFraming.PrefixLength + payload.Length;
            return payload;
        }
    }
}
