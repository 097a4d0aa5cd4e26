using System.Net;
using Grpc.AspNetCore.Web;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;

namespace Symbiosis.Grpc.Tests.Web;

public sealed class GrpcWebCorsTests
{
    private const string Path = "/grpc.testing.TestService/UnaryCall";

    [Fact]
    public async Task J10_PreflightOfAListedOrigin_IsAllowed()
    {
        await using var host = await StartAsync();

        var response = await host.SendAsync(Preflight(host, "https://page.example"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("https://page.example", Header(response, "access-control-allow-origin"));
        Assert.Contains("POST", Header(response, "access-control-allow-methods"), StringComparison.Ordinal);
        var allowed = Header(response, "access-control-allow-headers").Split(',');
        Assert.Superset(new HashSet<string> { "x-grpc-web", "x-user-agent", "grpc-timeout", "authorization", "content-type" }, allowed.ToHashSet());
    }

    [Fact]
    public async Task J10_PreflightOfAnotherOrigin_IsNotAllowed()
    {
        await using var host = await StartAsync();

        var response = await host.SendAsync(Preflight(host, "https://evil.example"));

        Assert.False(response.Headers.Contains("access-control-allow-origin"));
    }

    [Fact]
    public async Task J10_Call_ExposesTheStatus()
    {
        await using var host = await StartAsync();

        var response = await host.PostAsync(
            Path, new ByteArrayContent(WebAnswer.Frame(new SimpleRequest())), "application/grpc-web+proto", headers: ("origin", "https://page.example"));

        Assert.Equal("https://page.example", Header(response, "access-control-allow-origin"));
        var exposed = Header(response, "access-control-expose-headers").Split(',').ToHashSet();
        Assert.Superset(new HashSet<string> { "grpc-status", "grpc-message", "grpc-status-details-bin" }, exposed);
    }

    [Fact]
    public async Task B08_PreflightWithoutCors_IsNotAllowed()
    {
        await using var host = await EdgeHost.StartAsync();

        var response = await host.SendAsync(Preflight(host, "https://page.example"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private static Task<EdgeHost> StartAsync() =>
        EdgeHost.StartAsync(first: application => application.UseCors(policy => policy.WithOrigins("https://page.example").WithGrpcWeb()));

    private static HttpRequestMessage Preflight(EdgeHost host, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, new Uri(host.Http1, Path));
        request.Headers.Add("origin", origin);
        request.Headers.Add("access-control-request-method", "POST");
        request.Headers.Add("access-control-request-headers", "x-grpc-web,x-user-agent,grpc-timeout,authorization,content-type");
        return request;
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(',', response.Headers.GetValues(name));
}
