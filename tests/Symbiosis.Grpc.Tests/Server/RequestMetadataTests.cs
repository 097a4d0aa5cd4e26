using Grpc.Core;
using Grpc.Testing;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>Section E of the conformance checklist, and which headers a handler sees.</summary>
public sealed class RequestMetadataTests
{
    [Theory]
    [InlineData("qw", "AB")]
    [InlineData("qw==", "AB")]
    [InlineData("q6s=", "ABAB")]
    [InlineData("q6s", "ABAB")]
    [InlineData("AA,BB", "00;04")]
    [InlineData("AA==, qw", "00;AB")]
    [InlineData("", "")]
    public async Task Binary_ValidBase64_IsDecoded(string value, string expected)
    {
        var (answer, seen) = await SeeAsync(("x-data-bin", value));

        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.Equal(expected, string.Join(';', seen.GetAll("x-data-bin").Select(entry => Convert.ToHexString(entry.ValueBytes))));
    }

    [Theory]
    [InlineData("a;b")]
    [InlineData("ZG9uZ")]
    [InlineData("qw=")]
    [InlineData("q w=")]
    [InlineData("AA,a;b")]
    public async Task Binary_InvalidBase64_CallIsRefused(string value)
    {
        var (answer, seen) = await SeeAsync(("x-data-bin", value));

        Assert.Equal(200, answer.HttpStatus);
        Assert.Equal(StatusCode.Internal, answer.Status);
        Assert.True(answer.IsTrailersOnly);
        Assert.Empty(seen);
    }

    [Fact]
    public async Task Text_DuplicateKeys_AreKeptInOrder()
    {
        var (_, seen) = await SeeAsync(("x-a", "1"), ("x-b", "0"), ("x-a", "2"));

        Assert.Equal("1,2", string.Join(',', seen.GetAll("x-a").Select(entry => entry.Value)).Replace(", ", ",", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reserved_AllButTwo_AreHidden()
    {
        var (answer, seen) = await SeeAsync(
            ("grpc-timeout", "10S"), ("grpc-encoding", "identity"), ("grpc-accept-encoding", "gzip"), ("grpc-message-type", "x"), ("grpc-foo", "1"),
            ("accept-encoding", "gzip"), ("user-agent", "me"), ("grpc-status-details-bin", "AA"), ("x-own", "1"));

        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.Equal(["grpc-status-details-bin", "user-agent", "x-own"], seen.Select(entry => entry.Key).Order());
    }

    [Fact]
    public async Task Key_NotAllowedInMetadata_IsLeftOut()
    {
        var (answer, seen) = await SeeAsync(("x!odd", "1"), ("x-even", "1"));

        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.DoesNotContain(seen, entry => entry.Key == "x!odd");
        Assert.Contains(seen, entry => entry.Key == "x-even");
    }

    [Fact]
    public async Task Response_OddValues_AreSanitisedOnBothSides()
    {
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            Unary = async (_, context) =>
            {
                await context.WriteResponseHeadersAsync(new Metadata { { "x-head", "a\u0001ä\r\nb" }, { "x-two", "1" }, { "x-two", "2" }, { "x-raw-bin", [1] } });
                context.ResponseTrailers.Add("x-tail", "☺");
                context.ResponseTrailers.Add("x-raw-bin", [2]);
                return new SimpleResponse();
            },
        });

        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5]);

        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.Equal("a????b", answer.Headers.GetValues("x-head").Single());
        Assert.Equal(["1", "2"], answer.Headers.GetValues("x-two"));
        Assert.Equal("AQ", answer.Headers.GetValues("x-raw-bin").Single());
        Assert.Equal("Ag", answer.Trailers.GetValues("x-raw-bin").Single());
        Assert.Equal("?", answer.Trailers.GetValues("x-tail").Single());
        Assert.Empty(application.Log.Errors);
    }

    [Fact]
    public async Task Context_Facts_AreThoseOfTheRequest()
    {
        ServerCallContext? seen = null;
        var facts = "";
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            Unary = (_, context) =>
            {
                seen = context;
                facts = $"{context.Method} {context.Host} {context.Peer} {context.Deadline == DateTime.MaxValue} {context.AuthContext.IsPeerAuthenticated} {context.GetHttpContext().Request.Path}";
                context.UserState["k"] = "v";
                return Task.FromResult(new SimpleResponse { Username = (string)context.UserState["k"] });
            },
        });

        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5]);

        Assert.Equal("v", SimpleResponse.Parser.ParseFrom(answer.Messages[0].Payload).Username);
        Assert.StartsWith(
            $"{ScriptedTestService.Unary} {application.Address.Authority} ipv4:127.0.0.1:", facts, StringComparison.Ordinal);
        Assert.EndsWith($" True False {ScriptedTestService.Unary}", facts, StringComparison.Ordinal);
        Assert.NotNull(seen);
    }

    private static async Task<(WireAnswer Answer, Metadata Seen)> SeeAsync(params (string Name, string Value)[] headers)
    {
        Metadata seen = [];
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            Unary = (_, context) =>
            {
                seen = context.RequestHeaders;
                return Task.FromResult(new SimpleResponse());
            },
        });
        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5], headers);
        Assert.Empty(application.Log.Errors);
        return (answer, seen);
    }
}
