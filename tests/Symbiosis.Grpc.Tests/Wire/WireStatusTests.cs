using Grpc.Core;
using Symbiosis.Grpc.TestHost;
using Symbiosis.Testing;
using ProbeService = Symbiosis.Grpc.TestHost.ProbeService;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Section F of the checklist: status and trailers.</summary>
public sealed class WireStatusTests(WireHost host) : WireTests(host)
{
    /// <summary>The codes of errors with the four paths, with and without details, before and after messages.</summary>
    public static TheoryData<int, string> ErrorsOfAllPaths
    {
        get
        {
            var rows = new TheoryData<int, string>();
            for (var code = 1; code <= 16; code++)
            {
                foreach (var path in AllPaths)
                    rows.Add(code, path.Data);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task F01_Ok_StatusOnceInTrailersWithoutMessage(string path)
    {
        var answer = await CallAsync(path, new ProbeRequest { ResponseCount = 2 });

        AssertStatus(StatusCode.OK, answer);
        Assert.Equal(2, answer.Blocks.Count);
        Assert.Equal("0", answer.Trailer("grpc-status"));
        Assert.True(string.IsNullOrEmpty(answer.Trailer("grpc-message")), answer.ToString());
        Assert.True(answer.EndedWithHeaders, answer.ToString());
    }

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task F02_ErrorBeforeTheFirstMessage_TrailersOnly(string path)
    {
        var answer = await CallAsync(path, new ProbeRequest { StatusCode = 5, StatusMessage = "no such" });

        AssertStatus(StatusCode.NotFound, answer);
        Assert.True(answer.IsTrailersOnly, answer.ToString());
        Assert.Equal("application/grpc", answer.Header("content-type"));
        Assert.Equal("no such", answer.Message);
    }

    [Theory]
    [InlineData(ServerStreamPath)]
    [InlineData(DuplexPath)]
    public async Task F03_ErrorAfterMessages_HeadersDataTrailers(string path)
    {
        var answer = await CallAsync(path, new ProbeRequest { StatusCode = 8, StatusMessage = "enough", ResponseCount = 3 });

        AssertStatus(StatusCode.ResourceExhausted, answer);
        Assert.Equal(2, answer.Blocks.Count);
        Assert.Equal(3, answer.Messages.Count);
        Assert.Null(answer.Header("grpc-status"));
        Assert.Equal("8", answer.Trailer("grpc-status"));
    }

    [Theory]
    [MemberData(nameof(ErrorsOfAllPaths))]
    public async Task F04_EachCodeOnEachMethod_CodeAndMessageSurvive(int code, string path)
    {
        foreach (var withDetails in (bool[])[false, true])
        {
            foreach (var responseCount in (int[])[0, 2])
            {
                var request = new ProbeRequest { StatusCode = code, StatusMessage = $"code {code}", WithDetails = withDetails, ResponseCount = responseCount };

                var answer = await CallAsync(path, request);

                AssertStatus((StatusCode)code, answer);
                Assert.Equal($"code {code}", answer.Message);
                Assert.Equal(withDetails, answer.Trailer("grpc-status-details-bin") is not null);
            }
        }
    }

    [Theory]
    [InlineData("100%", "100%25")]
    [InlineData("a\r\nb\tc", "a%0D%0Ab%09c")]
    [InlineData("~ !$&", "~ !$&")]
    [InlineData("\u007f\u0001", "%7F%01")]
    [InlineData("☺ 😈", "%E2%98%BA %F0%9F%98%88")]
    [InlineData("钢铁", "%E9%92%A2%E9%93%81")]
    [InlineData("\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n", "%09%0Atest with whitespace%0D%0Aand Unicode BMP %E2%98%BA and non-BMP %F0%9F%98%88%09%0A")]
    public async Task F05_MessageBeyondAscii_IsPercentEncoded(string message, string expected)
    {
        var early = await CallAsync(UnaryPath, new ProbeRequest { StatusCode = 3, StatusMessage = message });
        var late = await CallAsync(ServerStreamPath, new ProbeRequest { StatusCode = 3, StatusMessage = message, ResponseCount = 1 });

        Assert.Equal(expected, early.Trailer("grpc-message"));
        Assert.Equal(expected, late.Trailer("grpc-message"));
        Assert.Equal(message, early.Message);
    }

    [Fact]
    public async Task F06_Details_AreUnpaddedAndAgreeWithTheTrailers()
    {
        var answer = await CallAsync(UnaryPath, new ProbeRequest { StatusCode = 3, StatusMessage = "bad ☺", WithDetails = true });

        var text = answer.Trailer("grpc-status-details-bin");
        Assert.NotNull(text);
        Assert.DoesNotContain("=", text, StringComparison.Ordinal);
        var status = Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '=')));
        Assert.Equal((int)StatusCode.InvalidArgument, status.Code);
        Assert.Equal("bad ☺", status.Message);
        Assert.Equal("PROBE", Assert.Single(status.Details).Unpack<Google.Rpc.ErrorInfo>().Type);
    }

