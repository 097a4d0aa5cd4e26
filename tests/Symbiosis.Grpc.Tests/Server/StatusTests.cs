using System.Globalization;
using System.Text;
using Grpc.Core;
using Grpc.Testing;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>Section F of the conformance checklist: status and trailers.</summary>
public sealed class StatusTests
{
    public static TheoryData<string, StatusCode, bool> FailingCalls
    {
        get
        {
            var data = new TheoryData<string, StatusCode, bool>();
            foreach (var path in new[] { ScriptedTestService.Unary, ScriptedTestService.ServerStream, ScriptedTestService.ClientStream, ScriptedTestService.Duplex })
            {
                foreach (var code in Enum.GetValues<StatusCode>().Where(code => code != StatusCode.OK))
                {
                    data.Add(path, code, false);
                    data.Add(path, code, true);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(FailingCalls))]
    public async Task Handler_ThrowsStatus_ClientIsToldExactlyOnce(string path, StatusCode code, bool hasHeaders)
    {
        const string text = "oops";
        await using var application = await ScriptedApplication.StartAsync(Failing(async context =>
        {
            if (hasHeaders)
                await context.WriteResponseHeadersAsync([]);
            throw new RpcException(new Status(code, text), new Metadata { { "x-why", "because" }, { "x-raw-bin", [0xAB, 0xAB, 0xAB, 0xAB] } });
        }));

        var answer = await application.CallAsync(path, new byte[5]);

        Assert.Equal(code, answer.Status);
        Assert.Equal(text, answer.Message);
        Assert.Equal(!hasHeaders, answer.IsTrailersOnly);
        Assert.Equal("because", answer.Header("x-why"));
        Assert.Equal("q6urqw", answer.Header("x-raw-bin"));
        Assert.Empty(application.Log.Errors);
    }

    [Theory]
    [InlineData("100%", "100%25")]
    [InlineData("\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n", "%09%0Atest with whitespace%0D%0Aand Unicode BMP %E2%98%BA and non-BMP %F0%9F%98%88%09%0A")]
    [InlineData("\u007f~ !", "%7F~ !")]
    public async Task Message_SpecialCharacters_AreEncoded(string text, string encoded)
    {
        await using var application = await ScriptedApplication.StartAsync(Failing(_ => throw new RpcException(new Status(StatusCode.Aborted, text))));

        Assert.Equal(encoded, (await application.CallAsync(ScriptedTestService.Unary, new byte[5])).Message);
    }

    [Fact]
    public async Task Message_LoneSurrogate_BecomesTheReplacementCharacter()
    {
        await using var application = await ScriptedApplication.StartAsync(Failing(_ => throw new RpcException(new Status(StatusCode.Aborted, "a\uD800b"))));

        Assert.Equal("a%EF%BF%BDb", (await application.CallAsync(ScriptedTestService.Unary, new byte[5])).Message);
    }

    [Fact]
    public async Task Trailers_TooLong_AreCutToWhatClientsTake()
    {
        await using var application = await ScriptedApplication.StartAsync(Failing(_ => throw new RpcException(
            new Status(StatusCode.Aborted, new string('☺', 10_000)), new Metadata { { "x-long", new string('x', 20_000) }, { "x-short", "kept" } })));

        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5]);

        Assert.Equal(StatusCode.Aborted, answer.Status);
        Assert.InRange(answer.Message!.Length, 4000, 4096);
        Assert.Equal(new string('☺', answer.Message.Length / 9), Uri.UnescapeDataString(answer.Message));
        Assert.Null(answer.Header("x-long"));
        Assert.Equal("kept", answer.Header("x-short"));
    }

