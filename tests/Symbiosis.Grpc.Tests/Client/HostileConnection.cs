using System.Collections.Concurrent;
using System.Net.Sockets;
using Symbiosis.Grpc.Tests.Wire;

namespace Symbiosis.Grpc.Tests.Client;

/// <summary>Server side of one HTTP/2 connection that says what a test wants. SETTINGS and PING are acknowledged; windows are given back at once unless the server says otherwise.</summary>
internal sealed class HostileConnection(HostileServer server, Stream stream, bool isFirst)
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentDictionary<int, HostileCall> _calls = [];
    private readonly MemoryStream _block = new();
    private int _pingAckCount;
    private int _workCount;

    /// <summary>Whether it was the first that a client opened.</summary>
    public bool IsFirst => isFirst;

    /// <summary>Acknowledgements of PINGs that this side sent.</summary>
    public int PingAckCount => Volatile.Read(ref _pingAckCount);

    public WireSignal Changed { get; } = new();

    public async Task SendAsync(params Http2Frame[] frames)
    {
        await _writing.WaitAsync();
        try
        {
            await stream.WriteAsync(frames.SelectMany(frame => frame.ToBytes()).ToArray());
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Counts one more call at work, and says how many there are.</summary>
    public int BeginWork() => Interlocked.Increment(ref _workCount);

    public void EndWork() => Interlocked.Decrement(ref _workCount);

    /// <summary>Closes the connection in order.</summary>
    public void End() => stream.Dispose();

    /// <summary>Cuts the connection without a word.</summary>
    public void Cut()
    {
        if (stream is NetworkStream network)
            network.Socket.LingerState = new LingerOption(true, 0);
        stream.Dispose();
    }

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var preface = new byte[Http2Frame.Preface.Length];
            await stream.ReadExactlyAsync(preface, cancellationToken);
            await SendAsync(Http2Frame.Settings([(Http2SettingId.HeaderTableSize, 0), .. server.Settings]));
            while (await Http2Frame.ReadAsync(stream, cancellationToken) is { } frame)
                await TakeAsync(frame);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The client left or the test ended.
        }
        finally
        {
            await stream.DisposeAsync();
        }
    }

    private async Task TakeAsync(Http2Frame frame)
    {
        switch (frame.Type)
        {
            case Http2FrameType.Settings when !frame.Flags.HasFlag(Http2FrameFlags.Ack):
                await SendAsync(Http2Frame.SettingsAck());
                break;
            case Http2FrameType.Ping when frame.Flags.HasFlag(Http2FrameFlags.Ack):
                Interlocked.Increment(ref _pingAckCount);
                Changed.Pulse();
                break;
            case Http2FrameType.Ping:
                await SendAsync(Http2Frame.Ping(frame.Payload, ack: true));
                break;
            case Http2FrameType.Headers or Http2FrameType.Continuation:
                _block.Write(frame.Content.Span);
                if (frame.Flags.HasFlag(Http2FrameFlags.EndHeaders))
                    Begin(frame);
                break;
            default:
                if (_calls.TryGetValue(frame.StreamId, out var call))
                    call.Take(frame);
                if (frame.Type == Http2FrameType.Data && frame.Payload.Length > 0 && server.ReturnsWindows)
                    await SendAsync(Http2Frame.WindowUpdate(0, frame.Payload.Length), Http2Frame.WindowUpdate(frame.StreamId, frame.Payload.Length));
                break;
        }
    }

    private void Begin(Http2Frame frame)
    {
        var call = new HostileCall(this, frame.StreamId, HpackDecoder.Decode(_block.ToArray()));
        _block.SetLength(0);
        _calls[frame.StreamId] = call;
        call.Take(frame);
        server.Begin(call);
    }
}
