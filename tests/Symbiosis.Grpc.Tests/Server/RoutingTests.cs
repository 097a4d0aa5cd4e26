using System.Net;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>Section B of the conformance checklist: what is a call, and of which method.</summary>
public sealed class RoutingTests
{
    [Theory]
    [InlineData("application/grpc", 200, StatusCode.OK)]
    [InlineData("application/grpc+proto", 200, StatusCode.OK)]
    [InlineData("APPLICATION/GRPC", 200, StatusCode.OK)]
    [InlineData("application/grpc; param=one", 200, StatusCode.OK)]
    [InlineData("application/grpc+proto;a=b", 200, StatusCode.OK)]
    [InlineData("application/grpc+json", 200, StatusCode.Unimplemented)]
    [InlineData("application/grpc+foo", 200, StatusCode.Unimplemented)]
    [InlineData("application/grpcfoo", 415, null)]
    [InlineData("image/jpeg", 415, null)]
    [InlineData("application/json", 415, null)]
    public async Task Call_ContentType_IsAnsweredAsListed(string contentType, int httpStatus, StatusCode? status)
    {
        await using var application = await ScriptedApplication.StartAsync(new());

        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5], ("content-type", contentType));

        Assert.Equal(httpStatus, answer.HttpStatus);
        Assert.Equal(status, answer.Status);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Call_OtherHttpMethod_Is405(string method)
    {
        await using var application = await ScriptedApplication.StartAsync(new());
        using var request = new HttpRequestMessage(new HttpMethod(method), ScriptedTestService.Unary)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var response = await application.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
        Assert.False(response.Headers.Contains("grpc-status"));
    }

    [Theory]
    [InlineData("/grpc.testing.TestService/unaryCall")]
    [InlineData("/GRPC.testing.TestService/UnaryCall")]
    [InlineData("/grpc.testing.TestService/UnaryCall/")]
    [InlineData("/grpc.testing.TestService//UnaryCall")]
    [InlineData("/grpc.testing.TestService%2FUnaryCall")]
    [InlineData("/grpc.testing.TestService/Unary%43all")]
    [InlineData("/grpc.testing.TestService/x/%2E%2E/UnaryCall")]
    [InlineData("/grpc.testing.TestService/")]
    [InlineData("/grpc.testing.TestService")]
    [InlineData("/")]
    [InlineData("//")]
    [InlineData("///")]
    [InlineData("/a/b/c")]
    public async Task Call_PathNotExact_IsUnimplemented(string path)
    {
        await using var application = await ScriptedApplication.StartAsync(new());
        using var request = Wire.Request("/", new ByteArrayContent(new byte[5]));
        request.RequestUri = new Uri(application.Address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

        var answer = await application.SendAsync(request);

        Assert.Equal(200, answer.HttpStatus);
        Assert.Equal(StatusCode.Unimplemented, answer.Status);
        Assert.True(answer.IsTrailersOnly);
    }

    [Fact]
    public async Task Call_QueryString_DoesNotCount()
    {
        await using var application = await ScriptedApplication.StartAsync(new());

        Assert.Equal(StatusCode.OK, (await application.CallAsync(ScriptedTestService.Unary + "?x=1", new byte[5])).Status);
    }

    [Fact]
    public async Task Call_LongPath_IsUnimplemented()
    {
        await using var application = await ScriptedApplication.StartAsync(new());

        Assert.Equal(StatusCode.Unimplemented, (await application.CallAsync("/" + new string('a', 8000), new byte[5])).Status);
    }

    [Fact]
    public async Task Unknown_ServiceOrMethod_TextsTellWhich()
    {
        await using var application = await ScriptedApplication.StartAsync(new());

        Assert.Equal("Service is unimplemented.", (await application.CallAsync("/a.B/C", new byte[5])).Message);
        Assert.Equal("Method is unimplemented.", (await application.CallAsync("/grpc.testing.TestService/Nope", new byte[5])).Message);
    }

    [Fact]
    public async Task Unknown_NotGrpc_IsPlain404()
    {
        await using var application = await ScriptedApplication.StartAsync(new());
        using var get = new HttpRequestMessage(HttpMethod.Get, "/a.B/C") { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };

        var json = await application.CallAsync("/a.B/C", new byte[5], ("content-type", "application/json"));
        using var got = await application.Client.SendAsync(get, TestContext.Current.CancellationToken);

        Assert.Equal(404, json.HttpStatus);
        Assert.Null(json.Status);
        Assert.Equal(HttpStatusCode.NotFound, got.StatusCode);
        Assert.False(got.Headers.Contains("grpc-status"));
    }

    [Fact]
    public async Task Unknown_BesideAFallbackOfTheApplication_BothAnswer()
    {
        await using var application = await GrpcApplication.StartAsync(
            app =>
            {
                app.MapGrpcService<ScriptedTestService>();
                app.MapFallback(() => "page");
            },
            register: (services, _) => services.AddSingleton(new ScriptedTestService.Script()));
        using var get = new HttpRequestMessage(HttpMethod.Get, "/somewhere") { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };

        using var got = await application.Client.SendAsync(get, TestContext.Current.CancellationToken);

        Assert.Equal("page", await got.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(StatusCode.Unimplemented, (await application.CallAsync("/a.B/C", new byte[5])).Status);
    }

    [Fact]
    public async Task Unknown_Ignored_GoesToTheApplication()
    {
        await using var application = await ScriptedApplication.StartAsync(new(), options => options.IgnoreUnknownServices = true);

        var answer = await application.CallAsync("/a.B/C", new byte[5]);

        Assert.Equal(404, answer.HttpStatus);
        Assert.Null(answer.Status);
    }

    [Fact]
    public async Task Call_OverHttp1_Is426()
    {
        await using var application = await GrpcApplication.StartAsync(
            app => app.MapGrpcService<ScriptedTestService>(),
            register: (services, _) => services.AddSingleton(new ScriptedTestService.Script()),
            protocols: HttpProtocols.Http1);
        using var request = Wire.Request(ScriptedTestService.Unary, new ByteArrayContent(new byte[5]));
        request.Version = HttpVersion.Version11;

        using var response = await application.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UpgradeRequired, response.StatusCode);
        Assert.Equal("HTTP/2", response.Headers.Upgrade.ToString());
        Assert.Equal("13", response.Headers.GetValues("grpc-status").Single());
    }

    [Fact]
    public async Task Endpoints_OfAService_CarryMethodAndAttributes()
    {
        await using var application = await ScriptedApplication.StartAsync(new());

        var endpoint = application.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Single(endpoint => endpoint.RoutePattern.RawText == ScriptedTestService.Unary);

        var metadata = endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()!;
        Assert.Equal(typeof(ScriptedTestService), metadata.ServiceType);
        Assert.Equal(ScriptedTestService.Unary, metadata.Method.FullName);
    }

    [Fact]
    public async Task Group_WithPrefix_IsPartOfThePath()
    {
        await using var application = await GrpcApplication.StartAsync(
            app => app.MapGroup("/v1").MapGrpcService<ScriptedTestService>(),
            register: (services, _) => services.AddSingleton(new ScriptedTestService.Script()));

        Assert.Equal(StatusCode.OK, (await application.CallAsync("/v1" + ScriptedTestService.Unary, new byte[5])).Status);
        Assert.Equal(404, (await application.CallAsync(ScriptedTestService.Unary, new byte[5])).HttpStatus);
    }

    [Fact]
    public async Task Header_OfTheProtocolTwice_IsInternal()
    {
        await using var application = await ScriptedApplication.StartAsync(new());

        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5], ("grpc-timeout", "1S"), ("grpc-timeout", "1S"));

        Assert.Equal(StatusCode.Internal, answer.Status);
    }
}
