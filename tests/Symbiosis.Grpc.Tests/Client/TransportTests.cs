using System.Diagnostics;
using Grpc.Core;
using Grpc.Testing;
using Symbiosis.Grpc.Tests.Wire;

namespace Symbiosis.Grpc.Tests.Client;

/// <summary>Checklist: what HTTP/2 does beneath.</summary>
public sealed class TransportTests
{
    public static TheoryData<int, StatusCode> ResetCodes => new()
    {
        { 0, StatusCode.Internal },
        { 1, StatusCode.Internal },
        { 2, StatusCode.Internal },
        { 3, StatusCode.Internal },
        { 4, StatusCode.Internal },
        { 6, StatusCode.Internal },
        { 7, StatusCode.Unavailable },
        { 8, StatusCode.Cancelled },
        { 9, StatusCode.Internal },
        { 10, StatusCode.Internal },
        { 11, StatusCode.ResourceExhausted },
        { 12, StatusCode.PermissionDenied },
    };

    [Theory]
    [MemberData(nameof(ResetCodes))]
    public async Task Q08_ResetStream_MapsToStatus(int code, StatusCode expected)
    {
        await using var server = HostileServer.Start(call => call.ResetAsync((Http2ErrorCode)code));
        using var channel = TestChannel.To(server);

        Assert.Equal(expected, (await channel.FailUnaryAsync()).StatusCode);
    }