    [Fact]
    public async Task F06_Ok_HasNoDetails()
    {
        Assert.Null((await CallAsync(UnaryPath, new ProbeRequest())).Trailer("grpc-status-details-bin"));
    }

    [Theory]
    [InlineData(17)]
    [InlineData(99)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public async Task F07_CodeOutOfRange_Unknown(int code)
    {
        var thrown = await CallAsync(UnaryPath, new ProbeRequest { StatusCode = code, StatusMessage = "odd" });
        var set = await CallAsync(UnaryPath, new ProbeRequest { StatusCode = code, Ending = Ending.ContextStatus });

        AssertStatus(StatusCode.Unknown, thrown);
        AssertStatus(StatusCode.Unknown, set);
    }

    [Fact]
    public async Task F07_StatusSetOnTheContext_IsSent()
    {
        var answer = await CallAsync(UnaryPath, new ProbeRequest { StatusCode = 10, StatusMessage = "again", Ending = Ending.ContextStatus });

        AssertStatus(StatusCode.Aborted, answer);
        Assert.Equal("again", answer.Message);
    }

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task F08_HandlerThatThrows_UnknownWithoutItsWords(string path)
    {
        ExpectError(ProbeService.Secret);

        var answer = await CallAsync(path, new ProbeRequest { Ending = Ending.Throw });

        AssertStatus(StatusCode.Unknown, answer);
        Assert.DoesNotContain(ProbeService.Secret, answer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(ProbeService), answer.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(InvalidOperationException), answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F08_HandlerThatThrowsUnderDetailedErrors_NamesTheException()
    {
        var options = new TestHostOptions { ConfigureGrpc = grpc => grpc.EnableDetailedErrors = true };
        await using var application = await WireHost.StartAsync(new LogRecorder(), options);
        await using var connection = await WireConnection.ConnectAsync(application.H2cPort);
        var call = connection.NewCall();
        await call.SendHeadersAsync(UnaryPath);
        await call.SendDataAsync(Good(request => request.Ending = Ending.Throw), endStream: true);

        var answer = await call.AnswerAsync();

        AssertStatus(StatusCode.Unknown, answer);
        Assert.Contains(ProbeService.Secret, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnaryPath)]
    [InlineData(ClientStreamPath)]
    public async Task F09_HandlerThatReturnsNull_Internal(string path)
    {
        AssertStatus(StatusCode.Internal, await CallAsync(path, new ProbeRequest { Ending = Ending.Null }));
    }

    [Fact]
    public async Task F12_BytesThatAreNoMessage_Internal()
    {
        foreach (var path in AllPaths)
            AssertStatus(StatusCode.Internal, await CallAsync(path.Data, GrpcFraming.Frame([0x0a, 0x7f, 1])));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("☺")]
    [InlineData("%")]
    public async Task F14_LongMessage_IsCutSoThatTrailersStaySmall(string unit)
    {
        var message = string.Concat(Enumerable.Repeat(unit, 20_000));
        var early = await CallAsync(UnaryPath, new ProbeRequest { StatusCode = 3, StatusMessage = message });
        var late = await CallAsync(ServerStreamPath, new ProbeRequest { StatusCode = 3, StatusMessage = message, ResponseCount = 1 });

        foreach (var answer in (WireAnswer[])[early, late])
        {
            AssertStatus(StatusCode.InvalidArgument, answer);
            Assert.InRange(answer.Trailer("grpc-message")!.Length, 100, 4096);
            Assert.StartsWith(answer.Message[..30], message, StringComparison.Ordinal);
            Assert.True(SizeOf(answer.Trailers) <= 8192, $"{SizeOf(answer.Trailers)} bytes");
        }
    }

    [Fact]
    public async Task F14_LongTrailersBesides_TrailersStayWithin8Kilobytes()
    {
        var request = new ProbeRequest { StatusCode = 3, StatusMessage = new string('x', 20_000), WithDetails = true };
        for (var i = 0; i < 20; i++)
            request.Trailers.Add(new Entry { Key = $"x-tail-{i}", Text = new string('t', 1000) });

        var answer = await CallAsync(UnaryPath, request);

        AssertStatus(StatusCode.InvalidArgument, answer);
        Assert.True(SizeOf(answer.Trailers) <= 8192, $"{SizeOf(answer.Trailers)} bytes");
    }

    /// <summary>Size as RFC 9113 counts it: 32 bytes for each field besides its text.</summary>
    private static int SizeOf(IEnumerable<(string Name, string Value)> block) => block.Sum(field => field.Name.Length + field.Value.Length + 32);
}
