using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>Section C of the conformance checklist: how messages are cut out of the body.</summary>
public sealed class FramingTests
{
    private static readonly byte[] s_good = Wire.Frame(new SimpleRequest { Payload = new() { Body = ByteString.CopyFromUtf8("x") } });

    public static TheoryData<string, byte[], StatusCode> Bodies => new()
    {
        { "C-1 empty message", new byte[5], StatusCode.OK },
        { "C-2 one byte of the prefix", new byte[1], StatusCode.Internal },
        { "C-2 four bytes of the prefix", new byte[4], StatusCode.Internal },
        { "C-3 body shorter than its length", s_good[..^1], StatusCode.Internal },
        { "C-5 two messages", [.. s_good, .. s_good], StatusCode.Unimplemented },
        { "C-6 no message", [], StatusCode.Unimplemented },
        { "C-7 flag 2", [2, .. s_good[1..]], StatusCode.Internal },
        { "C-7 flag 127", [127, .. s_good[1..]], StatusCode.Internal },
        { "C-7 flag 128", [128, .. s_good[1..]], StatusCode.Internal },
        { "C-7 flag 129", [129, .. s_good[1..]], StatusCode.Internal },
        { "C-8 length 2^32 - 1", [0, 0xFF, 0xFF, 0xFF, 0xFF, 1], StatusCode.ResourceExhausted },
        { "C-9 length 2^31", [0, 0x80, 0, 0, 0, 1], StatusCode.ResourceExhausted },
        { "C-9 length 2^31 - 1", [0, 0x7F, 0xFF, 0xFF, 0xFF, 1], StatusCode.ResourceExhausted },
        { "N-1 not protobuf", Wire.Frame([0x0A, 0x05, 1]), StatusCode.Internal },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Unary_Body_IsAnsweredAsListed(string item, byte[] body, StatusCode expected)
    {
        var runCount = 0;
        var script = new ScriptedTestService.Script { Unary = (_, _) => Task.FromResult(new SimpleResponse { Username = $"{++runCount}" }) };
        await using var application = await ScriptedApplication.StartAsync(script);

        var answer = await application.CallAsync(ScriptedTestService.Unary, body);

        Assert.True(expected == answer.Status, $"{item}: {answer.Status} {answer.Message}");
        Assert.Equal(expected == StatusCode.OK ? 1 : 0, runCount);
        Assert.Empty(application.Log.Errors);
    }

    [Fact]
    public async Task ServerStream_NoneOrTwoMessages_IsUnimplemented()
    {
        await using var application = await ScriptedApplication.StartAsync(new());

        Assert.Equal(StatusCode.Unimplemented, (await application.CallAsync(ScriptedTestService.ServerStream, [])).Status);
        Assert.Equal(StatusCode.Unimplemented, (await application.CallAsync(ScriptedTestService.ServerStream, new byte[10])).Status);
    }

    [Fact]
    public async Task ClientStream_GoodThenPartialMessage_HandlerGetsTheFirstAndTheCallIsInternal()
    {
        var seenCount = 0;
        var script = new ScriptedTestService.Script
        {
            ClientStream = async (requests, context) =>
            {
                while (await requests.MoveNext(context.CancellationToken))
                    seenCount++;
                return new StreamingInputCallResponse();
            },
        };
        await using var application = await ScriptedApplication.StartAsync(script);

        var answer = await application.CallAsync(ScriptedTestService.ClientStream, [.. new byte[5], 0, 0, 0]);

        Assert.Equal(StatusCode.Internal, answer.Status);
        Assert.Equal("Incomplete message.", answer.Message);
        Assert.Equal(1, seenCount);
    }

    [Fact]
    public async Task ClientStream_TenThousandEmptyMessages_AllAreCountedInLinearTime()
    {
        var script = new ScriptedTestService.Script
        {
            ClientStream = async (requests, context) =>
            {
                var count = 0;
                while (await requests.MoveNext(context.CancellationToken))
                    count++;
                return new StreamingInputCallResponse { AggregatedPayloadSize = count };
            },
        };
        await using var application = await ScriptedApplication.StartAsync(script);
        var watch = Stopwatch.StartNew();

        var answer = await application.CallAsync(ScriptedTestService.ClientStream, new byte[50_000]);

        Assert.Equal(10_000, StreamingInputCallResponse.Parser.ParseFrom(answer.Messages[0].Payload).AggregatedPayloadSize);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task Unary_StreamLeftOpen_WaitsUntilTheDeadline()
    {
        var runCount = 0;
        var script = new ScriptedTestService.Script { Unary = (_, _) => Task.FromResult(new SimpleResponse { Username = $"{++runCount}" }) };
        await using var application = await ScriptedApplication.StartAsync(script);
        using var content = new OpenContent(s_good);

        var answer = await application.SendAsync(Wire.Request(ScriptedTestService.Unary, content, ("grpc-timeout", "300m")));

        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
        Assert.Equal(0, runCount);
    }
}
