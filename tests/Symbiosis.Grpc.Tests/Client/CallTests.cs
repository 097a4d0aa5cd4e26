using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Testing;
using Symbiosis.Grpc.Tests.Wire;

namespace Symbiosis.Grpc.Tests.Client;

/// <summary>The four call types and what their objects promise.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task Unary_GoodAnswer_HasResponseHeadersTrailersAndStatus()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.RequestBody;
            await call.HeadersAsync(("x-head", "h"));
            await call.MessageAsync(TestChannel.Response(4));
            await call.TrailersAsync(("grpc-status", "0"), ("x-trail", "t"));
        });
        using var channel = TestChannel.To(server);
        using var call = channel.Client.UnaryCallAsync(new SimpleRequest(), TestChannel.Options());

        var response = await call;

        Assert.Equal(4, response.Payload.Body.Length);
        Assert.Equal("h", (await call.ResponseHeadersAsync).GetValue("x-head"));
        Assert.Equal("t", call.GetTrailers().GetValue("x-trail"));
        Assert.Equal(Status.DefaultSuccess, call.GetStatus());
        Assert.Equal(0, channel.Channel.CallCount);
    }

    [Fact]
    public async Task Unary_Blocking_WaitsOnThisThread()
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync(TestChannel.Response(4)));
        using var channel = TestChannel.To(server);

        var response = await Task.Run(() => channel.Client.UnaryCall(new SimpleRequest(), TestChannel.Options()), TestContext.Current.CancellationToken);

        Assert.Equal(4, response.Payload.Body.Length);
    }

    [Fact]
    public async Task Unary_HeadersBeforeTheMessage_AreThereAtOnce()
    {
        var isSeen = new TaskCompletionSource();
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync(("x-head", "h"));
            await isSeen.Task;
            await call.MessageAsync([]);
            await call.TrailersAsync(("grpc-status", "0"));
        });
        using var channel = TestChannel.To(server);
        using var call = channel.Client.UnaryCallAsync(new SimpleRequest(), TestChannel.Options());

        Assert.Equal("h", (await call.ResponseHeadersAsync).GetValue("x-head"));
        Assert.Throws<InvalidOperationException>(() => call.GetStatus());
        Assert.Throws<InvalidOperationException>(call.GetTrailers);
        isSeen.SetResult();
        await call;
    }

    [Fact]
    public async Task Unary_ErrorAfterTheMessage_IsTheError()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync();
            await call.MessageAsync([]);
            await call.TrailersAsync(("grpc-status", "15"), ("grpc-message", "gone"), ("x-why", "disk"));
        });
        using var channel = TestChannel.To(server);

        var failure = await channel.FailUnaryAsync();

        Assert.Equal(new Status(StatusCode.DataLoss, "gone"), failure.Status);
        Assert.Equal("disk", failure.Trailers.GetValue("x-why"));
    }

    [Fact]
    public async Task Unary_ResponseThatIsNoMessage_IsInternal()
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync([0xFF]));
        using var channel = TestChannel.To(server);

        Assert.Equal(StatusCode.Internal, (await channel.FailUnaryAsync()).StatusCode);
    }

    [Fact]
    public async Task ServerStream_MessagesThenError_GivesBoth()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync();
            for (var size = 0; size < 3; size++)
                await call.MessageAsync(TestChannel.StreamResponse(size));
            await call.TrailersAsync(("grpc-status", "10"));
        });
        using var channel = TestChannel.To(server);

        var (count, failure) = await channel.FailStreamAsync();

        Assert.Equal(3, count);
        Assert.Equal(StatusCode.Aborted, failure.StatusCode);
    }

    [Fact]
    public async Task ServerStream_AfterItsEnd_StaysAtItsEnd()
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync(TestChannel.StreamResponse(1)));
        using var channel = TestChannel.To(server);
        using var call = channel.Client.StreamingOutputCall(new StreamingOutputCallRequest(), TestChannel.Options());

        var sizes = new List<int>();
        await foreach (var response in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
            sizes.Add(response.Payload.Body.Length);

        Assert.Equal([1], sizes);
        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(Status.DefaultSuccess, call.GetStatus());
    }

    [Fact]
    public async Task ServerStream_TwoReadsAtOnce_SecondIsRefused()
    {
        await using var server = HostileServer.Start(call => call.HeadersAsync());
        using var channel = TestChannel.To(server);
        using var call = channel.Client.StreamingOutputCall(new StreamingOutputCallRequest(), TestChannel.Options());

        var first = call.ResponseStream.MoveNext(CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.False(first.IsCompleted);
        call.Dispose();
        await Assert.ThrowsAsync<RpcException>(() => first);
    }

    [Fact]
    public async Task ClientStream_ManyMessages_ArriveInOrder()
    {
        await using var server = HostileServer.Start(async call =>
        {
            var messages = GrpcFraming.Split(await call.RequestBody);
            var sizes = messages.Select(message => StreamingInputCallRequest.Parser.ParseFrom(message.Payload).Payload.Body.Length);
            Assert.Equal(Enumerable.Range(0, 200), sizes);
            await call.AnswerAsync(new StreamingInputCallResponse { AggregatedPayloadSize = messages.Count }.ToByteArray());
        });
        using var channel = TestChannel.To(server);
        using var call = channel.Client.StreamingInputCall(TestChannel.Options());

        for (var size = 0; size < 200; size++)
        {
            call.RequestStream.WriteOptions = size % 2 == 0 ? new WriteOptions(WriteFlags.BufferHint) : null;
            await call.RequestStream.WriteAsync(new() { Payload = new Payload { Body = ByteString.CopyFrom(new byte[size]) } }, CancellationToken.None);
        }

        await call.RequestStream.CompleteAsync();
        Assert.Equal(200, (await call).AggregatedPayloadSize);
    }

    [Fact]
    public async Task ClientStream_ServerAnswersEarlyWithAnError_WritesGiveTheStatus()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.UntilReceivedAsync(1);
            await call.TrailersOnlyAsync(("grpc-status", "8"), ("grpc-message", "too much"));
            await call.ResetAsync(Http2ErrorCode.NoError);
        });
        using var channel = TestChannel.To(server);
        using var call = channel.Client.StreamingInputCall(TestChannel.Options());
        var message = new StreamingInputCallRequest { Payload = new Payload { Body = ByteString.CopyFrom(new byte[1000]) } };

        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (true)
                await call.RequestStream.WriteAsync(message, CancellationToken.None);
        });

        Assert.Equal(new Status(StatusCode.ResourceExhausted, "too much"), failure.Status);
        Assert.Equal(failure.Status, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).Status);
        await call.RequestStream.CompleteAsync();
    }

    [Fact]
    public async Task ClientStream_ServerAnswersEarlyWithOk_ResponseIsThere()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.UntilReceivedAsync(1);
            await call.AnswerAsync(new StreamingInputCallResponse { AggregatedPayloadSize = 1 }.ToByteArray());
            await call.ResetAsync(Http2ErrorCode.NoError);
        });
        using var channel = TestChannel.To(server);
        using var call = channel.Client.StreamingInputCall(TestChannel.Options());

        // The server may be done before the write is.
        var write = call.RequestStream.WriteAsync(new StreamingInputCallRequest { ExpectCompressed = new BoolValue() }, CancellationToken.None);

        Assert.Equal(1, (await call).AggregatedPayloadSize);
        await write.ContinueWith(_ => { }, TaskScheduler.Default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync(new StreamingInputCallRequest(), CancellationToken.None));
    }

    [Fact]
    public async Task Duplex_PingPong_MessagesComeOneByOne()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync();
            for (var count = 1; count <= 50; count++)
            {
                await call.UntilReceivedAsync(count * 5);
                await call.MessageAsync(TestChannel.StreamResponse(count));
            }

            await call.RequestBody;
            await call.TrailersAsync(("grpc-status", "0"));
        });
        using var channel = TestChannel.To(server);
        using var call = channel.Client.FullDuplexCall(TestChannel.Options());

        for (var count = 1; count <= 50; count++)
        {
            await call.RequestStream.WriteAsync(new StreamingOutputCallRequest(), CancellationToken.None);
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            Assert.Equal(count, call.ResponseStream.Current.Payload.Body.Length);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
    }

    [Fact]
    public async Task Duplex_ServerEndsEarly_WriterDoesNotHangAndTheReaderSeesTheStatus()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.UntilReceivedAsync(1);
            await call.HeadersAsync();
            await call.TrailersAsync(("grpc-status", "9"));
            await call.ResetAsync(Http2ErrorCode.NoError);
        });
        using var channel = TestChannel.To(server);
        using var call = channel.Client.FullDuplexCall(TestChannel.Options());
        var message = new StreamingOutputCallRequest { Payload = new Payload { Body = ByteString.CopyFrom(new byte[1000]) } };

        await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (true)
                await call.RequestStream.WriteAsync(message, CancellationToken.None);
        });
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
    }

    [Fact]
    public async Task Write_AfterComplete_IsRefused()
    {
        await using var server = HostileServer.Start(_ => Task.CompletedTask);
        using var channel = TestChannel.To(server);
        using var call = channel.Client.StreamingInputCall(TestChannel.Options());

        await call.RequestStream.CompleteAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync(new StreamingInputCallRequest(), CancellationToken.None));
        await call.RequestStream.CompleteAsync();
    }

    [Fact]
    public async Task Write_ServerThatDoesNotRead_WaitsAndCanBeCancelled()
    {
        await using var server = HostileServer.Start(_ => Task.CompletedTask, (Http2SettingId.InitialWindowSize, 10));
        server.ReturnsWindows = false;
        using var channel = TestChannel.To(server);
        using var call = channel.Client.StreamingInputCall(TestChannel.Options());
        using var cancellation = new CancellationTokenSource();
        var message = new StreamingInputCallRequest { Payload = new Payload { Body = ByteString.CopyFrom(new byte[100_000]) } };

        var write = call.RequestStream.WriteAsync(message, cancellation.Token);
        await Assert.ThrowsAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync(message, CancellationToken.None));
        await cancellation.CancelAsync();

        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => write)).StatusCode);
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Intercept_Channel_SeesTheCall()
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync([]));
        using var channel = TestChannel.To(server);
        var client = new TestService.TestServiceClient(channel.Channel.Intercept(metadata =>
        {
            metadata.Add("x-added", "1");
            return metadata;
        }));

        await client.UnaryCallAsync(new SimpleRequest(), TestChannel.Options());

        Assert.Equal("1", server.Calls[0].Header("x-added"));
    }

    [Fact]
    public async Task Unary_ManyAtOnce_AllSucceedOnOneChannel()
    {
        const int callCount = 500;
        await using var server = HostileServer.Start(async call =>
        {
            var request = SimpleRequest.Parser.ParseFrom(GrpcFraming.Split(await call.RequestBody).Single().Payload);
            await call.AnswerAsync(TestChannel.Response(request.Payload.Body.Length));
        });
        using var channel = TestChannel.To(server);

        var sizes = await Task.WhenAll(Enumerable.Range(0, callCount).Select(async size =>
        {
            var request = new SimpleRequest { Payload = new Payload { Body = ByteString.CopyFrom(new byte[size]) } };
            return (await channel.UnaryAsync(request: request)).Payload?.Body.Length ?? 0;
        }));

        Assert.Equal(Enumerable.Range(0, callCount), sizes);
        Assert.Equal(0, channel.Channel.CallCount);
    }
}
