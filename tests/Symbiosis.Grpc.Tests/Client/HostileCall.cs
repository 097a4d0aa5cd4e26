using Symbiosis.Grpc.Tests.Wire;

namespace Symbiosis.Grpc.Tests.Client;

/// <summary>One request as a server in a test sees it, and whatever that server answers, true to the protocol or not.</summary>
internal sealed class HostileCall(HostileConnection connection, int streamId, IReadOnlyList<(string Name, string Value)> fields)
{
    private readonly TaskCompletionSource<byte[]> _requestEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Http2ErrorCode> _reset = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MemoryStream _body = new();
    private readonly WireSignal _changed = new();

    public HostileConnection Connection => connection;

    /// <summary>The request's headers in the order they came.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields => fields;

    public int StreamId => streamId;

    /// <summary>The request's body once it has ended.</summary>
    public Task<byte[]> RequestBody => _requestEnded.Task.WaitAsync(WireConnection.Patience);

    /// <summary>The code of the client's RST_STREAM.</summary>
    public Task<Http2ErrorCode> ResetByClient => _reset.Task.WaitAsync(WireConnection.Patience);

    public bool IsRequestEnded => _requestEnded.Task.IsCompletedSuccessfully;

    /// <summary>Value of a request header; null: none.</summary>
    public string? Header(string name) => fields.Where(field => field.Name == name).Select(field => field.Value).FirstOrDefault();

    /// <summary>Waits until so many bytes of the request came.</summary>
    public Task UntilReceivedAsync(int byteCount) => _changed.UntilAsync(() =>
    {
        lock (_body)
            return _body.Length >= byteCount;
    }).WaitAsync(WireConnection.Patience);

    /// <summary>Waits until the client acknowledged so many PINGs of the connection.</summary>
    public Task UntilPingsAnsweredAsync(int count) => connection.Changed.UntilAsync(() => connection.PingAckCount >= count).WaitAsync(WireConnection.Patience);

    public Task HeadersAsync(params (string Name, string Value)[] more) => BlockAsync(false, [(":status", "200"), ("content-type", "application/grpc"), .. more]);

    public Task BlockAsync(bool endStream, params (string Name, string Value)[] block) =>
        connection.SendAsync(Http2Frame.Headers(streamId, HpackEncoder.Encode(block), endStream));

    /// <summary>A single HEADERS frame that ends the call.</summary>
    public Task TrailersOnlyAsync(params (string Name, string Value)[] more) => BlockAsync(true, [(":status", "200"), ("content-type", "application/grpc"), .. more]);

    public Task TrailersAsync(params (string Name, string Value)[] trailers) => BlockAsync(true, trailers);

    public Task DataAsync(byte[] bytes, bool endStream = false) => connection.SendAsync(Http2Frame.Data(streamId, bytes, endStream));

    public Task MessageAsync(byte[] payload, byte flag = 0) => DataAsync(GrpcFraming.Frame(payload, flag));

    /// <summary>A whole good answer.</summary>
    public async Task AnswerAsync(byte[] payload)
    {
        await HeadersAsync();
        await MessageAsync(payload);
        await TrailersAsync(("grpc-status", "0"));
    }

    public Task ResetAsync(Http2ErrorCode code) => connection.SendAsync(Http2Frame.Reset(streamId, code));

    internal void Take(Http2Frame frame)
    {
        if (frame.Type == Http2FrameType.Reset)
            _reset.TrySetResult((Http2ErrorCode)frame.ReadNumber(0));
        lock (_body)
        {
            if (frame.Type == Http2FrameType.Data)
                _body.Write(frame.Content.Span);
            if (frame.EndsStream)
                _requestEnded.TrySetResult(_body.ToArray());
        }

        _changed.Pulse();
    }
}
