using System.Diagnostics;
using Grpc.Core;
using Grpc.Testing;
using Grpc.Wire;
using Symbiosis.Grpc.Tests.Wire;

namespace Symbiosis.Grpc.Tests.Client;

/// <summary>Checklist Q-11, and cancellation.</summary>
public sealed class DeadlineTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Q11_Deadline_IsSentInAtMostEightDigits()
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync([]));
        using var channel = TestChannel.To(server);

        foreach (var time in new[] { TimeSpan.FromSeconds(10), TimeSpan.FromHours(1), TimeSpan.FromDays(2000) })
        {
            await channel.UnaryAsync(new CallOptions(deadline: TestChannel.After(time)));

            var text = server.Calls[^1].Header("grpc-timeout")!;
            Assert.Matches("^[0-9]{1,8}[HMSmun]$", text);
            Assert.True(TimeoutText.TryParse(text, out var sent));
            Assert.InRange(sent, (time < TimeoutText.Longest ? time : TimeoutText.Longest) - TimeSpan.FromSeconds(5), time);
        }

        await channel.UnaryAsync(new CallOptions());
        Assert.Null(server.Calls[^1].Header("grpc-timeout"));
    }

    [Theory]
    [InlineData(MethodType.Unary)]
    [InlineData(MethodType.ServerStreaming)]
    [InlineData(MethodType.ClientStreaming)]
    [InlineData(MethodType.DuplexStreaming)]
    public async Task Q11_SilentServer_CallEndsAtTheDeadlineWithReset(MethodType type)
    {
        await using var server = HostileServer.Start(_ => Task.CompletedTask);
        using var channel = TestChannel.To(server);
        var time = TimeSpan.FromSeconds(1);
        var clock = Stopwatch.StartNew();

        var failure = await FailAsync(channel, type, new CallOptions(deadline: TestChannel.After(time)));

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        Assert.InRange(clock.Elapsed, time - TimeSpan.FromMilliseconds(30), time + TimeSpan.FromSeconds(5));
        Assert.Equal(Http2ErrorCode.Cancel, await (await server.FirstCallAsync()).ResetByClient);
    }

    [Fact]
    public async Task Q11_DeadlineWithinAStream_EndsTheReadWithReset()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync();
            await call.MessageAsync([]);
        });
        using var channel = TestChannel.To(server);
        using var call = channel.Client.StreamingOutputCall(new StreamingOutputCallRequest(), new CallOptions(deadline: TestChannel.After(TimeSpan.FromSeconds(1))));

        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        Assert.Equal(StatusCode.DeadlineExceeded, call.GetStatus().StatusCode);
        Assert.Equal(Http2ErrorCode.Cancel, await (await server.FirstCallAsync()).ResetByClient);
    }

    [Fact]
    public async Task Q11_HandlerThatIgnoresCancellation_IsNotWaitedFor()
    {
        using var channel = TestChannel.To("http://127.0.0.1", new() { HttpHandler = new DeafHandler() });

        var failure = await channel.FailUnaryAsync(new CallOptions(deadline: TestChannel.After(Short)));

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    [Fact]
    public async Task Q11_DeadlinePassedBefore_NothingIsSent()
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync([]));
        using var channel = TestChannel.To(server);

        var failure = await channel.FailUnaryAsync(new CallOptions(deadline: TestChannel.After(-Short)));
        var never = await channel.FailUnaryAsync(new CallOptions(deadline: DateTime.MinValue));

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        Assert.Equal(StatusCode.DeadlineExceeded, never.StatusCode);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Q11_DeadlineNotUtc_IsRefused()
    {
        using var channel = TestChannel.To("http://127.0.0.1:1");
        var local = DateTime.SpecifyKind(TestChannel.SafeDeadline, DateTimeKind.Local);

        Assert.Throws<InvalidOperationException>(() => channel.Client.UnaryCallAsync(new SimpleRequest(), new CallOptions(deadline: local)));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Cancel_TokenOfTheCaller_EndsTheCallWithReset()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = HostileServer.Start(async call =>
        {
            await call.RequestBody;
            await cancellation.CancelAsync();
        });
        using var channel = TestChannel.To(server);

        var failure = await channel.FailUnaryAsync(new CallOptions(cancellationToken: cancellation.Token));

        Assert.Equal(new Status(StatusCode.Cancelled, "Call canceled by the client."), failure.Status);
        Assert.Equal(Http2ErrorCode.Cancel, await (await server.FirstCallAsync()).ResetByClient);
        Assert.Equal(0, channel.Channel.CallCount);
    }

    [Fact]
    public async Task Cancel_TokenCancelledBefore_NothingIsSent()
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync([]));
        using var channel = TestChannel.To(server);

        var failure = await channel.FailUnaryAsync(new CallOptions(cancellationToken: new CancellationToken(canceled: true)));

        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Cancel_TokenOfARead_EndsTheCall()
    {
        await using var server = HostileServer.Start(call => call.HeadersAsync());
        using var channel = TestChannel.To(server);
        using var call = channel.Client.StreamingOutputCall(new StreamingOutputCallRequest(), TestChannel.Options());
        using var cancellation = new CancellationTokenSource();
        await call.ResponseHeadersAsync;

        var read = call.ResponseStream.MoveNext(cancellation.Token);
        await cancellation.CancelAsync();

        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => read)).StatusCode);
        Assert.Equal(Http2ErrorCode.Cancel, await (await server.FirstCallAsync()).ResetByClient);
    }

    [Fact]
    public async Task Dispose_RunningCall_EndsItWithReset()
    {
        await using var server = HostileServer.Start(call => call.HeadersAsync());
        using var channel = TestChannel.To(server);
        var call = channel.Client.FullDuplexCall(TestChannel.Options());
        await call.ResponseHeadersAsync;

        call.Dispose();

        Assert.Equal(new Status(StatusCode.Cancelled, "gRPC call disposed."), call.GetStatus());
        Assert.Equal(Http2ErrorCode.Cancel, await (await server.FirstCallAsync()).ResetByClient);
        await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        await Assert.ThrowsAsync<RpcException>(() => call.RequestStream.WriteAsync(new StreamingOutputCallRequest(), CancellationToken.None));
    }

    [Fact]
    public async Task Cancel_WithTheOption_ThrowsOperationCanceled()
    {
        await using var server = HostileServer.Start(_ => Task.CompletedTask);
        using var channel = TestChannel.To(server, new() { ThrowOperationCanceledOnCancellation = true });
        using var cancellation = new CancellationTokenSource();
        using var call = channel.Client.UnaryCallAsync(new SimpleRequest(), new CallOptions(cancellationToken: cancellation.Token));
        using var late = channel.Client.StreamingOutputCall(new StreamingOutputCallRequest(), new CallOptions(deadline: TestChannel.After(Short)));

        await cancellation.CancelAsync();

        var thrown = await Assert.ThrowsAsync<OperationCanceledException>(() => call.ResponseAsync);
        Assert.Equal(cancellation.Token, thrown.CancellationToken);
        Assert.Equal(StatusCode.Cancelled, Assert.IsType<RpcException>(thrown.InnerException).StatusCode);
        await Assert.ThrowsAsync<OperationCanceledException>(() => late.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(StatusCode.DeadlineExceeded, late.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Cancel_StatusFromTheServer_StaysRpcException()
    {
        await using var server = HostileServer.Start(call => call.TrailersOnlyAsync(("grpc-status", "1")));
        using var channel = TestChannel.To(server, new() { ThrowOperationCanceledOnCancellation = true });

        Assert.Equal(StatusCode.Cancelled, (await channel.FailUnaryAsync()).StatusCode);
    }

    [Fact]
    public async Task Cancel_ThousandCallsAtOnce_AllEndAndNoneIsLeft()
    {
        const int callCount = 1000;
        await using var server = HostileServer.Start(_ => Task.CompletedTask, (Http2SettingId.MaxConcurrentStreams, callCount));
        using var channel = TestChannel.To(server);
        using var cancellation = new CancellationTokenSource();
        var calls = Enumerable.Range(0, callCount).Select(_ => channel.FailUnaryAsync(new CallOptions(cancellationToken: cancellation.Token))).ToList();

        await cancellation.CancelAsync();

        Assert.All(await Task.WhenAll(calls), failure => Assert.Equal(StatusCode.Cancelled, failure.StatusCode));
        Assert.Equal(0, channel.Channel.CallCount);
    }

    private static async Task<RpcException> FailAsync(TestChannel channel, MethodType type, CallOptions options)
    {
        var client = channel.Client;
        return await Assert.ThrowsAsync<RpcException>(() => type switch
        {
            MethodType.Unary => client.UnaryCallAsync(new SimpleRequest(), options).ResponseAsync,
            MethodType.ServerStreaming => client.StreamingOutputCall(new StreamingOutputCallRequest(), options).ResponseStream.MoveNext(CancellationToken.None),
            MethodType.ClientStreaming => client.StreamingInputCall(options).ResponseAsync,
            _ => client.FullDuplexCall(options).ResponseStream.MoveNext(CancellationToken.None),
        });
    }

    private sealed class DeafHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new TaskCompletionSource<HttpResponseMessage>().Task;
    }
}
