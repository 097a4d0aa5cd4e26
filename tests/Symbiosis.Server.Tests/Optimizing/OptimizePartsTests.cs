using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Server.Solving;
using Symbiosis.Server.Tests.Hosting;
using Symbiosis.V1;

namespace Symbiosis.Server.Tests.Optimizing;

public sealed class OptimizePartsTests
{
    [Fact]
    public async Task OptimizeParts_ParkInParts_IsTheWholePark()
    {
        Domain.Parks.Park? seen = null;
        var search = new ScriptedSearch().Go();
        await using var server = await TestServer.StartAsync(findPlan: (engine, park, scenario, options, onProgress, stop, giveUp) =>
        {
            seen = park;
            return search.Find(engine, park, scenario, options, onProgress, stop, giveUp);
        });
        var whole = Parks.ThreePlants();
        var rest = whole.Clone();
        rest.Plants.Clear();

        var answers = await SendAsync(server, [rest, .. whole.Plants.Select(plant => new Park { Plants = { plant } })]);

        Assert.Equal(whole.Plants.Select(plant => plant.Id), seen!.Plants.Select(plant => plant.Id));
        Assert.Equal(OptimizePartsResponse.EventOneofCase.Plan, answers[^1].EventCase);
    }

    [Fact]
    public async Task OptimizeParts_AboveTheTotal_IsRefusedBeforeTheEnd()
    {
        await using var server = await TestServer.StartAsync(["Limits:ParkMb=1"], new ScriptedSearch().Go().Find);
        var part = new Park { Profiles = { new Profile { Id = "p", Values = { Enumerable.Repeat(1.0, 40_000) } } } };

        var fault = await Assert.ThrowsAsync<RpcException>(() => SendAsync(server, Enumerable.Repeat(part, 10)));

        Assert.Equal(StatusCode.ResourceExhausted, fault.StatusCode);
        Assert.Equal("PARK_TOO_LARGE", RichErrorReader.Reason(fault.GetRpcStatus()));
        await Eventually.TrueAsync(() => server.Get<HeldBytes>().Count == 0);
    }

    [Fact]
    public async Task OptimizeParts_TooManyElementsInAll_IsRefused()
    {
        await using var server = await TestServer.StartAsync(["Limits:ElementCount=1000"], new ScriptedSearch().Go().Find);
        var part = new Park { Plants = { Enumerable.Range(0, 600).Select(_ => new Plant()) } };

        var fault = await Assert.ThrowsAsync<RpcException>(() => SendAsync(server, [part, part]));

        Assert.Equal("PARK_TOO_MANY_ELEMENTS", RichErrorReader.Reason(fault.GetRpcStatus()));
    }

    [Fact]
    public async Task OptimizeParts_HeldByOthers_IsToldToComeBack()
    {
        await using var server = await TestServer.StartAsync(["Limits:HeldMb=1"], new ScriptedSearch().Go().Find);
        using var others = server.Get<HeldBytes>().Open();
        Assert.True(others.TryAdd(1 << 20));

        var fault = await Assert.ThrowsAsync<RpcException>(() => SendAsync(server, [Parks.ThreePlants()]));

        Assert.Equal(StatusCode.ResourceExhausted, fault.StatusCode);
        Assert.NotNull(RichErrorReader.RetryDelay(fault.GetRpcStatus()));
    }

    [Fact]
    public async Task OptimizeParts_PartsThatDoNotCome_EndTheCall()
    {
        await using var server = await TestServer.StartAsync(["Limits:UploadTime=00:00:01"], new ScriptedSearch().Go().Find);
        using var call = new OptimizationService.OptimizationServiceClient(server.Channel).OptimizeParts();
        await call.RequestStream.WriteAsync(new OptimizePartsRequest { ParkPart = new Park { Id = "p" } });

        var fault = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(default));

        Assert.Equal(StatusCode.DeadlineExceeded, fault.StatusCode);
    }

    private static async Task<List<OptimizePartsResponse>> SendAsync(TestServer server, IEnumerable<Park> parts)
    {
        using var call = new OptimizationService.OptimizationServiceClient(server.Channel).OptimizeParts();
        try
        {
            foreach (var part in parts)
                await call.RequestStream.WriteAsync(new OptimizePartsRequest { ParkPart = part });
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // The answer says why; it is read below.
        }
        catch (InvalidOperationException)
        {
            // The call is over already.
        }

        var answers = new List<OptimizePartsResponse>();
        while (await call.ResponseStream.MoveNext(default))
            answers.Add(call.ResponseStream.Current);
        return answers;
    }
}
