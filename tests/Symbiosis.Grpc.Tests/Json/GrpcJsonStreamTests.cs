using System.Net;
using System.Text.Json;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Symbiosis.Grpc.Tests.Web;

namespace Symbiosis.Grpc.Tests.Json;

public sealed class GrpcJsonStreamTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stream_Messages_ComeLineByLineAsTheyAreSent(bool http2)
    {
        await using var host = await EdgeHost.StartAsync();
        var body = """{"response_parameters": [{"size": 1, "interval_us": 1}, {"size": 2}]}"""u8.ToArray();
        var response = await host.PostAsync("/grpc.testing.TestService/StreamingOutputCall", new ByteArrayContent(body), "application/json", http2);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        // The second message is held back until the first has been seen.
        var first = await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(s_limit, TestContext.Current.CancellationToken);
        host.Service.Release.SetResult();
        var second = await reader.ReadLineAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("AA==", JsonDocument.Parse(first!).RootElement.GetProperty("payload").GetProperty("body").GetString());
        Assert.Equal("AAA=", JsonDocument.Parse(second!).RootElement.GetProperty("payload").GetProperty("body").GetString());
        Assert.Null(await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Stream_WithoutMessages_IsEmpty()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await JsonAnswer.PostAsync(host, "StreamingOutputCall", "{}");

        Assert.Equal(HttpStatusCode.OK, answer.HttpStatus);
        Assert.Equal("application/x-ndjson", answer.ContentType);
        Assert.Empty(answer.Body);
    }

    [Fact]
    public async Task Stream_ErrorBeforeTheFirstMessage_HasItsHttpStatus()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await JsonAnswer.PostAsync(host, "StreamingOutputCall", """{"response_status": {"code": 5, "message": "none"}}""");

        Assert.Equal(HttpStatusCode.NotFound, answer.HttpStatus);
        Assert.Equal("none", answer.Message);
    }

    [Fact]
    public async Task Stream_ErrorInTheMiddle_IsTheLastLine()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await JsonAnswer.PostAsync(
            host, "StreamingOutputCall", """{"response_parameters": [{"size": 1}], "response_status": {"code": 15, "message": "lost"}}""");

        Assert.Equal(HttpStatusCode.OK, answer.HttpStatus);
        Assert.Equal(2, answer.Lines.Count);
        Assert.Equal(15, answer.Lines[1].GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal("lost", answer.Lines[1].GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task Stream_DeadlinePassesInTheMiddle_IsTheLastLine()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await JsonAnswer.PostAsync(
            host, "StreamingOutputCall", """{"response_parameters": [{"size": 1, "interval_us": 2}]}""", ("x-timeout-seconds", "0.2"));

        Assert.Equal((int)StatusCode.DeadlineExceeded, answer.Lines[^1].GetProperty("error").GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stream_ClientLeaves_HandlerIsCancelled(bool http2)
    {
        await using var host = await EdgeHost.StartAsync();
        var body = """{"response_parameters": [{"size": 1, "interval_us": 2}]}"""u8.ToArray();
        var response = await host.PostAsync("/grpc.testing.TestService/StreamingOutputCall", new ByteArrayContent(body), "application/json", http2);

        response.Dispose();

        await host.Service.Cancelled.WaitAsync(s_limit, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task ClientStream_Json_IsUnimplementedWithAReason()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await JsonAnswer.PostAsync(host, "FullDuplexCall", "{}");

        Assert.Equal(HttpStatusCode.NotImplemented, answer.HttpStatus);
        Assert.Contains("stream of requests", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task M01_Stop_OpenStream_EndsWithUnavailableAsTheLastLine()
    {
        await using var host = await EdgeHost.StartAsync(services => services.Configure<GrpcServiceOptions>(options => options.DrainTimeout = TimeSpan.FromMilliseconds(50)));
        var body = """{"response_parameters": [{"size": 1, "interval_us": 2}]}"""u8.ToArray();
        var response = await host.PostAsync("/grpc.testing.TestService/StreamingOutputCall", new ByteArrayContent(body), "application/json");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        await reader.ReadLineAsync(TestContext.Current.CancellationToken);

        var stop = host.StopAsync();
        var last = await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(s_limit, TestContext.Current.CancellationToken);

        Assert.Equal((int)StatusCode.Unavailable, JsonDocument.Parse(last!).RootElement.GetProperty("error").GetProperty("code").GetInt32());
        await stop.WaitAsync(s_limit, TestContext.Current.CancellationToken);
    }
}
