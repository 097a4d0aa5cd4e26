using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.Logging;
using Symbiosis.Api.Errors;
using Symbiosis.Server.Security;
using Symbiosis.Server.Tests.Hosting;
using Symbiosis.V1;

namespace Symbiosis.Server.Tests.Security;

public sealed class AdmissionTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Call_WithTheKey_IsAnsweredUnderEitherHeader()
    {
        var (key, entry) = ApiKey.Create("acme", [Scopes.CatalogRead], null);
        await using var server = await StartAsync(entry);

        await ListAsync(server, new Metadata { { "authorization", $"Bearer {key}" } });
        await ListAsync(server, new Metadata { { "x-api-key", key } });

        Assert.Equal(2, server.Log.Lines.Count(line => line.Text.Contains("tenant acme", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("wrong")]
    [InlineData("unknown")]
    [InlineData("expired")]
    [InlineData("basic")]
    [InlineData("empty")]
    [InlineData("both")]
    public async Task Call_WithoutAValidKey_IsUnauthenticated(string which)
    {
        var (key, entry) = ApiKey.Create("acme", [Scopes.CatalogRead], null);
        var (expired, expiredEntry) = ApiKey.Create("acme", [Scopes.CatalogRead], TimeProvider.System.GetUtcNow().AddSeconds(-1));
        await using var server = await StartAsync(entry, expiredEntry);
        var metadata = which switch
        {
            "wrong" => new Metadata { { "authorization", $"Bearer {key[..^1]}{(key[^1] == 'A' ? 'B' : 'A')}" } },
            "unknown" => new Metadata { { "authorization", $"Bearer {ApiKey.Create("x", [], null).Text}" } },
            "expired" => new Metadata { { "authorization", $"Bearer {expired}" } },
            "basic" => new Metadata { { "authorization", "Basic dXNlcjpwYXNz" } },
            "empty" => new Metadata { { "authorization", "Bearer " } },
            "both" => new Metadata { { "authorization", "Bearer x" }, { "x-api-key", key } },
            _ => [],
        };

        var fault = await Assert.ThrowsAsync<RpcException>(() => ListAsync(server, metadata));

        Assert.Equal(StatusCode.Unauthenticated, fault.StatusCode);
        Assert.Equal("UNAUTHENTICATED", RichErrorReader.Reason(fault.GetRpcStatus()));
    }

    [Fact]
    public async Task Call_WithoutTheScope_IsDenied()
    {
        var (key, entry) = ApiKey.Create("acme", [Scopes.Optimize], null);
        await using var server = await StartAsync(entry);

        var fault = await Assert.ThrowsAsync<RpcException>(() => ListAsync(server, new Metadata { { "x-api-key", key } }));

        Assert.Equal(StatusCode.PermissionDenied, fault.StatusCode);
        Assert.Equal(Scopes.CatalogRead, RichErrorReader.Metadata(fault.GetRpcStatus())["scope"]);
    }

    [Fact]
    public async Task Target_NeedsTheScopeHeat()
    {
        var (key, entry) = ApiKey.Create("acme", [Scopes.Heat], null);
        var (other, otherEntry) = ApiKey.Create("other", [Scopes.Optimize, Scopes.CatalogRead], null);
        await using var server = await StartAsync(entry, otherEntry);
        var client = new HeatService.HeatServiceClient(server.Channel);
        var request = new TargetRequest { Table = new HeatTable { Streams = { new HeatTableStream { Name = "A", SupplyCelsius = 90, TargetCelsius = 20, HeatKw = 5 } } } };

        Assert.Equal(5, (await client.TargetAsync(request, new Metadata { { "x-api-key", key } })).Plants[0].ColdUtilityKw);
        var fault = await Assert.ThrowsAsync<RpcException>(async () => await client.TargetAsync(request, new Metadata { { "x-api-key", other } }));

        Assert.Equal(StatusCode.PermissionDenied, fault.StatusCode);
        Assert.Equal(Scopes.Heat, RichErrorReader.Metadata(fault.GetRpcStatus())["scope"]);
    }

    [Fact]
    public async Task Call_WithARevokedKey_IsRefusedWithinFiveSeconds()
    {
        var (key, entry) = ApiKey.Create("acme", [Scopes.CatalogRead], null);
        var (other, otherEntry) = ApiKey.Create("other", [Scopes.CatalogRead], null);
        var metadata = new Metadata { { "x-api-key", key } };
        await using var server = await StartAsync(entry, otherEntry);
        await ListAsync(server, metadata);

        _folder.Write("keys.json", KeyFile.Text(otherEntry));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await EventuallyRefusedAsync(server, metadata);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
        await ListAsync(server, new Metadata { { "x-api-key", other } });
    }

    [Fact]
    public async Task Call_AfterTheKeyFileBroke_KnowsTheKeysBefore()
    {
        var (key, entry) = ApiKey.Create("acme", [Scopes.CatalogRead], null);
        await using var server = await StartAsync(entry);

        _folder.Write("keys.json", "{ broken");
        await Eventually.TrueAsync(() => server.Log.Lines.Any(line => line.Level == LogLevel.Warning && line.Text.StartsWith("API keys", StringComparison.Ordinal)));

        await ListAsync(server, new Metadata { { "x-api-key", key } });
    }

    [Fact]
    public async Task Call_TooOften_IsToldWhenToComeBack()
    {
        var (key, entry) = ApiKey.Create("acme", [Scopes.CatalogRead], null);
        var (other, otherEntry) = ApiKey.Create("other", [Scopes.CatalogRead], null);
        await using var server = await StartAsync([entry, otherEntry], "Limits:CallBurst=3", "Limits:CallsPerSecond=1");
        var metadata = new Metadata { { "x-api-key", key } };
        for (var i = 0; i < 3; i++)
            await ListAsync(server, metadata);

        var fault = await Assert.ThrowsAsync<RpcException>(() => ListAsync(server, metadata));

        Assert.Equal(StatusCode.ResourceExhausted, fault.StatusCode);
        Assert.Equal(RichErrors.RateLimited, RichErrorReader.Reason(fault.GetRpcStatus()));
        Assert.InRange(RichErrorReader.RetryDelay(fault.GetRpcStatus())!.Value, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(5));
        await ListAsync(server, new Metadata { { "x-api-key", other } });
    }

    [Fact]
    public async Task Call_TooManyAtOnce_IsRefused()
    {
        var (key, entry) = ApiKey.Create("acme", Scopes.All, null);
        var search = new ScriptedSearch();
        _folder.Write("keys.json", KeyFile.Text(entry));
        await using var server = await TestServer.StartAsync([$"ApiKeys:Path={_folder.PathOf("keys.json")}", "Limits:ConcurrentCalls=1"], search.Find);
        var metadata = new Metadata { { "x-api-key", key } };
        using var running = new OptimizationService.OptimizationServiceClient(server.Channel).Optimize(new OptimizeRequest { Park = Parks.ThreePlants() }, metadata);
        await search.Began;

        var fault = await Assert.ThrowsAsync<RpcException>(() => ListAsync(server, metadata));

        Assert.Equal(StatusCode.ResourceExhausted, fault.StatusCode);
        search.Go();
        while (await running.ResponseStream.MoveNext(default))
        {
            // To its end.
        }

        await Eventually.TrueAsync(() => server.Log.Lines.Any(line => line.Text.Contains("Optimize OK", StringComparison.Ordinal)));
        await ListAsync(server, metadata);
    }

    [Fact]
    public async Task Health_WithoutCredentials_IsAnswered()
    {
        await using var server = await StartAsync(ApiKey.Create("acme", [], null).Entry);

        var answer = await new Health.HealthClient(server.Channel).CheckAsync(new HealthCheckRequest());

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, answer.Status);
    }

    [Fact]
    public async Task Json_WithoutAKey_Is401()
    {
        await using var server = await StartAsync(ApiKey.Create("acme", [], null).Entry);
        using var content = new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));

        using var response = await server.Http.PostAsync("/symbiosis.v1.CatalogService/ListEntries", content);

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Log_OfCallsWithSecrets_HoldsNone()
    {
        var (key, entry) = ApiKey.Create("acme", [Scopes.CatalogRead], null);
        await using var server = await StartAsync(entry);
        var token = $"eyJhbGciOiJub25lIn0.{Convert.ToBase64String("{\"tenant\":\"acme\"}"u8)}.";
        await ListAsync(server, new Metadata { { "authorization", $"Bearer {key}" } });
        foreach (var wrong in new[] { key[..^2] + "xx", token, "hunter2-password" })
            await Assert.ThrowsAsync<RpcException>(() => ListAsync(server, new Metadata { { "authorization", $"Bearer {wrong}" } }));
        using var page = await server.Http.GetAsync($"/healthz/live?key={key}");

        var secret = key.Split('_', 3)[2];
        var leaks = server.Log.Lines.Where(line => new[] { secret, token, "hunter2", secret[..^2] }.Any(text => line.Text.Contains(text, StringComparison.Ordinal))).ToList();
        leaks.RemoveAll(line => line.Category == "Microsoft.AspNetCore.Hosting.Diagnostics" && line.Level < LogLevel.Warning);

        Assert.True(server.Log.Lines.Count > 20, "The log was not caught.");
        Assert.Empty(leaks);
    }

    private Task<TestServer> StartAsync(params ApiKeyEntry[] entries) => StartAsync(entries, []);

    private Task<TestServer> StartAsync(ApiKeyEntry[] entries, params string[] settings)
    {
        _folder.Write("keys.json", KeyFile.Text(entries));
        return TestServer.StartAsync([$"ApiKeys:Path={_folder.PathOf("keys.json")}", "ApiKeys:ReloadInterval=00:00:00.2", .. settings]);
    }

    private static async Task EventuallyRefusedAsync(TestServer server, Metadata metadata)
    {
        for (var i = 0; i < 500; i++)
        {
            try
            {
                await ListAsync(server, metadata);
                await Task.Delay(20);
            }
            catch (RpcException fault) when (fault.StatusCode == StatusCode.Unauthenticated)
            {
                return;
            }
        }
    }

    private static async Task ListAsync(TestServer server, Metadata metadata) =>
        await new CatalogService.CatalogServiceClient(server.Channel).ListEntriesAsync(new ListEntriesRequest { PageSize = 1 }, metadata);
}
