using Grpc.Core;
using Grpc.Testing;
using Symbiosis.Testing;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Section H of the checklist: streams and flow control. What needs many seconds stands in <see cref="WireIdleTests"/>.</summary>
public sealed class WireStreamingTests(WireHost host) : WireTests(host)
{
    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task H01_HeadersThatTheHandlerSends_ComeBeforeTheFirstMessage(string path)
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(path);
        await call.SendDataAsync(
            Good(request =>
            {
                (request.HeadersFirst, request.Ending) = (true, Ending.Wait);
                request.Headers.Add(new Entry { Key = "x-early", Text = "1" });
            }),
            endStream: true);

        var headers = await call.HeadersAsync();

        Assert.Equal("1", WireAnswer.First(headers, "x-early"));
        Assert.False(call.IsOver);
        await call.ResetAsync();
    }

    [Fact]
    public async Task H02_EachMessage_ArrivesBeforeTheNextIsWritten()
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(DuplexPath);
        for (var i = 1; i <= 50; i++)
        {
            await call.SendDataAsync(Good(request => request.ResponseCount = 1));
            Assert.Equal(i, ProbeResponse.Parser.ParseFrom(await call.NextMessageAsync()).RequestCount);
        }

        await call.EndAsync();

        AssertStatus(StatusCode.OK, await call.AnswerAsync());
    }

    [Fact]
    public async Task H04_Result100MegabytesThroughA64KilobyteWindow_IsWhole()
    {
        var options = new WireConnectionOptions { StreamWindow = 65535, OpenConnectionWindow = false, ReturnWindows = true, KeepBodies = false };
        await using var connection = await ConnectAsync(options);
        var call = connection.NewCall();
        await call.SendHeadersAsync(ServerStreamPath);
        await call.SendDataAsync(Good(request => (request.ResponseCount, request.ResponseBytes) = (100, 1 << 20)), endStream: true);

        var answer = await call.AnswerAsync(TimeSpan.FromSeconds(60));

        AssertStatus(StatusCode.OK, answer);
        Assert.InRange(call.BodyLength, 100L << 20, (100L << 20) + 10_000);
    }

    [Fact]
    public async Task H05_Interleaved_OrderIsKept()
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(DuplexPath);
        for (var i = 0; i < 300; i++)
            await call.SendDataAsync(Good(request => (request.ResponseCount, request.ResponseBytes) = (2, i)), endStream: i == 299);

        var answer = await call.AnswerAsync();

        AssertStatus(StatusCode.OK, answer);
        var lengths = answer.Messages.Select(message => ProbeResponse.Parser.ParseFrom(message.Payload).Body.Length);
        Assert.Equal(Enumerable.Range(0, 600).Select(i => i / 2), lengths);
    }

    [Fact]
    public async Task H05_HalfDuplex_AnswersComeAfterTheLastRequest()
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync("/grpc.testing.TestService/HalfDuplexCall");
        foreach (var size in (int[])[5, 7])
            await call.SendMessageAsync(new StreamingOutputCallRequest { ResponseParameters = { new ResponseParameters { Size = size } } });
        await connection.PingAsync(new byte[8]);
        Assert.Equal(0, call.BodyLength);
        await call.EndAsync();

        var answer = await call.AnswerAsync();

        Assert.Equal([5, 7], answer.Messages.Select(message => StreamingOutputCallResponse.Parser.ParseFrom(message.Payload).Payload.Body.Length));
    }

    [Fact]
    public async Task H06_ServerAnswersEarly_LaterWritesFailQuietly()
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(ClientStreamPath);
        await call.SendDataAsync(Good(request => request.StatusCode = 3));
        AssertStatus(StatusCode.InvalidArgument, await call.AnswerAsync());

        // As a client that has not yet seen the answer.
        for (var i = 0; i < 10; i++)
            await connection.SendAsync(Http2Frame.Data(call.StreamId, Good(), endStream: false));

        var other = connection.NewCall();
        await other.SendHeadersAsync(UnaryPath);
        await other.SendDataAsync(Good(), endStream: true);
        AssertStatus(StatusCode.OK, await other.AnswerAsync());
    }

    [Theory]
    [InlineData(ServerStreamPath)]
    [InlineData(DuplexPath)]
    public async Task H07_NoMessagesButMetadata_OkWithBoth(string path)
    {
        var request = new ProbeRequest();
        request.Headers.Add(new Entry { Key = "x-head", Text = "1" });
        request.Trailers.Add(new Entry { Key = "x-tail", Text = "2" });

        var answer = await CallAsync(path, request);

        AssertStatus(StatusCode.OK, answer);
        Assert.Empty(answer.Body);
        Assert.Equal("1", answer.Header("x-head"));
        Assert.Equal("2", answer.Trailer("x-tail"));
    }

    [Theory]
    [InlineData(ServerStreamPath)]
    [InlineData(DuplexPath)]
    public async Task H07_NothingAtAll_Ok(string path)
    {
        AssertStatus(StatusCode.OK, await CallAsync(path, new ProbeRequest()));
    }
}
