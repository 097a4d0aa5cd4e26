using System.Net;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>Sections H and I of the conformance checklist: streaming, flow control and limits.</summary>
public sealed class StreamTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Headers_AskedForByTheHandler_ArriveBeforeTheFirstMessage()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            ServerStream = async (_, responses, context) =>
            {
                await context.WriteResponseHeadersAsync(new Metadata { { "x-early", "1" } });
                await release.Task;
                await responses.WriteAsync(new(), context.CancellationToken);
            },
        });
        using var request = Wire.Request(ScriptedTestService.ServerStream, new ByteArrayContent(new byte[5]));

        using var response = await application.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken)
            .WaitAsync(s_limit, TestContext.Current.CancellationToken);

        Assert.Equal("1", response.Headers.GetValues("x-early").Single());
        release.SetResult();
        Assert.Equal(5, (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task Duplex_PingPong_EachAnswerArrivesBeforeTheNextQuestion()
    {
        await using var application = await ScriptedApplication.StartAsync(new());
        using var content = new OpenContent(Wire.Frame(Numbered(0)));
        using var request = Wire.Request(ScriptedTestService.Duplex, content);
        using var response = await application.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        for (var i = 0; i < 5; i++)
        {
            if (i > 0)
                await content.WriteAsync(Wire.Frame(Numbered(i)));
            var answer = new byte[5 + new StreamingOutputCallResponse { Payload = Numbered(i).Payload }.CalculateSize()];
            await stream.ReadExactlyAsync(answer, TestContext.Current.CancellationToken).AsTask().WaitAsync(s_limit, TestContext.Current.CancellationToken);
            Assert.Equal(Numbered(i).Payload, StreamingOutputCallResponse.Parser.ParseFrom(answer.AsSpan(5)).Payload);
        }

        content.End();
        Assert.Equal(0, await stream.ReadAsync(new byte[1], TestContext.Current.CancellationToken));
        Assert.Equal("0", response.TrailingHeaders.GetValues("grpc-status").Single());
    }

    [Fact]
    public async Task Write_BufferHint_IsSentWithTheNext()
    {
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            ServerStream = async (_, responses, context) =>
            {
                responses.WriteOptions = new WriteOptions(WriteFlags.BufferHint);
                for (var i = 0; i < 3; i++)
                    await responses.WriteAsync(new(), context.CancellationToken);
            },
        });

        Assert.Equal(3, (await application.CallAsync(ScriptedTestService.ServerStream, new byte[5])).Messages.Count);
    }

    [Fact]
    public async Task Write_TwoAtOnce_SecondThrows()
    {
        Exception? thrown = null;
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var script = new ScriptedTestService.Script
        {
            ServerStream = async (_, responses, context) =>
            {
                // More than windows and buffers hold, so that the write waits for the reader.
                var big = responses.WriteAsync(new() { Payload = new() { Body = ByteString.CopyFrom(new byte[8_000_000]) } }, context.CancellationToken);
                thrown = await Record.ExceptionAsync(() => responses.WriteAsync(new(), context.CancellationToken));
                waiting.SetResult();
                await big;
            },
        };
        await using var application = await ScriptedApplication.StartAsync(script);
        using var request = Wire.Request(ScriptedTestService.ServerStream, new ByteArrayContent(new byte[5]));
        using var response = await application.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        await waiting.Task.WaitAsync(s_limit, TestContext.Current.CancellationToken);

        Assert.IsType<InvalidOperationException>(thrown);
        Assert.True((await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length > 8_000_000);
    }

    [Fact]
    public async Task Deadline_ClientDoesNotRead_StreamIsReset()
    {
        var outcome = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new StreamingOutputCallResponse { Payload = new() { Body = ByteString.CopyFrom(new byte[1_000_000]) } };
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            ServerStream = async (_, responses, _) =>
            {
                var thrown = await Record.ExceptionAsync(async () =>
                {
                    while (true)
                        await responses.WriteAsync(message, TestContext.Current.CancellationToken);
                });
                outcome.SetResult(thrown);
            },
        });
        using var request = Wire.Request(ScriptedTestService.ServerStream, new ByteArrayContent(new byte[5]), ("grpc-timeout", "500m"));
        using var response = await application.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        Assert.IsAssignableFrom<OperationCanceledException>(await outcome.Task.WaitAsync(s_limit, TestContext.Current.CancellationToken));
        Assert.Equal(StatusCode.OK, (await application.CallAsync(ScriptedTestService.Unary, new byte[5])).Status);
        Assert.Empty(application.Log.Errors);
    }

    [Fact]
    public async Task ClientStream_HandlerAnswersEarly_StatusIsSeenAndTheConnectionGoesOn()
    {
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            ClientStream = (_, _) => throw new RpcException(new Status(StatusCode.FailedPrecondition, "early")),
        });
        using var content = new OpenContent(new byte[5]);

        var answer = await application.SendAsync(Wire.Request(ScriptedTestService.ClientStream, content)).WaitAsync(s_limit, TestContext.Current.CancellationToken);

        Assert.Equal(StatusCode.FailedPrecondition, answer.Status);
        Assert.Equal(StatusCode.OK, (await application.CallAsync(ScriptedTestService.Unary, new byte[5])).Status);
    }

    [Theory]
    [InlineData(100, StatusCode.OK)]
    [InlineData(101, StatusCode.ResourceExhausted)]
    public async Task Request_AtTheLimit_IsTakenAndAboveItRefused(int length, StatusCode expected)
    {
        await using var application = await ScriptedApplication.StartAsync(new(), options => options.MaxReceiveMessageSize = 100);
        // A bytes field of the whole rest: tag and length take two bytes, twice.
        var message = new SimpleRequest { Payload = new() { Body = ByteString.CopyFrom(new byte[length - 4]) } };
        Assert.Equal(length, message.CalculateSize());

        Assert.Equal(expected, (await application.CallAsync(ScriptedTestService.Unary, Wire.Frame(message))).Status);
        Assert.Equal(
            expected, (await application.CallAsync(ScriptedTestService.Unary, Wire.Frame(CompressionTests.Gzip(message.ToByteArray()), 1), ("grpc-encoding", "gzip"))).Status);
    }

    [Fact]
    public async Task ClientStream_BodyLargerThanHttpAllows_IsRead()
    {
        await using var application = await ScriptedApplication.StartAsync(new());
        var frame = Wire.Frame(new StreamingInputCallRequest { Payload = new() { Body = ByteString.CopyFrom(new byte[1_000_000]) } });

        var answer = await application.CallAsync(ScriptedTestService.ClientStream, [.. Enumerable.Repeat(frame, 35).SelectMany(bytes => bytes)]);

        Assert.Equal(35_000_000, StreamingInputCallResponse.Parser.ParseFrom(answer.Messages[0].Payload).AggregatedPayloadSize);
    }

    [Theory]
    [InlineData(ScriptedTestService.ClientStream, true)]
    [InlineData(ScriptedTestService.Unary, false)]
    public async Task Request_SlowerThanHttpAllows_IsTakenFromStreamsOnly(string path, bool isTaken)
    {
        await using var application = await ScriptedApplication.StartAsync(
            new(),
            register: (services, _) => services.Configure<KestrelServerOptions>(
                kestrel => kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(1.1))));
        using var content = new OpenContent(0, 0);
        using var request = Wire.Request(path, content);

        var call = application.Client.SendAsync(request, TestContext.Current.CancellationToken);
        // Unary calls are cut by the server within some three seconds; a stream has to last longer than that.
        var isCut = await Task.WhenAny(call, Task.Delay(TimeSpan.FromSeconds(isTaken ? 4 : 15), TestContext.Current.CancellationToken)) == call;

        Assert.Equal(!isTaken, isCut);
        if (isCut)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => call);
            return;
        }

        await content.WriteAsync(new byte[3]);
        content.End();
        Assert.Equal(HttpStatusCode.OK, (await call).StatusCode);
    }

    [Fact]
    public async Task Connection_ThousandIdleStreams_NoThreadEach()
    {
        var runningCount = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            ServerStream = async (_, _, context) =>
            {
                if (Interlocked.Increment(ref runningCount) == 1000)
                    all.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
            },
        });
        using var cancellation = new CancellationTokenSource();
        var threadCount = ThreadPool.ThreadCount;

        var calls = Enumerable.Range(0, 1000)
            .Select(_ => application.Client.SendAsync(Wire.Request(ScriptedTestService.ServerStream, new ByteArrayContent(new byte[5])), cancellation.Token)).ToList();
        await all.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.True(ThreadPool.ThreadCount < threadCount + 100, $"{threadCount} threads became {ThreadPool.ThreadCount}.");
        Assert.Equal(StatusCode.OK, (await application.CallAsync(ScriptedTestService.Unary, new byte[5])).Status);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(calls));
    }

    private static StreamingOutputCallRequest Numbered(int number) => new() { Payload = new() { Body = ByteString.CopyFromUtf8($"{number}") } };
}
