using System.Net;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>How services are registered, made and guarded; the defaults.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public void Options_Defaults_AreAsDocumented()
    {
        var options = new GrpcServiceOptions();

        Assert.Equal(4 * 1024 * 1024, options.MaxReceiveMessageSize);
        Assert.Null(options.MaxSendMessageSize);
        Assert.Equal(2_000_000, options.MaxMessageElementCount);
        Assert.Null(options.EnableDetailedErrors);
        Assert.Null(options.ResponseCompressionAlgorithm);
        Assert.Null(options.IgnoreUnknownServices);
        Assert.Equal(["gzip", "deflate"], options.CompressionProviders.Select(provider => provider.EncodingName));
        Assert.Empty(options.Interceptors);
        Assert.Equal(TimeSpan.FromSeconds(10), options.DrainTimeout);
        Assert.Equal(8 * 1024, options.MaxTrailersSize);
    }

    [Fact]
    public void UseGrpcDefaults_Kestrel_HasTheLimitsOfTheChecklist()
    {
        var limits = new KestrelServerOptions().UseGrpcDefaults().Limits;

        Assert.Equal(1000, limits.Http2.MaxStreamsPerConnection);
        Assert.Equal(16 * 1024, limits.MaxRequestHeadersTotalSize);
        Assert.Equal(16 * 1024, limits.Http2.MaxRequestHeaderFieldSize);
        Assert.Equal(TimeSpan.FromSeconds(45), limits.Http2.KeepAlivePingDelay);
        Assert.Equal(TimeSpan.FromSeconds(20), limits.Http2.KeepAlivePingTimeout);
        Assert.NotNull(limits.MaxRequestBodySize);
        Assert.NotNull(limits.MinRequestBodyDataRate);
    }

    [Fact]
    public void MapGrpcService_WithoutAddGrpc_SaysWhatIsMissing()
    {
        using var application = WebApplication.CreateSlimBuilder().Build();

        Assert.Contains("AddGrpc", Assert.Throws<InvalidOperationException>(() => application.MapGrpcService<ScriptedTestService>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MapGrpcService_ClassThatIsNoService_Throws()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddGrpc();
        using var application = builder.Build();

        Assert.Throws<InvalidOperationException>(() => application.MapGrpcService<RegistrationTests>());
    }

    [Theory]
    [InlineData(null, "1,1", 2)]
    [InlineData(ServiceLifetime.Transient, "1,1", 2)]
    [InlineData(ServiceLifetime.Scoped, "1,1", 2)]
    [InlineData(ServiceLifetime.Singleton, "1,2", 0)]
    public async Task Service_Lifetime_IsTheRegistered(ServiceLifetime? lifetime, string expected, int expectedDisposedCount)
    {
        var disposed = new Disposals();
        await using var application = await GrpcApplication.StartAsync(
            app => app.MapGrpcService<CountingService>(),
            register: (services, _) =>
            {
                services.AddSingleton(disposed);
                if (lifetime is not null)
                    services.Add(new ServiceDescriptor(typeof(CountingService), typeof(CountingService), lifetime.Value));
            });

        var first = await application.CallAsync(ScriptedTestService.Unary, new byte[5]);
        var second = await application.CallAsync(ScriptedTestService.Unary, new byte[5]);

        Assert.Equal(expected, string.Join(',', new[] { first, second }.Select(answer => SimpleResponse.Parser.ParseFrom(answer.Messages[0].Payload).Username)));
        // A scope is disposed after the answer has been sent.
        await Poll.UntilAsync(() => disposed.Count == expectedDisposedCount);
    }

    [Fact]
    public async Task Method_NotOverridden_IsUnimplemented()
    {
        await using var application = await ScriptedApplication.StartAsync(new());

        Assert.Equal(StatusCode.Unimplemented, (await application.CallAsync("/grpc.testing.TestService/UnimplementedCall", new byte[5])).Status);
    }

    [Fact]
    public async Task RequireAuthorization_WithoutCredentials_HandlerDoesNotRun()
    {
        await using var application = await GrpcApplication.StartAsync(
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapGrpcService<GuardedService>();
            },
            register: (services, _) =>
            {
                services.AddAuthentication("none").AddScheme<AuthenticationSchemeOptions, NobodyHandler>("none", null);
                services.AddAuthorization();
            });

        var guarded = await application.CallAsync(ScriptedTestService.Unary, new byte[5]);
        var open = await application.CallAsync("/grpc.testing.TestService/EmptyCall", new byte[5]);

        Assert.Equal((int)HttpStatusCode.Unauthorized, guarded.HttpStatus);
        Assert.Equal(StatusCode.OK, open.Status);
    }

    [Authorize]
    private sealed class GuardedService : TestService.TestServiceBase
    {
        public override Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context) => throw new InvalidOperationException("not guarded");

        [AllowAnonymous]
        public override Task<Empty> EmptyCall(Empty request, ServerCallContext context) => Task.FromResult(new Empty());
    }

    private sealed class NobodyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, System.Text.Encodings.Web.UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }

    private sealed class Disposals
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public void Add() => Interlocked.Increment(ref _count);
    }

    private sealed class CountingService(Disposals disposals) : TestService.TestServiceBase, IDisposable
    {
        private int _callCount;

        public override Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context) =>
            Task.FromResult(new SimpleResponse { Username = $"{++_callCount}" });

        public void Dispose() => disposals.Add();
    }
}
