using System.IO.Compression;
using System.Net;
using System.Text;
using Grpc.AspNetCore.Server;
using Grpc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Symbiosis.Grpc.Tests.Web;

public sealed class GrpcWebTests
{
    private const string UnaryPath = "/grpc.testing.TestService/UnaryCall";
    private const string StreamPath = "/grpc.testing.TestService/StreamingOutputCall";
    private const string Binary = "application/grpc-web+proto";
    private const string Text = "application/grpc-web-text+proto";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("application/grpc-web", false)]
    [InlineData("application/grpc-web", true)]
    [InlineData("application/grpc-web+proto", false)]
    [InlineData("application/grpc-web+proto", true)]
    [InlineData("application/grpc-web-text", false)]
    [InlineData("application/grpc-web-text+proto", true)]
    public async Task J01_Unary_AnswersInKindWithTrailersInTheBody(string contentType, bool http2)
    {
        await using var host = await EdgeHost.StartAsync();
        var frame = WebAnswer.Frame(new SimpleRequest { ResponseSize = 70_000 });
        var body = contentType.Contains("text", StringComparison.Ordinal) ? Encoding.ASCII.GetBytes(Convert.ToBase64String(frame)) : frame;

        var answer = await WebAnswer.ReadAsync(await host.PostAsync(UnaryPath, new ByteArrayContent(body), contentType, http2));

        Assert.Equal(HttpStatusCode.OK, answer.Response.StatusCode);
        Assert.Equal(contentType, answer.Response.Content.Headers.ContentType!.ToString());
        var message = Assert.Single(answer.Messages);
        Assert.Equal(70_000, SimpleResponse.Parser.ParseFrom(message.Body).Payload.Body.Length);
        Assert.Equal("0", answer.Status);
        Assert.NotNull(answer.TrailerBlock);
        Assert.Empty(answer.Response.TrailingHeaders);
    }

    [Fact]
    public async Task J01_Stream_AnswersMessageByMessage()
    {
        await using var host = await EdgeHost.StartAsync();
        var request = new StreamingOutputCallRequest { ResponseParameters = { new ResponseParameters { Size = 1 }, new ResponseParameters { Size = 2 } } };

        var answer = await WebAnswer.ReadAsync(await host.PostAsync(StreamPath, new ByteArrayContent(WebAnswer.Frame(request)), Binary));

        Assert.Equal([1, 2], answer.Messages.Select(message => StreamingOutputCallResponse.Parser.ParseFrom(message.Body).Payload.Body.Length));
        Assert.Equal("0", answer.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task J02_J03_TrailerBlock_IsOneLowerCaseLineForEachValue(bool http2)
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await WebAnswer.ReadAsync(await host.PostAsync(
            UnaryPath, new ByteArrayContent(WebAnswer.Frame(new SimpleRequest())), Binary, http2, ("x-echo", "a"), ("x-echo", "b: c")));

        Assert.EndsWith("\r\n", answer.TrailerBlock, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\n\r\n", answer.TrailerBlock!, StringComparison.Ordinal);
        Assert.All(answer.TrailerBlock!.Split("\r\n")[..^1], line => Assert.Matches("^[a-z0-9_.-]+: [ -~]*$", line));
        Assert.Equal("a,b: c", string.Join(',', answer.Trailers("x-echoed")).Replace(", ", ",", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Binary)]
    [InlineData(Text)]
    public async Task J04_ErrorWithoutMessages_CarriesStatusAndText(string contentType)
    {
        await using var host = await EdgeHost.StartAsync();
        var request = new SimpleRequest { ResponseStatus = new EchoStatus { Code = 9, Message = "nö\r\n100 %" } };

        var answer = await PostAsync(host, UnaryPath, WebAnswer.Frame(request), contentType);

        Assert.Equal(HttpStatusCode.OK, answer.Response.StatusCode);
        Assert.Equal(contentType, answer.Response.Content.Headers.ContentType!.ToString());
        Assert.Empty(answer.Messages);
        Assert.Equal("9", answer.Status);
        Assert.Equal("nö\r\n100 %", Uri.UnescapeDataString(answer.Message!));
    }

    [Theory]
    [InlineData(Binary)]
    [InlineData(Text)]
    public async Task J04_ErrorAfterMessages_StandsInTheTrailerFrame(string contentType)
    {
        await using var host = await EdgeHost.StartAsync();
        var request = new StreamingOutputCallRequest
        {
            ResponseParameters = { new ResponseParameters { Size = 5 } },
            ResponseStatus = new EchoStatus { Code = 10, Message = "aborted" },
        };

        var answer = await PostAsync(host, StreamPath, WebAnswer.Frame(request), contentType);

        Assert.Single(answer.Messages);
        Assert.NotNull(answer.TrailerBlock);
        Assert.Equal("10", answer.Status);
        Assert.Equal("aborted", answer.Message);
    }

    [Fact]
    public async Task J05_TextByteByByteWithPaddingInside_IsDecoded()
    {
        await using var host = await EdgeHost.StartAsync();
        var frame = WebAnswer.Frame(new SimpleRequest { ResponseSize = 3, Payload = new Payload { Body = Google.Protobuf.ByteString.CopyFromUtf8("abcdefg") } });
        var text = Convert.ToBase64String(frame[..5]) + Convert.ToBase64String(frame[5..9]) + Convert.ToBase64String(frame[9..]);

        var answer = await WebAnswer.ReadAsync(await host.PostAsync(UnaryPath, new DrippingContent(Encoding.ASCII.GetBytes(text)), Text));

        Assert.Equal("0", answer.Status);
        Assert.Equal(3, SimpleResponse.Parser.ParseFrom(Assert.Single(answer.Messages).Body).Payload.Body.Length);
    }

    [Fact]
    public async Task J05_TextStream_CanBeDecodedAtEveryFlush()
    {
        await using var host = await EdgeHost.StartAsync();
        var request = new StreamingOutputCallRequest { ResponseParameters = { new ResponseParameters { Size = 2, IntervalUs = 1 }, new ResponseParameters { Size = 4 } } };
        var body = Encoding.ASCII.GetBytes(Convert.ToBase64String(WebAnswer.Frame(request)));
        var response = await host.PostAsync(StreamPath, new ByteArrayContent(body), Text);
        await using var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        // The second message is held back, so this is all there is.
        var expected = WebAnswer.Frame(new StreamingOutputCallResponse { Payload = new Payload { Body = Google.Protobuf.ByteString.CopyFrom(new byte[2]) } });
        var first = new byte[(expected.Length + 2) / 3 * 4];
        await stream.ReadExactlyAsync(first, TestContext.Current.CancellationToken).AsTask().WaitAsync(s_limit, TestContext.Current.CancellationToken);

        Assert.Equal(expected, Convert.FromBase64String(Encoding.ASCII.GetString(first)));
        host.Service.Release.SetResult();
    }

    [Theory]
    [InlineData(Binary, "application/grpc-web-text", "application/grpc-web-text+proto")]
    [InlineData(Text, "application/grpc-web", "application/grpc-web+proto")]
    [InlineData(Binary, "*/*", Binary)]
    [InlineData(Text, "text/html, application/grpc-web-text+proto", Text)]
    public async Task J06_Accept_ChoosesTheAnswersKind(string contentType, string accept, string expected)
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await PostAsync(host, UnaryPath, WebAnswer.Frame(new SimpleRequest { ResponseSize = 1 }), contentType, ("accept", accept));

        Assert.Equal(expected, answer.Response.Content.Headers.ContentType!.ToString());
        Assert.Equal("0", answer.Status);
    }

    [Theory]
    [InlineData("AAAAAA", "Unexpected end of data when reading base64 content.")]
    [InlineData("AAAAA", "Unexpected end of data when reading base64 content.")]
    [InlineData("AAA*AAAA", "The request is not valid base64.")]
    [InlineData("=AAAAAAA", "The request is not valid base64.")]
    public async Task J07_BrokenBase64_IsInternal(string body, string message)
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await WebAnswer.ReadAsync(await host.PostAsync(UnaryPath, new ByteArrayContent(Encoding.ASCII.GetBytes(body)), Text));

        Assert.Equal("13", answer.Status);
        Assert.Equal(message, Uri.UnescapeDataString(answer.Message!));
    }

    [Theory]
    [InlineData(Binary)]
    [InlineData(Text)]
    public async Task J08_WrongMessageCounts_AreUnimplemented(string contentType)
    {
        await using var host = await EdgeHost.StartAsync();
        var frame = WebAnswer.Frame(new SimpleRequest { ResponseSize = 1 });

        var none = await PostAsync(host, UnaryPath, [], contentType);
        var two = await PostAsync(host, UnaryPath, [.. frame, .. frame], contentType);

        Assert.Equal("12", none.Status);
        Assert.Equal("12", two.Status);
    }

    [Theory]
    [InlineData("/grpc.testing.TestService/Nothing", Binary)]
    [InlineData("/no.Service/UnaryCall", Binary)]
    [InlineData("/no.Service/UnaryCall", Text)]
    [InlineData("/a/b/c", Binary)]
    [InlineData(UnaryPath, "application/grpc-web+thrift")]
    [InlineData("/grpc.testing.TestService/UnimplementedCall", Binary)]
    public async Task J08_UnknownMethodOrCodec_IsUnimplemented(string path, string contentType)
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await PostAsync(host, path, WebAnswer.Frame(new SimpleRequest()), contentType);

        Assert.Equal(HttpStatusCode.OK, answer.Response.StatusCode);
        Assert.Equal("12", answer.Status);
    }

    [Theory]
    [InlineData("foo", "12")]
    [InlineData("identity", "13")]
    [InlineData(null, "13")]
    public async Task J08_CompressedFlagWithoutKnownEncoding_IsRefused(string? encoding, string status)
    {
        await using var host = await EdgeHost.StartAsync();
        (string, string)[] headers = encoding is null ? [] : [("grpc-encoding", encoding)];

        var answer = await PostAsync(host, UnaryPath, WebAnswer.Frame(new SimpleRequest(), flag: 1), Binary, headers);

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task J08_Get_IsNotAllowed()
    {
        await using var host = await EdgeHost.StartAsync();

        var response = await host.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(host.Http1, UnaryPath)));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("POST", response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData(Binary)]
    [InlineData(Text)]
    public async Task J09_ClientStreamOverHttp2_IsHalfDuplex(string contentType)
    {
        await using var host = await EdgeHost.StartAsync();
        var frame = WebAnswer.Frame(new StreamingInputCallRequest { Payload = new Payload { Body = Google.Protobuf.ByteString.CopyFrom(new byte[1000]) } });
        byte[] body = [.. frame, .. frame, .. frame];
        var sent = contentType == Text ? Encoding.ASCII.GetBytes(Convert.ToBase64String(frame) + Convert.ToBase64String([.. frame, .. frame])) : body;

        var answer = await WebAnswer.ReadAsync(await host.PostAsync(
            "/grpc.testing.TestService/StreamingInputCall", new ByteArrayContent(sent), contentType, http2: true));

        Assert.Equal(3000, StreamingInputCallResponse.Parser.ParseFrom(Assert.Single(answer.Messages).Body).AggregatedPayloadSize);
    }

    [Theory]
    [InlineData(Binary)]
    [InlineData(Text)]
    public async Task J11_DeadlinePasses_IsDeadlineExceeded(string contentType)
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await PostAsync(host, UnaryPath, WebAnswer.Frame(new SimpleRequest { FillUsername = true }), contentType, ("grpc-timeout", "200m"));

        Assert.Equal("4", answer.Status);
        await host.Service.Cancelled.WaitAsync(s_limit, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task J12_ClientLeavesAStream_HandlerIsCancelled(bool http2)
    {
        await using var host = await EdgeHost.StartAsync();
        var request = new StreamingOutputCallRequest { ResponseParameters = { new ResponseParameters { Size = 1, IntervalUs = 2 } } };
        var response = await host.PostAsync(StreamPath, new ByteArrayContent(WebAnswer.Frame(request)), Binary, http2);

        response.Dispose();

        // One second is promised on an idle machine.
        await host.Service.Cancelled.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("identity", 0)]
    [InlineData("gzip", 1)]
    public async Task J13_Answer_IsCompressedOnlyWhereAskedFor(string? accepted, byte flag)
    {
        await using var host = await EdgeHost.StartAsync();
        (string, string)[] headers = accepted is null ? [] : [("grpc-accept-encoding", accepted)];

        var answer = await PostAsync(host, UnaryPath, WebAnswer.Frame(new SimpleRequest { ResponseSize = 1000 }), Binary, headers);

        var (actual, body) = Assert.Single(answer.Messages);
        Assert.Equal(flag, actual);
        await using var stream = flag == 1 ? new GZipStream(new MemoryStream(body), CompressionMode.Decompress) : (Stream)new MemoryStream(body);
        Assert.Equal(1000, SimpleResponse.Parser.ParseFrom(stream).Payload.Body.Length);
    }

    [Theory]
    [InlineData(Binary)]
    [InlineData(Text)]
    public async Task M01_Stop_OpenStream_EndsWithUnavailableInTheTrailerFrame(string contentType)
    {
        await using var host = await EdgeHost.StartAsync(services => services.Configure<GrpcServiceOptions>(options => options.DrainTimeout = TimeSpan.FromMilliseconds(50)));
        var frame = WebAnswer.Frame(new StreamingOutputCallRequest { ResponseParameters = { new ResponseParameters { Size = 1, IntervalUs = 2 } } });
        var body = contentType == Text ? Encoding.ASCII.GetBytes(Convert.ToBase64String(frame)) : frame;
        var response = await host.PostAsync(StreamPath, new ByteArrayContent(body), contentType);

        var stop = host.StopAsync();
        var answer = await WebAnswer.ReadAsync(response).WaitAsync(s_limit, TestContext.Current.CancellationToken);

        Assert.Single(answer.Messages);
        Assert.Equal("14", answer.Status);
        await stop.WaitAsync(s_limit, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(Binary)]
    [InlineData(Text)]
    public async Task I01_I02_MessageAtAndAboveTheLimit_AreReadAndRefused(string contentType)
    {
        await using var host = await EdgeHost.StartAsync(services => services.Configure<GrpcServiceOptions>(options => options.MaxReceiveMessageSize = 1000));
        var atLimit = new SimpleRequest { Payload = new Payload { Body = Google.Protobuf.ByteString.CopyFrom(new byte[994]) } };
        var above = new SimpleRequest { Payload = new Payload { Body = Google.Protobuf.ByteString.CopyFrom(new byte[1004]) } };

        var read = await PostAsync(host, UnaryPath, WebAnswer.Frame(atLimit), contentType);
        var refused = await PostAsync(host, UnaryPath, WebAnswer.Frame(above), contentType);

        Assert.Equal(1000, atLimit.CalculateSize());
        Assert.Equal("0", read.Status);
        Assert.Equal("8", refused.Status);
    }

    [Fact]
    public async Task UseGrpcWeb_NotEnabled_LeavesTheRequestAsItIs()
    {
        await using var host = await EdgeHost.StartAsync(web: options => options.DefaultEnabled = false);

        var response = await host.PostAsync(UnaryPath, new ByteArrayContent(WebAnswer.Frame(new SimpleRequest())), Binary, http2: true);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task B02_OtherContentTypes_AreNotTakenForGrpcWeb()
    {
        await using var host = await EdgeHost.StartAsync();

        var response = await host.PostAsync(UnaryPath, new ByteArrayContent([]), "application/grpc-webfoo", http2: true);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    private static async Task<WebAnswer> PostAsync(EdgeHost host, string path, byte[] body, string contentType, params (string, string)[] headers)
    {
        var sent = contentType.Contains("text", StringComparison.Ordinal) ? Encoding.ASCII.GetBytes(Convert.ToBase64String(body)) : body;
        return await WebAnswer.ReadAsync(await host.PostAsync(path, new ByteArrayContent(sent), contentType, headers: headers));
    }
}
