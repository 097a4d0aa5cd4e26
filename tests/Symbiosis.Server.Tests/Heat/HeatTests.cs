using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Grpc.Core;
using Grpc.Reflection.V1;
using Symbiosis.Api.Errors;
using Symbiosis.Server.Solving;
using Symbiosis.Server.Tests.Hosting;
using Symbiosis.V1;

namespace Symbiosis.Server.Tests.Heat;

public sealed class HeatTests
{
    private const string Method = "/symbiosis.v1.HeatService/Target";

    // Four streams of the textbooks: 20 kW hot and 60 kW cold utility at 10 K.
    private const string FourRows = """
        {"table": {"streams": [
          {"name": "H1", "supply_celsius": 170, "target_celsius": 60, "cp_kw_per_k": 3},
          {"name": "H2", "supply_celsius": 150, "target_celsius": 30, "cp_kw_per_k": 1.5},
          {"name": "C1", "supply_celsius": 20, "target_celsius": 135, "cp_kw_per_k": 2},
          {"name": "C2", "supply_celsius": 80, "target_celsius": 140, "cp_kw_per_k": 4}]},
         "options": {"min_approach_k": 10}}
        """;

    [Fact]
    public async Task Target_FourRowsOfJson_GivesTargets()
    {
        await using var server = await TestServer.StartAsync();

        var (status, answer) = await PostAsync(server, FourRows);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((20d, 60d), ((double)answer["plants"]![0]!["hot_utility_kw"]!, (double)answer["plants"]![0]!["cold_utility_kw"]!));
        Assert.Equal(85, (double)answer["plants"]![0]!["pinch_shifted_celsius"]![0]!);
        Assert.False(answer.AsObject().ContainsKey("site"));
    }

    [Fact]
    public async Task Target_ParkOverGrpc_GivesPlantsSiteAndTime()
    {
        await using var server = await TestServer.StartAsync();

        var answer = await Client(server).TargetAsync(new TargetRequest { Park = Parks.ThreePlants() });

        // The park has 6,000 kW of drying and 500 kW of drying bricks, far below the smelter's gas of 600 deg C.
        Assert.Equal(["smelter", "paper-works", "brickyard"], answer.Plants.Select(plant => plant.Id));
        Assert.Equal(6500, answer.Site.Separate.HotUtilityKw, 1e-6);
        Assert.Equal(0, answer.Site.Integrated.HotUtilityKw);
        Assert.Equal(2, answer.Site.SeparateTime.Periods.Count);
        Assert.Empty(answer.Charts);
    }

    [Fact]
    public async Task Target_SomePlants_AreASiteOfTheirOwn()
    {
        await using var server = await TestServer.StartAsync();
        var all = await Client(server).TargetAsync(new TargetRequest { Park = Parks.ThreePlants() });

        var one = await Client(server).TargetAsync(new TargetRequest { Park = Parks.ThreePlants(), PlantIds = { "brickyard" } });

        Assert.Null(one.Site);
        Assert.Equal(all.Plants.Single(plant => plant.Id == "brickyard"), Assert.Single(one.Plants));
    }

    [Fact]
    public async Task Target_SliderMoved_AnswersTheOtherApproach()
    {
        await using var server = await TestServer.StartAsync();
        var utilities = new List<double>();
        foreach (var approach in new[] { 0, 10, 20, 40 })
        {
            var answer = await Client(server).TargetAsync(new TargetRequest
            {
                Park = Parks.Fengcheng(),
                Options = new TargetOptions { MinApproachK = approach, Parts = { TargetPart.Site } },
            });
            utilities.Add(answer.Site.Integrated.HotUtilityKw);
        }

        Assert.Equal(utilities.Order(), utilities);
        Assert.True(utilities[^1] > utilities[0]);
    }

    [Theory]
    [InlineData("pinch_illustrative")]
    [InlineData("totalsite_chew_et_al")]
    [InlineData("totalsite_varbanov_et_al")]
    public async Task Target_PublishedCase_GivesPublishedTargets(string name)
    {
        await using var server = await TestServer.StartAsync();
        var published = PublishedTables.Read(name);
        var expected = published.GetProperty("expected");
        var tolerance = expected.GetProperty("tolerance").GetProperty("relative").GetDouble();

        var answer = await Client(server).TargetAsync(new TargetRequest { Table = PublishedTables.Table(published.GetProperty("inputs")) });

        foreach (var plant in answer.Plants)
        {
            var zone = expected.GetProperty("zones").GetProperty(plant.Id);
            Near(zone, "hot_utility_kW", plant.HotUtilityKw);
            Near(zone, "cold_utility_kW", plant.ColdUtilityKw);
        }

        if (!expected.TryGetProperty("total_site_via_utility_system", out var through)) return;
        Near(through, "hot_utility_kW", answer.Site.ThroughUtilities.HotUtilityKw);
        Near(expected.GetProperty("all_zones_fully_integrated"), "hot_utility_kW", answer.Site.Integrated.HotUtilityKw);

        void Near(JsonElement element, string property, double actual)
        {
            var value = element.GetProperty(property).GetDouble();
            Assert.Equal(value, actual, tolerance * Math.Abs(value) + 1e-5);
        }
    }

