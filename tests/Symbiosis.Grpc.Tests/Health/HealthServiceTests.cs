using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Symbiosis.Grpc.Tests.Web;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Symbiosis.Grpc.Tests.Health;

public sealed class HealthServiceTests
{
    private const string Mapped = "grpc.testing.TestService";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData(Mapped)]
    [InlineData("grpc.health.v1.Health")]
    public async Task L01_L02_Check_MappedService_ServesAndSaysSo(string service)
    {
        await using var host = await EdgeHost.StartAsync();
        var client = new global::Grpc.Health.V1.Health.HealthClient(host.Channel);

        var first = await client.CheckAsync(new HealthCheckRequest { Service = service }, cancellationToken: Cancellation);
        host.Services.GetRequiredService<HealthServiceImpl>().SetStatus(service, ServingStatus.NotServing);
        var second = await client.CheckAsync(new HealthCheckRequest { Service = service }, cancellationToken: Cancellation);

        Assert.Equal(ServingStatus.Serving, first.Status);
        Assert.Equal(ServingStatus.NotServing, second.Status);
    }

    [Fact]
    public async Task L03_Check_UnknownService_IsNotFound()
    {
        await using var host = await EdgeHost.StartAsync();
        var client = new global::Grpc.Health.V1.Health.HealthClient(host.Channel);

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await client.CheckAsync(new HealthCheckRequest { Service = "x" }, cancellationToken: Cancellation));

        Assert.Equal(StatusCode.NotFound, exception.StatusCode);
    }

    [Fact]
    public async Task L04_Watch_KnownService_TellsChangesOnly()
    {
        await using var host = await EdgeHost.StartAsync();
        var health = host.Services.GetRequiredService<HealthServiceImpl>();
        using var call = new global::Grpc.Health.V1.Health.HealthClient(host.Channel).Watch(new HealthCheckRequest { Service = Mapped }, cancellationToken: Cancellation);

        Assert.Equal(ServingStatus.Serving, await NextAsync(call));
        health.SetStatus(Mapped, ServingStatus.Serving);
        health.SetStatus("other", ServingStatus.NotServing);
        var next = NextAsync(call);
        health.SetStatus(Mapped, ServingStatus.NotServing);

        Assert.Equal(ServingStatus.NotServing, await next);
    }

    [Fact]
    public async Task L05_Watch_UnknownService_WaitsUntilItIsKnown()
    {
        await using var host = await EdgeHost.StartAsync();
        var health = host.Services.GetRequiredService<HealthServiceImpl>();
        using var call = new global::Grpc.Health.V1.Health.HealthClient(host.Channel).Watch(new HealthCheckRequest { Service = "later" }, cancellationToken: Cancellation);

        Assert.Equal(ServingStatus.ServiceUnknown, await NextAsync(call));
        health.SetStatus("later", ServingStatus.Serving);
        Assert.Equal(ServingStatus.Serving, await NextAsync(call));
        health.ClearStatus("later");
        Assert.Equal(ServingStatus.ServiceUnknown, await NextAsync(call));
    }

    [Fact]
    public async Task L06_Stop_WatchersAreToldThenEnd()
    {
        await using var host = await EdgeHost.StartAsync();
        using var call = new global::Grpc.Health.V1.Health.HealthClient(host.Channel).Watch(new HealthCheckRequest(), cancellationToken: Cancellation);
        Assert.Equal(ServingStatus.Serving, await NextAsync(call));

        var stop = host.StopAsync();

        Assert.Equal(ServingStatus.NotServing, await NextAsync(call));
        var exception = await Assert.ThrowsAsync<RpcException>(() => NextAsync(call));
        Assert.Equal(StatusCode.Unavailable, exception.StatusCode);
        await stop.WaitAsync(s_limit, Cancellation);
    }

    [Fact]
    public async Task L06_Shutdown_NothingServesAgain()
    {
        var health = new HealthServiceImpl();
        health.SetStatus("a", ServingStatus.Serving);

        health.Shutdown();
        health.SetStatus("a", ServingStatus.Serving);
        health.SetStatus("b", ServingStatus.Serving);

        var statuses = (await health.List(new HealthListRequest(), new TokenContext(Cancellation))).Statuses;
        Assert.All(statuses.Values, status => Assert.Equal(ServingStatus.NotServing, status.Status));
    }

    [Fact]
    public async Task L08_ThousandWatchers_CostNoThreads()
    {
        var health = new HealthServiceImpl();
        using var end = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 1000).Select(_ => new CollectingWriter()).ToList();
        var before = ThreadPool.ThreadCount;

        var watches = writers.Select(writer => health.Watch(new HealthCheckRequest { Service = "a" }, writer, new TokenContext(end.Token))).ToList();
        health.SetStatus("a", ServingStatus.Serving);
        await Task.WhenAll(writers.Select(writer => writer.Serving)).WaitAsync(s_limit, Cancellation);

        Assert.InRange(ThreadPool.ThreadCount, 0, before + 20);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(watches));
    }

    [Fact]
    public async Task L09_List_GivesAllServices()
    {
        await using var host = await EdgeHost.StartAsync();

        var response = await new global::Grpc.Health.V1.Health.HealthClient(host.Channel).ListAsync(new HealthListRequest(), cancellationToken: Cancellation);

        Assert.Superset(
            new HashSet<string> { "", Mapped, "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection" }, response.Statuses.Keys.ToHashSet());
        Assert.All(response.Statuses.Values, status => Assert.Equal(ServingStatus.Serving, status.Status));
    }

    [Fact]
    public async Task Publisher_FailingCheck_StopsWhatIsMappedToIt()
    {
        await using var host = await EdgeHost.StartAsync(services => services.AddGrpcHealthChecks(options =>
        {
            options.Services.Map("database", check => check.Tags.Contains("database"));
            options.Services.Map("rest", check => !check.Tags.Contains("database"));
        }));
        var publisher = host.Services.GetServices<IHealthCheckPublisher>().Single();
        var entry = new HealthReportEntry(HealthStatus.Unhealthy, "down", TimeSpan.Zero, null, null, ["database"]);

        await publisher.PublishAsync(new HealthReport(new Dictionary<string, HealthReportEntry> { ["db"] = entry }, TimeSpan.Zero), Cancellation);

        var statuses = (await new global::Grpc.Health.V1.Health.HealthClient(host.Channel).ListAsync(new HealthListRequest(), cancellationToken: Cancellation)).Statuses;
        Assert.Equal(ServingStatus.NotServing, statuses["database"].Status);
        Assert.Equal(ServingStatus.Serving, statuses["rest"].Status);
        Assert.Equal(ServingStatus.NotServing, statuses[""].Status);
        Assert.Equal(ServingStatus.NotServing, statuses[Mapped].Status);
    }

    [Fact]
    public async Task Publisher_NoChecks_LeavesWhatWasSaid()
    {
        await using var host = await EdgeHost.StartAsync();
        var health = host.Services.GetRequiredService<HealthServiceImpl>();
        health.SetStatus("", ServingStatus.NotServing);

        await host.Services.GetServices<IHealthCheckPublisher>().Single().PublishAsync(
            new HealthReport(new Dictionary<string, HealthReportEntry>(), TimeSpan.Zero), Cancellation);

        Assert.Equal(ServingStatus.NotServing, (await health.Check(new HealthCheckRequest(), new TokenContext(Cancellation))).Status);
    }

    private static async Task<ServingStatus> NextAsync(AsyncServerStreamingCall<HealthCheckResponse> call)
    {
        Assert.True(await call.ResponseStream.MoveNext(Cancellation).WaitAsync(s_limit, Cancellation));
        return call.ResponseStream.Current.Status;
    }
}
