using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>
/// One HTTP/2 connection of a client that does what a test tells it and no more. Frames are read all the time; SETTINGS and PING are acknowledged.
/// </summary>
internal sealed class WireConnection : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Stream _stream;
    private readonly WireConnectionOptions _options;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentDictionary<int, WireCall> _calls = new();
    private readonly ConcurrentQueue<byte[]> _pingAcks = new();
    private readonly WireSignal _changed = new();
    private readonly Task _reading;
    private readonly CancellationTokenSource _closing = new();
    private int _nextStreamId = -1;
    private long _sendWindow = 65535;
    private long _initialStreamWindow = 65535;
    private volatile bool _hasSettings;

    private WireConnection(Stream stream, WireConnectionOptions options)
    {
        _stream = stream;
        _options = options;
        _reading = Task.Run(ReadAllAsync);
    }

    /// <summary>Code of the server's last GOAWAY; null: none came.</summary>
    public Http2ErrorCode? GoAwayCode { get; private set; }

    /// <summary>Last stream that the server's GOAWAY promises to serve.</summary>
    public uint? GoAwayLastStreamId { get; private set; }

    /// <summary>Streams that the server takes at a time, as its SETTINGS say.</summary>
    public uint? MaxConcurrentStreams { get; private set; }

    /// <summary>Whether the server has closed the connection.</summary>
    public bool IsClosed { get; private set; }

    internal WireConnectionOptions Options => _options;

    /// <summary>Connects to a cleartext HTTP/2 port of this machine and waits for the server's SETTINGS.</summary>
    public static async Task<WireConnection> ConnectAsync(int port, WireConnectionOptions? options = null)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port);
        return await StartAsync(client.GetStream(), options);
    }

    /// <summary>Speaks over a stream that is connected, such as one of TLS.</summary>
    public static async Task<WireConnection> StartAsync(Stream stream, WireConnectionOptions? options = null)
    {
        options ??= new WireConnectionOptions();
        var connection = new WireConnection(stream, options);
        var settings = Http2Frame.Settings(
            (Http2SettingId.HeaderTableSize, 0), (Http2SettingId.EnablePush, 0), (Http2SettingId.InitialWindowSize, (uint)options.StreamWindow));
        byte[] first = [.. Http2Frame.Preface.Span, .. settings.ToBytes()];
        if (options.OpenConnectionWindow)
            first = [.. first, .. Http2Frame.WindowUpdate(0, int.MaxValue - 65535).ToBytes()];
        await connection.SendRawAsync(first);
        await connection.UntilAsync(() => connection._hasSettings || connection.IsClosed, "the server's SETTINGS");
        return connection;
    }

    /// <summary>A call on the next stream; nothing is sent yet.</summary>
    public WireCall NewCall()
    {
        var call = new WireCall(this, Interlocked.Add(ref _nextStreamId, 2), Volatile.Read(ref _initialStreamWindow));
        _calls[call.StreamId] = call;
        return call;
    }

    /// <summary>Frees what is kept of a call that is over.</summary>
    public void Forget(WireCall call) => _calls.TryRemove(call.StreamId, out _);

    public Task SendAsync(params Http2Frame[] frames) => SendRawAsync(frames.SelectMany(frame => frame.ToBytes()).ToArray());

    public async Task SendRawAsync(ReadOnlyMemory<byte> bytes)
    {
        await _writing.WaitAsync(_closing.Token).ConfigureAwait(false);
        try
        {
            await _stream.WriteAsync(bytes, _closing.Token).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Sends a PING and waits for its acknowledgement with the same eight bytes.</summary>
    public async Task PingAsync(byte[] opaque)
    {
        await SendAsync(Http2Frame.Ping(opaque));
        await UntilAsync(() => _pingAcks.Any(ack => ack.AsSpan().SequenceEqual(opaque)), "the PING's acknowledgement");
    }

    /// <summary>Waits until the server has sent GOAWAY or has closed.</summary>
    public Task UntilGoAwayAsync() => UntilAsync(() => GoAwayCode is not null || IsClosed, "GOAWAY");

    public Task UntilClosedAsync() => UntilAsync(() => IsClosed, "the connection's end");

    /// <summary>Takes bytes of both windows, waiting until there are some.</summary>
    internal async Task<int> TakeWindowAsync(WireCall call, int wanted)
    {
        await UntilAsync(() => (Interlocked.Read(ref _sendWindow) > 0 && call.SendWindow > 0) || call.IsOver || IsClosed, "room in the server's windows");
        if (call.IsOver || IsClosed)
            return wanted;
        var granted = (int)Math.Min(wanted, Math.Min(Interlocked.Read(ref _sendWindow), call.SendWindow));
        Interlocked.Add(ref _sendWindow, -granted);
        call.SendWindow -= granted;
        return granted;
    }

    internal async Task UntilAsync(Func<bool> condition, string awaited, TimeSpan? limit = null)
    {
        try
        {
            await _changed.UntilAsync(condition).WaitAsync(limit ?? Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(
                $"No {awaited} in {(limit ?? Patience).TotalSeconds} s. GOAWAY {GoAwayCode?.ToString() ?? "none"}, {(IsClosed ? "closed" : "open")}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _stream.DisposeAsync();
        await _reading;
    }

    private async Task ReadAllAsync()
    {
        try
        {
            while (await Http2Frame.ReadAsync(_stream, _closing.Token).ConfigureAwait(false) is { } frame)
            {
                await TakeAsync(frame).ConfigureAwait(false);
                _changed.Pulse();
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The end of the connection is an answer as any other; the test looks at IsClosed.
        }

        IsClosed = true;
        _changed.Pulse();
    }

    private async Task TakeAsync(Http2Frame frame)
    {
        switch (frame.Type)
        {
            case Http2FrameType.Settings when !frame.Flags.HasFlag(Http2FrameFlags.Ack):
                TakeSettings(frame);
                await SendAsync(Http2Frame.SettingsAck()).ConfigureAwait(false);
                break;
            case Http2FrameType.Ping when !frame.Flags.HasFlag(Http2FrameFlags.Ack):
                if (_options.AcknowledgePings)
                    await SendAsync(Http2Frame.Ping(frame.Payload, ack: true)).ConfigureAwait(false);
                break;
            case Http2FrameType.Ping:
                _pingAcks.Enqueue(frame.Payload);
                break;
            case Http2FrameType.GoAway:
                GoAwayLastStreamId = frame.ReadNumber(0);
                GoAwayCode = (Http2ErrorCode)frame.ReadNumber(4);
                break;
            case Http2FrameType.WindowUpdate when frame.StreamId == 0:
                Interlocked.Add(ref _sendWindow, frame.ReadNumber(0));
                break;
            default:
                if (_calls.TryGetValue(frame.StreamId, out var call))
                    call.Take(frame);
                if (frame.Type == Http2FrameType.Data && _options.ReturnWindows && frame.Payload.Length > 0)
                    await SendAsync(Http2Frame.WindowUpdate(0, frame.Payload.Length), Http2Frame.WindowUpdate(frame.StreamId, frame.Payload.Length)).ConfigureAwait(false);
                break;
        }
    }

    private void TakeSettings(Http2Frame frame)
    {
        foreach (var (id, value) in frame.ReadSettings())
        {
            if (id == Http2SettingId.InitialWindowSize)
                Volatile.Write(ref _initialStreamWindow, value);
            if (id == Http2SettingId.MaxConcurrentStreams)
                MaxConcurrentStreams = value;
        }

        _hasSettings = true;
    }
}