    [Theory]
    [MemberData(nameof(ResetCodes))]
    public async Task Q08_ResetStreamAfterAMessage_MapsToStatus(int code, StatusCode expected)
    {
        var isRead = new TaskCompletionSource();
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync();
            await call.MessageAsync([]);
            await isRead.Task;
            await call.ResetAsync((Http2ErrorCode)code);
        });
        using var channel = TestChannel.To(server);
        using var call = channel.Client.StreamingOutputCall(new StreamingOutputCallRequest(), TestChannel.Options());

        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        isRead.SetResult();
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));

        Assert.Equal(expected, failure.StatusCode);
    }

    [Fact]
    public async Task Q08_ResetCancelAfterOwnDeadline_IsDeadlineExceeded()
    {
        // The server enforces the deadline too and may be a moment faster; whoever wins, the caller sees the same.
        await using var server = HostileServer.Start(async call =>
        {
            await call.ResetByClient.WaitAsync(TimeSpan.FromMilliseconds(20)).ContinueWith(_ => { }, TaskScheduler.Default);
            await call.ResetAsync(Http2ErrorCode.Cancel);
        });
        using var channel = TestChannel.To(server);

        var failure = await channel.FailUnaryAsync(new CallOptions(deadline: TestChannel.After(TimeSpan.FromMilliseconds(10))));

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    [Fact]
    public async Task Q10_ConnectionRefused_IsUnavailable()
    {
        string address;
        await using (var server = HostileServer.Start(_ => Task.CompletedTask))
            address = server.Address;
        using var channel = TestChannel.To(address);

        Assert.Equal(StatusCode.Unavailable, (await channel.FailUnaryAsync()).StatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Q10_ConnectionLost_IsUnavailableAndTheNextCallConnectsAnew(int messageCount)
    {
        await using var server = HostileServer.Start(async call =>
        {
            if (call.Header("x-good") is not null)
            {
                await call.AnswerAsync([]);
                return;
            }

            await call.RequestBody;
            if (messageCount > 0)
                await call.HeadersAsync();
            for (var i = 1; i < messageCount; i++)
                await call.MessageAsync([]);
            call.Connection.Cut();
        });
        using var channel = TestChannel.To(server);

        var failure = await channel.FailUnaryAsync();
        await channel.UnaryAsync(TestChannel.Options(new Metadata { { "x-good", "1" } }));

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        Assert.Equal(2, server.ConnectionCount);
    }

    [Fact]
    public async Task Q12_GoAway_RunningCallFinishesAndTheNextUsesANewConnection()
    {
        await using var server = HostileServer.Start(async call =>
        {
            if (call.Header("x-first") is not null)
                await call.Connection.SendAsync(Http2Frame.GoAway(int.MaxValue, Http2ErrorCode.NoError));
            await call.AnswerAsync([]);
        });
        using var channel = TestChannel.To(server);

        await channel.UnaryAsync(TestChannel.Options(new Metadata { { "x-first", "1" } }));
        await channel.UnaryAsync();

        Assert.Equal(2, server.ConnectionCount);
    }

    [Fact]
    public async Task Q12_GoAwayBelowACall_CallIsMadeAgainElsewhere()
    {
        // A stream above the last one that GOAWAY names was not touched by the server, so the transport itself sends it again.
        await using var server = HostileServer.Start(async call =>
        {
            if (call.StreamId == 1 && call.Connection.IsFirst)
            {
                await call.RequestBody;
                await call.Connection.SendAsync(Http2Frame.GoAway(0, Http2ErrorCode.NoError));
                return;
            }

            await call.AnswerAsync(await call.RequestBody is { Length: > 100 } ? TestChannel.Response(7) : []);
        });
        using var channel = TestChannel.To(server);

        var response = await channel.UnaryAsync(request: new SimpleRequest { Payload = new Payload { Body = Google.Protobuf.ByteString.CopyFrom(new byte[200]) } });

        Assert.Equal(7, response.Payload.Body.Length);
        Assert.Equal(2, server.ConnectionCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(11)]
    public async Task Q12_GoAwayAndEndOfConnection_IsUnavailable(int code)
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync();
            await call.Connection.SendAsync(Http2Frame.GoAway(call.StreamId, (Http2ErrorCode)code));
            call.Connection.End();
        });
        using var channel = TestChannel.To(server);

        Assert.Equal(StatusCode.Unavailable, (await channel.FailUnaryAsync()).StatusCode);
    }

    [Fact]
    public async Task Q12_OneStreamAtATime_AllCallsAreMadeAndNoneTooMany()
    {
        const int callCount = 20;
        var mostAtATime = 0;
        await using var server = HostileServer.Start(
            async call =>
            {
                // On a new connection the client may assume more until it has read the settings (RFC 9113, 6.5.2).
                var workCount = call.Connection.BeginWork();
                if (call.Connection.IsFirst)
                    InterlockedMax(ref mostAtATime, workCount);
                await call.RequestBody;
                call.Connection.EndWork();
                await call.AnswerAsync([]);
            },
            (Http2SettingId.MaxConcurrentStreams, 1));
        using var channel = TestChannel.To(server);

        await channel.UnaryAsync();
        await Task.WhenAll(Enumerable.Range(0, callCount).Select(_ => channel.UnaryAsync()));

        Assert.Equal(callCount + 1, server.Calls.Count);
        Assert.Equal(1, mostAtATime);
    }

    [Fact]
    public async Task Q12_PingFlood_IsAnsweredAndTheCallSucceeds()
    {
        const int pingCount = 200;
        HostileConnection? connection = null;
        await using var server = HostileServer.Start(async call =>
        {
            connection = call.Connection;
            for (var i = 0; i < pingCount; i++)
                await call.Connection.SendAsync(Http2Frame.Ping([0, 0, 0, 0, 0, 0, 0, (byte)i]));
            await call.UntilPingsAnsweredAsync(pingCount);
            await call.AnswerAsync([]);
        });
        using var channel = TestChannel.To(server);

        await channel.UnaryAsync();

        Assert.Equal(pingCount, connection!.PingAckCount);
    }

    [Fact]
    public async Task Q12_PaddedData_IsRead()
    {
        var frame = GrpcFraming.Frame(TestChannel.Response(100));
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync();
            for (var at = 0; at < frame.Length; at += 5)
                await call.Connection.SendAsync(Http2Frame.PaddedData(call.StreamId, frame[at..Math.Min(at + 5, frame.Length)], 255, endStream: false));
            await call.TrailersAsync(("grpc-status", "0"));
        });
        using var channel = TestChannel.To(server);

        Assert.Equal(100, (await channel.UnaryAsync()).Payload.Body.Length);
    }

    [Fact]
    public async Task Q12_DataByteByByte_IsRead()
    {
        var frame = GrpcFraming.Frame(TestChannel.StreamResponse(20));
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync();
            for (var round = 0; round < 3; round++)
            {
                foreach (var one in frame)
                    await call.DataAsync([one]);
            }

            await call.DataAsync([.. frame, .. frame]);
            await call.TrailersAsync(("grpc-status", "0"));
        });
        using var channel = TestChannel.To(server);
        using var call = channel.Client.StreamingOutputCall(new StreamingOutputCallRequest(), TestChannel.Options());

        var count = 0;
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
        {
            Assert.Equal(20, call.ResponseStream.Current.Payload.Body.Length);
            count++;
        }

        Assert.Equal(5, count);
    }

    [Fact]
    public async Task Read_ClaimedLengthWithinAWideLimit_AllocatesNothingForIt()
    {
        var isClaimed = new TaskCompletionSource();
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync();
            await call.DataAsync(GrpcFraming.Frame([1], claimedLength: 2_000_000_000));
            isClaimed.SetResult();
            await call.ResetByClient;
        });
        using var channel = TestChannel.To(server, new() { MaxReceiveMessageSize = null });
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var call = channel.Client.UnaryCallAsync(new SimpleRequest(), TestChannel.Options());
        await call.ResponseHeadersAsync;
        await isClaimed.Task;

        var growth = GC.GetTotalMemory(forceFullCollection: false) - before;

        call.Dispose();
        Assert.InRange(growth, long.MinValue, 50_000_000);
    }

    [Theory]
    [InlineData(1000u)]
    [InlineData(uint.MaxValue)]
    public async Task Read_MessageAboveTheLimit_IsResourceExhaustedBeforeItComes(uint claimedLength)
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync();
            await call.DataAsync(GrpcFraming.Frame([1], claimedLength: claimedLength));
            Assert.Equal(Http2ErrorCode.Cancel, await call.ResetByClient);
        });
        using var channel = TestChannel.To(server, new() { MaxReceiveMessageSize = 999 });
        var clock = Stopwatch.StartNew();

        var failure = await channel.FailUnaryAsync();

        Assert.Equal(new Status(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size."), failure.Status);
        Assert.Equal(Http2ErrorCode.Cancel, await server.Calls[0].ResetByClient);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, WireConnection.Patience);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref most)) && Interlocked.CompareExchange(ref most, value, seen) != seen)
        {
        }
    }
}