    [Fact]
    public async Task Target_TenThousandStreams_IsAnswered()
    {
        await using var server = await TestServer.StartAsync();
        var random = new Random(6);
        var table = new HeatTable();
        for (var i = 0; i < 10_000; i++)
        {
            var (supply, target) = (random.Next(20, 500), random.Next(20, 500));
            table.Streams.Add(new HeatTableStream
            {
                Name = $"s{i}",
                SupplyCelsius = supply + random.NextDouble(),
                TargetCelsius = target + random.NextDouble(),
                HeatKw = random.Next(1, 1000),
                ApproachK = random.Next(2, 20),
            });
        }

        var answer = await Client(server).TargetAsync(new TargetRequest { Table = table });

        var plant = Assert.Single(answer.Plants);
        Assert.Equal(10_000, plant.HotStreamCount + plant.ColdStreamCount);
        Assert.Equal(plant.HotStreamsKw + plant.HotUtilityKw, plant.ColdStreamsKw + plant.ColdUtilityKw, 1e-3);
        Assert.True(plant.Curves.GrandComposite.HeatKw.Count > 10_000);

        // What clients take by default.
        Assert.True(answer.CalculateSize() < 4 << 20, $"{answer.CalculateSize()} bytes");
    }

    [Fact]
    public async Task Target_WrongInput_TellsAllFaultsByPath()
    {
        await using var server = await TestServer.StartAsync();
        var park = Parks.ThreePlants();
        park.Plants[0].Streams[0].ClearTargetCelsius();
        park.Plants[1].Streams[0].HeatKw = -3;

        var fault = await Assert.ThrowsAsync<RpcException>(
            async () => await Client(server).TargetAsync(new TargetRequest { Park = park, PlantIds = { "smelterr" }, Options = new TargetOptions { MinApproachK = -1 } }));

        Assert.Equal(StatusCode.InvalidArgument, fault.StatusCode);
        var violations = RichErrorReader.Violations(fault.GetRpcStatus());
        Assert.Equal(
            ["options.min_approach_k", "park.plants[0].streams[0].target_celsius", "park.plants[1].streams[0].heat_kw", "plant_ids[0]"], violations.Select(violation => violation.FieldPath).Order(StringComparer.Ordinal));
        Assert.Contains(violations, violation => violation.Sentence.Contains("Did you mean 'smelter'?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Target_WrongJson_TellsAllFaultsByPath()
    {
        await using var server = await TestServer.StartAsync();

        var (status, answer) = await PostAsync(server, """{"table": {"streams": [{"name": 4, "suply_celsius": 3}]}, "options": {"parts": ["NONE"]}}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(
            ["options.parts[0]", "table.streams[0].name", "table.streams[0].suply_celsius"],
            answer["details"]![0]!["field_violations"]!.AsArray().Select(violation => (string)violation!["field"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Target_CancelledWhileItWaits_LeavesNothingBehind()
    {
        await using var server = await TestServer.StartAsync();
        var gate = server.Get<ReadingGate>();
        var turns = new List<IDisposable>();
        for (var i = 0; i < Environment.ProcessorCount; i++) turns.Add(await gate.EnterAsync(default));
        using var cancel = new CancellationTokenSource();
        var call = Client(server).TargetAsync(new TargetRequest { Park = Parks.ThreePlants() }, cancellationToken: cancel.Token);
        await Eventually.TrueAsync(() => server.Get<HeldBytes>().Count > 0);

        await cancel.CancelAsync();

        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
        await Eventually.TrueAsync(() => server.Get<HeldBytes>().Count == 0);
        turns.ForEach(turn => turn.Dispose());
        Assert.NotEmpty((await Client(server).TargetAsync(new TargetRequest { Park = Parks.ThreePlants() })).Plants);
    }

    [Fact]
    public async Task Target_InALog_NamesNoStream()
    {
        await using var server = await TestServer.StartAsync();

        await PostAsync(server, FourRows.Replace("\"H1\"", "\"secret furnace\"", StringComparison.Ordinal));
        await Eventually.TrueAsync(() => server.Log.Lines.Any(line => line.Text.Contains(Method, StringComparison.Ordinal)));

        Assert.DoesNotContain(server.Log.Lines, line => line.Text.Contains("secret", StringComparison.Ordinal) || line.Text.Contains("170", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OpenApiAndReflection_ListTheMethod()
    {
        await using var server = await TestServer.StartAsync();
        using var document = JsonDocument.Parse(await server.Http.GetStringAsync("/openapi.json"));
        using var call = new ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "*" });
        await call.RequestStream.CompleteAsync();

        Assert.True(document.RootElement.GetProperty("paths").TryGetProperty(Method, out _));
        Assert.True(await call.ResponseStream.MoveNext(default));
        Assert.Contains(call.ResponseStream.Current.ListServicesResponse.Service, service => service.Name == "symbiosis.v1.HeatService");
    }

    private static HeatService.HeatServiceClient Client(TestServer server) => new(server.Channel);

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> PostAsync(TestServer server, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await server.Http.PostAsync(Method, body);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
