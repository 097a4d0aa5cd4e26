using Grpc.Core;
using Symbiosis.Testing;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>
/// Items H-3, G-13 and I-6: calls on which nothing moves. Kestrel cuts bodies slower than 240 bytes a second after five seconds, so that each test waits for
/// longer than that.
/// </summary>
public sealed class WireIdleTests(WireHost host) : WireTests(host)
{
    /// <summary>Beyond Kestrel's grace of 5 s and its check once a second.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(7);

    [Fact]
    public async Task H03_ClientThatStopsReading_OtherStreamsGoOn()
    {
        var id = NewId();
        await using var connection = await ConnectAsync(new WireConnectionOptions { StreamWindow = 1000 });
        var call = connection.NewCall();
        await call.SendHeadersAsync(ServerStreamPath);
        await call.SendDataAsync(Good(request => (request.Id, request.ResponseCount, request.ResponseBytes) = (id, 1000, 100_000)), endStream: true);
        await Application.Ledger[id].Started.Within(WireConnection.Patience);

        await WireTime.PassAsync(Idle);

        Assert.False(call.IsOver);
        // 100 MB wait to be written; a few messages may lie in buffers.
        Assert.InRange(Application.Ledger[id].WrittenCount, 0, 20);
        var other = connection.NewCall();
        await other.SendHeadersAsync(UnaryPath);
        await other.SendDataAsync(Good(), endStream: true);
        AssertStatus(StatusCode.OK, await other.AnswerAsync());
        await call.ResetAsync();
        await Application.Ledger[id].Ended.Within(WireConnection.Patience);
    }

    [Fact]
    public async Task G13_StreamWithoutMessages_StaysUp()
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(ServerStreamPath);
        await call.SendDataAsync(Good(request => (request.Ending, request.HoldMilliseconds, request.ResponseCount) = (Ending.Hold, (int)Idle.TotalMilliseconds, 1)), endStream: true);

        var answer = await call.AnswerAsync(Idle + WireConnection.Patience);

        AssertStatus(StatusCode.OK, answer);
    }

    [Fact]
    public async Task I06_ClientStreamOfAByteNowAndThen_Works()
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(ClientStreamPath);
        var body = Good();
        await call.SendDataAsync(body.AsMemory(0, 1));
        await WireTime.PassAsync(Idle);
        await call.SendDataAsync(body.AsMemory(1), endStream: true);

        AssertStatus(StatusCode.OK, await call.AnswerAsync());
    }

    [Fact]
    public async Task I06_SlowUnaryBody_IsCutAlone()
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(UnaryPath);
        await call.SendDataAsync(Good().AsMemory(0, 1));

        // Cut or not: what counts is that the connection's end, if it comes, is no error in the log and other connections live.
        await connection.UntilAsync(() => call.IsOver || connection.IsClosed || connection.GoAwayCode is not null, "end of a slow unary body", Idle + WireConnection.Patience);
    }
}
