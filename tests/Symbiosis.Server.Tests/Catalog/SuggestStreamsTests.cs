using System.Net;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Server.Tests.Hosting;
using Symbiosis.V1;

namespace Symbiosis.Server.Tests.Catalog;

public sealed class SuggestStreamsTests
{
    [Fact]
    public async Task SuggestStreams_AcidPlant_GivesFlowsReasonsAndAPlant()
    {
        await using var server = await TestServer.StartAsync();
        var client = new CatalogService.CatalogServiceClient(server.Channel);

        var answer = await client.SuggestStreamsAsync(new SuggestStreamsRequest { Process = "catalogue/process/acid_plant", TonnesPerYear = 3_850_000, HoursPerYear = 7900, SiteId = "south" });

        Assert.Equal("catalogue/process/acid_plant", answer.Process);
        var cooler = answer.Flows.Single(flow => flow.FigureName == "acid_cooler_heat_without_lt");
        Assert.Equal((SuggestedFlowKind.HotStream, "kW", 95.0, 65.0), (cooler.Kind, cooler.Unit, cooler.SupplyCelsius, cooler.ReturnCelsius));
        Assert.Equal(219_303.8, cooler.Typical, 1);
        Assert.True(cooler.Low < cooler.Typical && cooler.Typical < cooler.High);
        Assert.Contains(answer.LeftOut, left => left.FigureName == "steam_from_lt_recovery" && left.Reason.Length > 0);
        var plant = Assert.Single(answer.Fragment.Plants);
        Assert.Equal("south", plant.SiteId);
        Assert.Equal(219_303.8, plant.Streams.Single(stream => stream.Id == cooler.ElementId).HeatKw);
    }

    [Fact]
    public async Task SuggestStreams_Json_NamesFieldsAsFilesDo()
    {
        await using var server = await TestServer.StartAsync();

        using var answer = await PostAsync(server, """{"process": "cu_flash_smelting", "tonnes_per_year": 100000}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(7900, json.RootElement.GetProperty("hours_per_year").GetDouble());
        var stream = json.RootElement.GetProperty("fragment").GetProperty("plants")[0].GetProperty("streams")[0];
        Assert.Equal("recoverable-heat", stream.GetProperty("id").GetString());
        Assert.Equal(10_759.5, stream.GetProperty("heat_kw").GetDouble());
    }

    [Fact]
    public async Task SuggestStreams_UnknownProcess_IsNotFoundWithTheNearest()
    {
        await using var server = await TestServer.StartAsync();
        var client = new CatalogService.CatalogServiceClient(server.Channel);

        var fault = await Assert.ThrowsAsync<RpcException>(async () => await client.SuggestStreamsAsync(new SuggestStreamsRequest { Process = "acid_plnt", TonnesPerYear = 1 }));

        Assert.Equal(StatusCode.NotFound, fault.StatusCode);
        Assert.Contains("acid_plant", fault.Status.Detail);
    }

    [Fact]
    public async Task SuggestStreams_VeryLongName_IsNotFoundAllTheSame()
    {
        await using var server = await TestServer.StartAsync();
        var client = new CatalogService.CatalogServiceClient(server.Channel);

        var fault = await Assert.ThrowsAsync<RpcException>(async () => await client.SuggestStreamsAsync(new SuggestStreamsRequest { Process = new string('a', 100_000), TonnesPerYear = 1 }));

        Assert.Equal(StatusCode.NotFound, fault.StatusCode);
    }

    [Fact]
    public async Task SuggestStreams_WrongNumbers_AreToldAllAtOnce()
    {
        await using var server = await TestServer.StartAsync();
        var client = new CatalogService.CatalogServiceClient(server.Channel);

        var schema = await Assert.ThrowsAsync<RpcException>(async () => await client.SuggestStreamsAsync(new SuggestStreamsRequest { HoursPerYear = 9000 }));
        var sense = await Assert.ThrowsAsync<RpcException>(async () => await client.SuggestStreamsAsync(new SuggestStreamsRequest { Process = "acid_plant", TonnesPerYear = 0, Product = "gold" }));

        Assert.Equal((StatusCode.InvalidArgument, StatusCode.InvalidArgument), (schema.StatusCode, sense.StatusCode));
        Assert.Equal(["process", "tonnes_per_year", "hours_per_year"], Paths(schema));
        Assert.Equal(["tonnes_per_year", "product"], Paths(sense));
    }

    private static IEnumerable<string> Paths(RpcException fault) => RichErrorReader.Violations(fault.GetRpcStatus()).Select(violation => violation.FieldPath);

    private static Task<HttpResponseMessage> PostAsync(TestServer server, string json) =>
        server.Http.PostAsync("/symbiosis.v1.CatalogService/SuggestStreams", new StringContent(json, Encoding.UTF8, "application/json"));
}
