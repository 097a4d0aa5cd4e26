using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Symbiosis.Server.Tests.Hosting;
using Symbiosis.V1;

namespace Symbiosis.Server.Tests.Observing;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Calls_WithAnEndpoint_ArriveThereAsTracesAndMetrics()
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, port => port.Protocols = HttpProtocols.Http1));
        await using var collector = builder.Build();
        collector.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            var text = System.Text.Encoding.Latin1.GetString(body.ToArray());
            if (signal == "traces" && text.Contains("search", StringComparison.Ordinal))
                seen["search trace"] = 1;
            if (signal == "metrics" && text.Contains("symbiosis.call.duration", StringComparison.Ordinal) && text.Contains("symbiosis.queue.waiting", StringComparison.Ordinal))
                seen["metrics"] = 1;
        });
        await collector.StartAsync();

        await using (var server = await TestServer.StartAsync(
            [$"Telemetry:OtlpEndpoint={collector.Urls.First()}", "Telemetry:OtlpProtocol=http/protobuf"], new ScriptedSearch().Go().Find))
        {
            using var call = new OptimizationService.OptimizationServiceClient(server.Channel).Optimize(new OptimizeRequest { Park = Parks.ThreePlants() });
            while (await call.ResponseStream.MoveNext(default))
            {
                // To its end.
            }

            await server.StopAsync();
        }

        Assert.True(seen.ContainsKey("search trace"), "no trace of the search");
        Assert.True(seen.ContainsKey("metrics"), "no metrics");
    }

    [Fact]
    public async Task Calls_Log_OneLineEach()
    {
        await using var server = await TestServer.StartAsync();
        var client = new CatalogService.CatalogServiceClient(server.Channel);
        await client.ListEntriesAsync(new ListEntriesRequest());
        await Assert.ThrowsAsync<global::Grpc.Core.RpcException>(async () => await client.GetEntryAsync(new GetEntryRequest { Name = "x\r\nforged line" }));
        await Eventually.TrueAsync(() => Lines().Count == 2);

        Assert.Matches(@"^Call /symbiosis\.v1\.CatalogService/ListEntries OK \d+ ms tenant local credential anonymous", Lines()[0]);
        Assert.Matches(@"^Call /symbiosis\.v1\.CatalogService/GetEntry NotFound \d+ ms", Lines()[1]);

        List<string> Lines() => [.. server.Log.Lines.Where(line => line.Text.StartsWith("Call ", StringComparison.Ordinal)).Select(line => line.Text)];
    }
}
