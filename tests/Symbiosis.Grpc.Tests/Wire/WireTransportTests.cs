using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Symbiosis.Grpc.TestHost;
using Symbiosis.Testing;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Section A of the checklist: the transport, most of it Kestrel's, as our settings leave it.</summary>
public sealed class WireTransportTests(WireHost host) : WireTests(host)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A01_PrefaceWithPriorKnowledge_ServesACall()
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(UnaryPath);
        await call.SendDataAsync(Good(), endStream: true);

        var answer = await call.AnswerAsync();

        AssertStatus(StatusCode.OK, answer);
        Assert.Equal("good", ResponseOf(answer).Text);
        Assert.True(connection.MaxConcurrentStreams >= 1000);
    }

    [Fact]
    public async Task A02_TlsWithAlpnH2_NegotiatesHttp2AndTls12OrNewer()
    {
        var tls = await TlsAsync(SslApplicationProtocol.Http2);
        await using var connection = await WireConnection.StartAsync(tls);
        var call = connection.NewCall();
        await call.SendFieldsAsync(WireCall.RequestFields(UnaryPath).Select(field => field.Name == ":scheme" ? (":scheme", "https") : field));
        await call.SendDataAsync(Good(), endStream: true);

        var answer = await call.AnswerAsync();

        AssertStatus(StatusCode.OK, answer);
        Assert.Equal(SslApplicationProtocol.Http2, tls.NegotiatedApplicationProtocol);
        Assert.True(tls.SslProtocol is SslProtocols.Tls12 or SslProtocols.Tls13, tls.SslProtocol.ToString());
    }

    [Fact]
    public async Task A03_TlsWithHttp11Only_UpgradeRequired()
    {
        await using var tls = await TlsAsync(SslApplicationProtocol.Http11);
        await tls.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {UnaryPath} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/grpc\r\nContent-Length: 5\r\nConnection: close\r\n\r\n\0\0\0\0\0"), Cancelled);

        var answer = await ReadToEndAsync(tls);

        Assert.StartsWith("HTTP/1.1 426 ", answer, StringComparison.Ordinal);
        Assert.Contains("upgrade: http/2\r\n", answer, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("grpc-status: 13\r\n", answer, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Request protocol 'HTTP/1.1' is not supported.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A04_Http11OnTheH2cPort_BadRequestAndClosed()
    {
        using var client = await DialAsync(Application.H2cPort);
        await client.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), Cancelled);

        var answer = await ReadToEndAsync(client.GetStream());

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A05_PrefaceOnAPortOfBothProtocols_GoAwayHttp11Required()
    {
        var options = new TestHostOptions
        {
            ConfigureKestrel = kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1AndHttp2),
        };
        await using var application = await WireHost.StartAsync(new LogRecorder(), options);
        await using var connection = await WireConnection.ConnectAsync(application.Ports[^1]);

        await connection.UntilGoAwayAsync();

        Assert.Equal(Http2ErrorCode.Http11Required, connection.GoAwayCode);
    }

    [Fact]
    public async Task A07_DataOfOneByteEach_SameAnswer()
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(UnaryPath);
        var body = Good();
        for (var i = 0; i < body.Length; i++)
            await connection.SendAsync(Http2Frame.Data(call.StreamId, [body[i]], endStream: i == body.Length - 1));

        Assert.Equal("good", ResponseOf(await call.AnswerAsync()).Text);
    }

    [Fact]
    public async Task A07_BodyCutAtEachOffset_SameAnswer()
    {
        await using var connection = await ConnectAsync();
        var body = Good();
        for (var cut = 0; cut <= body.Length; cut++)
        {
            var call = connection.NewCall();
            await call.SendHeadersAsync(UnaryPath);
            await connection.SendAsync(Http2Frame.Data(call.StreamId, body[..cut], endStream: false));
            await connection.PingAsync(BitConverter.GetBytes((long)cut));
            await connection.SendAsync(Http2Frame.Data(call.StreamId, body[cut..], endStream: true));

            Assert.Equal("good", ResponseOf(await call.AnswerAsync()).Text);
        }
    }

    [Fact]
    public async Task A07_PaddedData_SameAnswerAndThePaddingIsGivenBack()
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(ClientStreamPath);
        // 6,000 frames are 1.5 MB of padding, more than the connection's window of 1 MB: it must come back or the stream stalls.
        const int FrameCount = 6000;
        for (var i = 0; i < FrameCount; i++)
        {
            await connection.TakeWindowAsync(call, 1);
            await connection.SendAsync(Http2Frame.PaddedData(call.StreamId, GrpcFraming.Frame([]), 255, endStream: false));
        }

        await call.EndAsync();

        Assert.Equal(FrameCount, ResponseOf(await call.AnswerAsync()).RequestCount);
    }

    [Fact]
    public async Task A08_HeadersInContinuations_AreJoined()
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        var block = HpackEncoder.Encode(WireCall.RequestFields(UnaryPath, ("x-long", new string('v', 10_000))));
        var parts = block.Chunk(1000).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var isLast = i == parts.Count - 1;
            await connection.SendAsync(i == 0 ? Http2Frame.Headers(call.StreamId, parts[i], false, isLast) : Http2Frame.Continuation(call.StreamId, parts[i], isLast));
        }

        await call.SendDataAsync(Good(), endStream: true);

        Assert.Equal(10_000, ResponseOf(await call.AnswerAsync()).Metadata.Single(entry => entry.Key == "x-long").Text.Length);
    }

    [Fact]
    public async Task A08_HeaderOf63Kilobytes_IsRefused()
    {
        var answer = await CallAsync(UnaryPath, Good(), ("x-long", new string('v', 63 * 1024)));

        Assert.True(answer.HttpStatus == "431" || answer.GoAwayCode is not null || answer.ResetCode is not null, answer.ToString());
    }

    [Fact]
    public async Task A09_EmptyDataEndsTheStream_SameAnswer()
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(UnaryPath);
        await call.SendDataAsync(Good());
        await call.EndAsync();

        AssertStatus(StatusCode.OK, await call.AnswerAsync());
    }

    [Fact]
    public async Task A09_HeadersEndTheStream_NoRequestMessage()
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendFieldsAsync(WireCall.RequestFields(UnaryPath), endStream: true);

        AssertStatus(StatusCode.Unimplemented, await call.AnswerAsync());
    }

    [Fact]
    public async Task A10_PingDuringACall_IsAcknowledgedWithItsBytes()
    {
        var id = NewId();
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(UnaryPath);
        await call.SendDataAsync(Good(request => (request.Id, request.Ending) = (id, Ending.Wait)), endStream: true);
        await Application.Ledger[id].Started.Within(WireConnection.Patience);

        await connection.PingAsync([1, 2, 3, 4, 5, 6, 7, 8]);

        await call.ResetAsync();
        await Application.Ledger[id].Cancelled.Within(WireConnection.Patience);
    }

    [Fact]
    public async Task A11_MoreStreamsThanPermitted_TheExcessIsRefusedTheRestServed()
    {
        var options = new TestHostOptions { ConfigureKestrel = kestrel => kestrel.Limits.Http2.MaxStreamsPerConnection = 4 };
        await using var application = await WireHost.StartAsync(new LogRecorder(), options);
        await using var connection = await WireConnection.ConnectAsync(application.H2cPort);
        var served = Enumerable.Range(0, 4).Select(_ => connection.NewCall()).ToList();
        foreach (var call in served)
            await call.SendHeadersAsync(UnaryPath);

        var excess = connection.NewCall();
        await excess.SendHeadersAsync(UnaryPath);
        var refused = await excess.AnswerAsync();

        Assert.Equal(Http2ErrorCode.RefusedStream, refused.ResetCode);
        foreach (var call in served)
        {
            await call.SendDataAsync(Good(), endStream: true);
            AssertStatus(StatusCode.OK, await call.AnswerAsync());
        }
    }

    [Theory]
    [InlineData("X-Upper", "v")]
    [InlineData("connection", "close")]
    [InlineData("te", "gzip")]
    public async Task A12_HeaderThatHttp2Forbids_ProtocolError(string name, string value)
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendFieldsAsync([.. WireCall.RequestFields(UnaryPath).Where(entry => entry.Name != name), (name, value)]);

        var answer = await call.AnswerAsync();

        Assert.True(answer.GoAwayCode == Http2ErrorCode.ProtocolError || answer.ResetCode == Http2ErrorCode.ProtocolError, answer.ToString());
    }

    [Fact]
    public async Task A13_NoAuthority_IsRefused()
    {
        var answer = await CallAsync([.. WireCall.RequestFields(UnaryPath).Where(entry => entry.Name != ":authority")], Good());

        Assert.True(answer.HttpStatus == "400" || answer.Status == StatusCode.Internal || answer.ResetCode is not null, answer.ToString());
    }

    private static async Task<TcpClient> DialAsync(int port)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port, Cancelled);
        return client;
    }

    private static async Task<string> ReadToEndAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync(Cancelled).Within(WireConnection.Patience);
    }

    private async Task<SslStream> TlsAsync(SslApplicationProtocol protocol)
    {
        var client = await DialAsync(Application.TlsPort);
        var tls = new SslStream(client.GetStream());
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ApplicationProtocols = [protocol],
            // Who the server is, is section Q's concern.
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        };
        await tls.AuthenticateAsClientAsync(options, Cancelled);
        return tls;
    }
}
