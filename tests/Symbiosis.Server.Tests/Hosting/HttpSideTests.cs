using System.Net;
using System.Text.Json;
using Grpc.Core;
using Grpc.Reflection.V1;

namespace Symbiosis.Server.Tests.Hosting;

/// <summary>What is served besides the services.</summary>
public sealed class HttpSideTests
{
    [Fact]
    public async Task Ready_EngineAndCatalogue_BecomesOk()
    {
        await using var server = await TestServer.StartAsync();

        await Eventually.TrueAsync(() => server.Http.GetAsync("/healthz/ready").Result.StatusCode == HttpStatusCode.OK, TimeSpan.FromSeconds(60));
        using var live = await server.Http.GetAsync("/healthz/live");

        Assert.True(live.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Ready_NoEngine_Is503()
    {
        await using var server = await TestServer.StartAsync(["Solving:NodePath=no-such-program"]);
        await Eventually.TrueAsync(() => server.Log.Lines.Any(line => line.Text.StartsWith("The engine cannot be started", StringComparison.Ordinal)));

        using var ready = await server.Http.GetAsync("/healthz/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("\"engine\":\"failing\"", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenApi_Document_NamesTheMethodsAndTheirMeaning()
    {
        await using var server = await TestServer.StartAsync();

        using var document = JsonDocument.Parse(await server.Http.GetStringAsync("/openapi.json"));

        Assert.StartsWith("3.1", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.True(document.RootElement.GetProperty("paths").TryGetProperty("/symbiosis.v1.OptimizationService/Optimize", out _));
        Assert.True(document.RootElement.GetProperty("paths").TryGetProperty("/symbiosis.v1.CatalogService/GetEntry", out _));
    }

    [Theory]
    [InlineData("/healthz/live")]
    [InlineData("/openapi.json")]
    [InlineData("/nothing")]
    [InlineData("/")]
    public async Task Answers_OverHttp_HaveSecurityHeaders(string path)
    {
        await using var server = await TestServer.StartAsync();

        using var answer = await server.Http.GetAsync(path);

        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Request_UnderAnotherHostName_IsRefused()
    {
        await using var server = await TestServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz/live") { Headers = { Host = "evil.example" } };

        using var answer = await server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://planner.example", true)]
    [InlineData("https://evil.example", false)]
    public async Task Preflight_OfAnOrigin_IsAllowedWhereListed(string origin, bool isAllowed)
    {
        await using var server = await TestServer.StartAsync(["Listen:Origins:0=https://planner.example"]);
        using var request = new HttpRequestMessage(HttpMethod.Options, "/symbiosis.v1.CatalogService/ListEntries")
        {
            Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "content-type,x-grpc-web" } },
        };

        using var answer = await server.Http.SendAsync(request);

        Assert.Equal(isAllowed, answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reflection_Switch_Holds(bool isOn)
    {
        await using var server = await TestServer.StartAsync([$"Listen:Reflection={isOn}"]);
        using var call = new ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "*" });
        await call.RequestStream.CompleteAsync();

        if (!isOn)
        {
            Assert.Equal(StatusCode.Unimplemented, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(default))).StatusCode);
            return;
        }

        Assert.True(await call.ResponseStream.MoveNext(default));
        Assert.Contains(call.ResponseStream.Current.ListServicesResponse.Service, service => service.Name == "symbiosis.v1.OptimizationService");
    }
}
