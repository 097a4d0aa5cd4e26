using Google.Protobuf;
using Grpc.Core;
using Symbiosis.Grpc.TestHost;
using Symbiosis.Testing;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Section I of the checklist: limits.</summary>
public sealed class WireLimitTests(WireHost host) : WireTests(host)
{
    private const int ReceiveLimit = 4 * 1024 * 1024;
    private const string TooLarge = "Received message exceeds the maximum configured message size.";

    [Fact]
    public async Task I01_MessageOfExactlyTheLimit_IsRead()
    {
        foreach (var path in AllPaths)
            AssertStatus(StatusCode.OK, await CallAsync(path.Data, MessageOf(ReceiveLimit)));
    }

    [Fact]
    public async Task I02_MessageTenBytesAboveTheLimit_ResourceExhausted()
    {
        foreach (var path in AllPaths)
        {
            var answer = await CallAsync(path.Data, MessageOf(ReceiveLimit + 10));

            AssertStatus(StatusCode.ResourceExhausted, answer);
            Assert.Equal(TooLarge, answer.Message);
        }
    }

    [Theory]
    [InlineData(ClientStreamPath)]
    [InlineData(DuplexPath)]
    public async Task I02_LaterMessageAboveTheLimit_ResourceExhausted(string path)
    {
        var answer = await CallAsync(path, [.. Good(), .. MessageOf(ReceiveLimit + 10)]);

        AssertStatus(StatusCode.ResourceExhausted, answer);
        Assert.Equal(TooLarge, answer.Message);
    }

    [Fact]
    public async Task I03_ResponseAboveTheLimit_ResourceExhausted()
    {
        await using var application = await WireHost.StartAsync(Host.Log, new TestHostOptions { ConfigureGrpc = grpc => grpc.MaxSendMessageSize = 1000 });
        await using var connection = await WireConnection.ConnectAsync(application.H2cPort);
        foreach (var path in AllPaths)
        {
            var call = connection.NewCall();
            await call.SendHeadersAsync(path.Data);
            await call.SendDataAsync(Good(request => (request.ResponseBytes, request.ResponseCount) = (1001, 1)), endStream: true);

            AssertStatus(StatusCode.ResourceExhausted, await call.AnswerAsync());
        }
    }

    [Fact]
    public async Task I04_HeadersOf15Kilobytes_AreRead()
    {
        AssertStatus(StatusCode.OK, await CallAsync(UnaryPath, Good(), ("x-a", new string('a', 7500)), ("x-b", new string('b', 7500))));
    }

    [Fact]
    public async Task I04_HeadersOf40Kilobytes_AreRefused()
    {
        AssertRefused(await CallAsync(UnaryPath, Good(), [.. Enumerable.Range(0, 5).Select(i => ($"x-{i}", new string('a', 8000)))]));
    }

    [Fact]
    public async Task I04_101Headers_AreRefused()
    {
        AssertRefused(await CallAsync(UnaryPath, Good(), [.. Enumerable.Range(0, 101).Select(i => ($"x-{i}", "v"))]));
    }

    [Fact]
    public async Task I05_ClientStreamOf40Megabytes_IsRead()
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(ClientStreamPath);
        var message = MessageOf(1 << 20);
        for (var i = 0; i < 40; i++)
            await call.SendDataAsync(message, endStream: i == 39);

        var answer = await call.AnswerAsync();

        Assert.Equal(40, ResponseOf(answer).RequestCount);
    }

    [Fact]
    public async Task I07_ThousandStreamsOnOneConnection_AreAllServed()
    {
        await using var connection = await ConnectAsync();
        var calls = Enumerable.Range(0, 1000).Select(_ => connection.NewCall()).ToList();
        foreach (var call in calls)
            await call.SendHeadersAsync(UnaryPath);
        // All are open at once before the first is whole.
        await connection.PingAsync(new byte[8]);
        Assert.DoesNotContain(calls, call => call.IsOver);

        foreach (var call in calls)
            await call.SendDataAsync(Good(), endStream: true);

        foreach (var call in calls)
            AssertStatus(StatusCode.OK, await call.AnswerAsync());
    }

    private static void AssertRefused(WireAnswer answer) =>
        Assert.True(answer.HttpStatus == "431" || answer.ResetCode is not null || answer.GoAwayCode is not null, answer.ToString());

    /// <summary>A framed request of exactly so many bytes.</summary>
    private static byte[] MessageOf(int length)
    {
        var request = new ProbeRequest { Text = new string('t', length - 10) };
        request.Text = new string('t', length - 10 + length - request.CalculateSize());
        Assert.Equal(length, request.CalculateSize());
        return GrpcFraming.Frame(request.ToByteArray());
    }
}
