using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>The four shapes of calls, end to end.</summary>
public sealed class CallShapeTests
{
    private static readonly Payload s_payload = new() { Body = ByteString.CopyFromUtf8("hello") };

    [Fact]
    public async Task Unary_OneMessage_AnswersWithMessageAndTrailers()
    {
        await using var application = await ScriptedApplication.StartAsync(new());

        var answer = await application.CallAsync(ScriptedTestService.Unary, Wire.Frame(new SimpleRequest { Payload = s_payload }));

        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.Null(answer.Message);
        Assert.False(answer.IsTrailersOnly);
        Assert.Equal("application/grpc", answer.ContentType);
        Assert.Equal(s_payload, SimpleResponse.Parser.ParseFrom(Assert.Single(answer.Messages).Payload).Payload);
        Assert.Empty(application.Log.Errors);
    }

    [Fact]
    public async Task ServerStream_ThreeMessages_AllArriveInOrder()
    {
        var script = new ScriptedTestService.Script
        {
            ServerStream = async (_, responses, _) =>
            {
                for (var i = 1; i <= 3; i++)
                    await responses.WriteAsync(new() { Payload = new() { Body = ByteString.CopyFrom(new byte[i]) } });
            },
        };
        await using var application = await ScriptedApplication.StartAsync(script);

        var answer = await application.CallAsync(ScriptedTestService.ServerStream, Wire.Frame(new StreamingOutputCallRequest()));

        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.Equal([1, 2, 3], answer.Messages.Select(message => StreamingOutputCallResponse.Parser.ParseFrom(message.Payload).Payload.Body.Length));
    }

    [Fact]
    public async Task ServerStream_NoMessages_HasHeadersAndTrailers()
    {
        await using var application = await ScriptedApplication.StartAsync(new());

        var answer = await application.CallAsync(ScriptedTestService.ServerStream, Wire.Frame(new StreamingOutputCallRequest()));

        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.False(answer.IsTrailersOnly);
        Assert.Empty(answer.Body);
    }

    [Fact]
    public async Task ClientStream_TwoMessages_HandlerReadsBoth()
    {
        await using var application = await ScriptedApplication.StartAsync(new());
        var frame = Wire.Frame(new StreamingInputCallRequest { Payload = s_payload });

        var answer = await application.CallAsync(ScriptedTestService.ClientStream, [.. frame, .. frame]);

        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.Equal(10, StreamingInputCallResponse.Parser.ParseFrom(Assert.Single(answer.Messages).Payload).AggregatedPayloadSize);
    }

    [Fact]
    public async Task Duplex_TwoMessages_BothAreEchoed()
    {
        await using var application = await ScriptedApplication.StartAsync(new());
        var frame = Wire.Frame(new StreamingOutputCallRequest { Payload = s_payload });

        var answer = await application.CallAsync(ScriptedTestService.Duplex, [.. frame, .. frame]);

        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.Equal(2, answer.Messages.Count);
    }

    [Fact]
    public async Task Call_OfUnknownServiceOrMethod_IsUnimplemented()
    {
        await using var application = await ScriptedApplication.StartAsync(new());

        foreach (var path in new[] { "/a.B/C", "/grpc.testing.TestService/Nope", "/grpc.testing.testservice/UnaryCall", "/", "/a", "/a/b/c", "/a.B/" })
        {
            var answer = await application.CallAsync(path, Wire.Frame(new Empty()));

            Assert.Equal(200, answer.HttpStatus);
            Assert.Equal(StatusCode.Unimplemented, answer.Status);
            Assert.True(answer.IsTrailersOnly, path);
        }
    }
}