    [Fact]
    public async Task Details_OfAnError_ArriveUnpaddedAndAgreeWithTheTrailers()
    {
        var status = new Google.Rpc.Status { Code = 3, Message = "bad" };
        await using var application = await ScriptedApplication.StartAsync(Failing(_ => throw status.ToRpcException()));

        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5]);

        var details = answer.Header("grpc-status-details-bin")!;
        Assert.DoesNotContain('=', details);
        Assert.Equal(status, Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '='))));
        Assert.Equal(StatusCode.InvalidArgument, answer.Status);
        Assert.Equal("bad", answer.Message);
    }

    [Fact]
    public async Task Ok_WithTextAndDetails_HasNeither()
    {
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            Unary = (_, context) =>
            {
                context.Status = new Status(StatusCode.OK, "fine");
                context.ResponseTrailers.Add("grpc-status-details-bin", [1]);
                context.ResponseTrailers.Add("x-kept", "1");
                return Task.FromResult(new SimpleResponse());
            },
        });

        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5]);

        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.Null(answer.Message);
        Assert.Null(answer.Header("grpc-status-details-bin"));
        Assert.Equal("1", answer.Header("x-kept"));
    }

    [Fact]
    public async Task Handler_SetsStatusAndReturns_TheMessageIsNotSent()
    {
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            Unary = (_, context) =>
            {
                context.Status = new Status(StatusCode.NotFound, "no");
                return Task.FromResult(new SimpleResponse { Username = "x" });
            },
        });

        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5]);

        Assert.Equal(StatusCode.NotFound, answer.Status);
        Assert.Empty(answer.Body);
    }

    [Theory]
    [InlineData(17)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public async Task Handler_CodeOutOfRange_IsUnknown(int code)
    {
        await using var application = await ScriptedApplication.StartAsync(Failing(_ => throw new RpcException(new Status((StatusCode)code, "?"))));

        Assert.Equal(StatusCode.Unknown, (await application.CallAsync(ScriptedTestService.Unary, new byte[5])).Status);
    }

    [Fact]
    public async Task Handler_ThrowsAnything_ClientIsToldNoDetails()
    {
        await using var application = await ScriptedApplication.StartAsync(Failing(_ => throw new InvalidOperationException("SELECT secret")));

        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5]);

        Assert.Equal(StatusCode.Unknown, answer.Status);
        Assert.Equal("Exception was thrown by handler.", answer.Message);
        Assert.Contains("SELECT secret", Assert.Single(application.Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_ThrowsAnythingWithDetailedErrors_ClientIsTold()
    {
        await using var application = await ScriptedApplication.StartAsync(
            Failing(_ => throw new InvalidOperationException("why")), options => options.EnableDetailedErrors = true);

        Assert.Equal(
            "Exception was thrown by handler. InvalidOperationException: why", (await application.CallAsync(ScriptedTestService.Unary, new byte[5])).Message);
    }

    [Fact]
    public async Task Handler_ReturnsNull_IsInternal()
    {
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script { Unary = (_, _) => Task.FromResult<SimpleResponse>(null!) });

        Assert.Equal(StatusCode.Internal, (await application.CallAsync(ScriptedTestService.Unary, new byte[5])).Status);
    }

    [Fact]
    public async Task Handler_SetsHeadersOfTheProtocol_RuntimeWins()
    {
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            Unary = async (_, context) =>
            {
                await context.WriteResponseHeadersAsync(new Metadata { { "content-type", "text/plain" }, { "grpc-status", "7" }, { "x-h", "1" } });
                context.ResponseTrailers.Add("grpc-status", "7");
                context.ResponseTrailers.Add("grpc-message", "no");
                context.ResponseTrailers.Add("te", "x");
                context.ResponseTrailers.Add("connection", "close");
                context.ResponseTrailers.Add("grpc-retry-pushback-ms", "100");
                return new SimpleResponse();
            },
        });

        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5]);

        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.Equal("application/grpc", answer.ContentType);
        Assert.Null(answer.Message);
        Assert.Null(answer.Header("te"));
        Assert.Equal("1", answer.Header("x-h"));
        Assert.Equal(100, int.Parse(answer.Header("grpc-retry-pushback-ms")!, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Response_OverTheSendLimit_IsResourceExhausted()
    {
        await using var application = await ScriptedApplication.StartAsync(
            new ScriptedTestService.Script { Unary = (_, _) => Task.FromResult(new SimpleResponse { Username = new StringBuilder().Append('x', 200).ToString() }) },
            options => options.MaxSendMessageSize = 100);

        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5]);

        Assert.Equal(StatusCode.ResourceExhausted, answer.Status);
        Assert.Empty(answer.Body);
    }

    private static ScriptedTestService.Script Failing(Func<ServerCallContext, Task> fail) => new()
    {
        Unary = async (_, context) =>
        {
            await fail(context);
            return new SimpleResponse();
        },
        ServerStream = (_, _, context) => fail(context),
        ClientStream = async (_, context) =>
        {
            await fail(context);
            return new StreamingInputCallResponse();
        },
        Duplex = (_, _, context) => fail(context),
    };
}
