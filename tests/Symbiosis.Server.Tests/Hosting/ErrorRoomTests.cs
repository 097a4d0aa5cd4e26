using System.Net;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.V1;

namespace Symbiosis.Server.Tests.Hosting;

/// <summary>A hundred faults, to callers with and without room for them.</summary>
public sealed class ErrorRoomTests
{
    private const int FaultCount = 100;

    [Fact]
    public async Task Refusal_AsJson_HasAllFaults()
    {
        await using var server = await TestServer.StartAsync(findPlan: new ScriptedSearch().Go().Find);
        var plants = string.Join(',', Enumerable.Range(0, FaultCount).Select(i => $$"""{"id": "no id {{i}}"}"""));
        using var body = new StringContent("{\"park\": {\"id\": \"p\", \"plants\": [" + plants + "]}}", Encoding.UTF8, "application/json");

        using var answer = await server.Http.PostAsync("/symbiosis.v1.OptimizationService/Optimize", body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var status = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(FaultCount, status.RootElement.GetProperty("details")[0].GetProperty("field_violations").GetArrayLength());
    }

    [Theory]
    [InlineData(null, RichErrors.DefaultMaxByteCount, FaultCount / 2)]
    [InlineData("40000", 40000, FaultCount)]
    public async Task Refusal_OverGrpc_HasWhatTheClientCanRead(string? size, int maxByteCount, int least)
    {
        await using var server = await TestServer.StartAsync(findPlan: new ScriptedSearch().Go().Find);
        var request = new OptimizeRequest { Park = new Park { Id = "p" } };
        for (var i = 0; i < FaultCount; i++)
            request.Park.Plants.Add(new Plant { Id = $"no id {i}" });
        var headers = new Metadata();
        if (size is not null)
            headers.Add(RichErrors.SizeHeader, size);

        using var call = new OptimizationService.OptimizationServiceClient(server.Channel).Optimize(request, headers, cancellationToken: TestContext.Current.CancellationToken);
        var fault = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        var status = fault.GetRpcStatus()!;
        var read = RichErrorReader.Violations(status);
        Assert.InRange(status.CalculateSize(), 1, maxByteCount);
        Assert.InRange(read.Count, least, FaultCount);
        Assert.Equal(FaultCount, read.Count + RichErrorReader.OmittedCount(status));
    }
}
