using System.Net;
using System.Text;
using Grpc.Core;
using Grpc.Testing;
using Microsoft.AspNetCore.Http;
using Symbiosis.Grpc.Tests.Web;

namespace Symbiosis.Grpc.Tests.Json;

public sealed class GrpcJsonTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("application/json", false)]
    [InlineData("application/json; charset=utf-8", false)]
    [InlineData("Application/JSON;charset=\"UTF-8\"", true)]
    public async Task Unary_Json_AnswersWithSnakeCaseNames(string contentType, bool http2)
    {
        await using var host = await EdgeHost.StartAsync();
        var body = Encoding.UTF8.GetBytes("""{"responseSize": 3, "payload": {"body": "AAAA"}}""");

        var answer = await JsonAnswer.PostAsync(host, "UnaryCall", body, contentType, http2, ("x-name", "n"), ("x-begin", "yes"));

        Assert.Equal(HttpStatusCode.OK, answer.HttpStatus);
        Assert.Equal("application/json", answer.ContentType);
        Assert.Equal("AAAA", answer.Json.GetProperty("payload").GetProperty("body").GetString());
        Assert.Equal("n", answer.Json.GetProperty("username").GetString());
        Assert.Equal("yes", Assert.Single(answer.Response.Headers.GetValues("x-begun")));
        Assert.False(answer.Response.Headers.Contains("grpc-status"));
        Assert.Empty(answer.Response.TrailingHeaders);
    }

    [Theory]
    [InlineData("""{"response_size": 1}""")]
    [InlineData("""{"responseSize": 1}""")]
    [InlineData("""{"response_size": "1"}""")]
    [InlineData("\uFEFF{\"response_size\": 1.0}")]
    public async Task Unary_EitherSpelling_IsUnderstood(string json)
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await JsonAnswer.PostAsync(host, "UnaryCall", json);

        Assert.Equal("AA==", answer.Json.GetProperty("payload").GetProperty("body").GetString());
    }

    [Fact]
    public async Task Unary_FaultyFields_AreAllToldWithPathLineAndColumn()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await JsonAnswer.PostAsync(host, "UnaryCall", "{\"payload\": {\"size\": 1},\n  \"fill_username\": \"yes\"}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.HttpStatus);
        Assert.Equal("application/json", answer.ContentType);
        Assert.Equal((int)StatusCode.InvalidArgument, answer.Code);
        Assert.StartsWith("payload.size: line 1, column 14: grpc.testing.Payload has no field of this name.", answer.Message, StringComparison.Ordinal);
        var detail = Assert.Single(answer.Details);
        Assert.Equal("type.googleapis.com/google.rpc.BadRequest", detail.GetProperty("@type").GetString());
        Assert.Equal(["payload.size", "fill_username"], detail.GetProperty("field_violations").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{} {}")]
    [InlineData("{\"response_size\": NaN}")]
    [InlineData("{\"response_size\": 3000000000}")]
    [InlineData("{\"response_size\": 1.5}")]
    [InlineData("{\"response_type\": \"WRONG\"}")]
    [InlineData("{\"payload\": {\"body\": \"*\"}}")]
    [InlineData("{\"username\": \"\\ud800\"}")]
    public async Task Unary_NoSuchMessage_IsInvalidArgument(string json)
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await JsonAnswer.PostAsync(host, "UnaryCall", json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.HttpStatus);
        Assert.Equal((int)StatusCode.InvalidArgument, answer.Code);
        Assert.NotEmpty(answer.Message);
    }

    [Fact]
    public async Task N03_InvalidUtf8_IsInvalidArgument()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await JsonAnswer.PostAsync(host, "UnaryCall", [(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}']);

        Assert.Equal(HttpStatusCode.BadRequest, answer.HttpStatus);
        Assert.Equal("The body is not valid UTF-8.", answer.Message);
    }

    [Theory]
    [InlineData(1, 400)]
    [InlineData(2, 500)]
    [InlineData(3, 400)]
    [InlineData(4, 504)]
    [InlineData(5, 404)]
    [InlineData(6, 409)]
    [InlineData(7, 403)]
    [InlineData(8, 429)]
    [InlineData(9, 400)]
    [InlineData(10, 409)]
    [InlineData(11, 400)]
    [InlineData(12, 501)]
    [InlineData(13, 500)]
    [InlineData(14, 503)]
    [InlineData(15, 500)]
    [InlineData(16, 401)]
    public async Task Unary_Error_HasItsHttpStatusAndText(int code, int httpStatus)
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await JsonAnswer.PostAsync(host, "UnaryCall", $$$"""{"response_status": {"code": {{{code}}}, "message": "nö ☺ 100 %"}}""");

        Assert.Equal(code == 1 ? 499 : httpStatus, (int)answer.HttpStatus);
        Assert.Equal(code, answer.Code);
        Assert.Equal("nö ☺ 100 %", answer.Message);
        Assert.Empty(answer.Details);
    }

    [Fact]
    public async Task Unary_RichError_HasDetailsAsObjectsAndRetryAfter()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await JsonAnswer.PostAsync(host, "UnaryCall", """{"fill_oauth_scope": true}""");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.HttpStatus);
        Assert.Equal(TimeSpan.FromSeconds(2), answer.Response.Headers.RetryAfter!.Delta);
        Assert.Equal("Zu viel: 100 % ☺", answer.Message);
        var details = answer.Details.ToList();
        Assert.Equal("1.500s", details[0].GetProperty("retry_delay").GetString());
        Assert.Equal("tenant", details[1].GetProperty("violations")[0].GetProperty("subject").GetString());
        Assert.Equal("type.example.org/unknown.Type", details[2].GetProperty("@type").GetString());
        Assert.Equal("AQI=", details[2].GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("grpc-timeout", "200m")]
    [InlineData("x-timeout-seconds", "0.2")]
    public async Task Unary_DeadlinePasses_Is504(string name, string value)
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await JsonAnswer.PostAsync(host, "UnaryCall", """{"fill_username": true}""", (name, value));

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.HttpStatus);
        Assert.Equal((int)StatusCode.DeadlineExceeded, answer.Code);
        await host.Service.Cancelled.WaitAsync(s_limit, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("1e9")]
    public async Task Unary_UnreadableTimeout_IsInvalidArgument(string value)
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await JsonAnswer.PostAsync(host, "UnaryCall", "{}", ("x-timeout-seconds", value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.HttpStatus);
    }

    [Fact]
    public async Task Get_OnAMethod_IsNotAllowed()
    {
        await using var host = await EdgeHost.StartAsync();

        var response = await host.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(host.Http1, "/grpc.testing.TestService/UnaryCall")));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task B05_UnknownPathWithJson_IsNotFoundWithoutAGrpcStatus()
    {
        await using var host = await EdgeHost.StartAsync();

        var response = await host.PostAsync("/no.Service/Method", new StringContent("{}"), "application/json");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.False(response.Headers.Contains("grpc-status"));
    }

    [Theory]
    [InlineData("application/json; charset=gbk", "")]
    [InlineData("application/json", "gzip")]
    public async Task Unary_OtherCharsetOrEncoding_Is415(string contentType, string encoding)
    {
        await using var host = await EdgeHost.StartAsync();
        var content = new StringContent("{}");
        content.Headers.ContentType = null;
        if (encoding.Length > 0) content.Headers.ContentEncoding.Add(encoding);

        var response = await host.PostAsync("/grpc.testing.TestService/UnaryCall", content, contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Unary_BodyAboveTheLimit_Is413(bool hasLength)
    {
        await using var host = await EdgeHost.StartAsync(json: options => options.MaxRequestBodySize = 1000);
        var bytes = Encoding.UTF8.GetBytes(new string(' ', 998) + "{} ");

        var response = await host.PostAsync(
            "/grpc.testing.TestService/UnaryCall", hasLength ? new ByteArrayContent(bytes) : new DrippingContent(bytes), "application/json");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("\"code\":8", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unary_BodyAtTheLimit_IsRead()
    {
        await using var host = await EdgeHost.StartAsync(json: options => options.MaxRequestBodySize = 1000);

        var answer = await JsonAnswer.PostAsync(host, "UnaryCall", new string(' ', 998) + "{}");

        Assert.Equal(HttpStatusCode.OK, answer.HttpStatus);
    }

    [Fact]
    public async Task RequestReader_OfTheType_ReadsInsteadAndItsErrorArrives()
    {
        await using var host = await EdgeHost.StartAsync(json: options => options.AddRequestReader(SimpleRequest.Descriptor, json =>
            json.Length > 2
                ? throw new Google.Rpc.Status { Code = 3, Message = "own words" }.ToRpcException()
                : new SimpleRequest { ResponseSize = 6 }));

        var read = await JsonAnswer.PostAsync(host, "UnaryCall", "{}");
        var refused = await JsonAnswer.PostAsync(host, "UnaryCall", "{ }");

        Assert.Equal("AAAAAAAA", read.Json.GetProperty("payload").GetProperty("body").GetString());
        Assert.Equal("own words", refused.Message);
        Assert.Equal(HttpStatusCode.BadRequest, refused.HttpStatus);
    }

    [Fact]
    public async Task Unary_RefusedByAnotherPart_IsToldInJson()
    {
        await using var host = await EdgeHost.StartAsync(last: application => application.Use(next => context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }));

        var answer = await JsonAnswer.PostAsync(host, "UnaryCall", "not even JSON");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.HttpStatus);
        Assert.Equal((int)StatusCode.Unauthenticated, answer.Code);
    }

    [Fact]
    public async Task Unary_ServerCompresses_JsonIsNotAsked()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await JsonAnswer.PostAsync(host, "UnaryCall", """{"response_size": 1000}""", ("grpc-accept-encoding", "gzip"));

        Assert.Equal(HttpStatusCode.OK, answer.HttpStatus);
        Assert.Equal(1000, answer.Json.GetProperty("payload").GetProperty("body").GetBytesFromBase64().Length);
    }

    [Fact]
    public async Task Unary_HandlerThrows_TellsNothingOfIt()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await JsonAnswer.PostAsync(host, "UnaryCall", """{"response_size": -1}""");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.HttpStatus);
        Assert.Equal((int)StatusCode.Unknown, answer.Code);
        Assert.DoesNotContain("Overflow", answer.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Options_Defaults_AreSafe()
    {
        var options = new global::Grpc.Json.GrpcJsonOptions();

        Assert.Equal(16 * 1024 * 1024, options.MaxRequestBodySize);
        Assert.Equal(2_000_000, options.MaxElementCount);
    }
}
