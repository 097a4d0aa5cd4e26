using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;
using Symbiosis.Server.Security;
using Symbiosis.Server.Tests.Hosting;
using Symbiosis.Server.Tests.Security;
using Symbiosis.V1;
using HeatSubject = Symbiosis.V1.HeatSubject;
using PartnerSide = Symbiosis.V1.PartnerSide;

namespace Symbiosis.Server.Tests.Partners;

public sealed class FindPartnersTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FindPartners_AParkSentWhole_IsSeenByAPlannerAndSaysItsRevision()
    {
        var partners = new ScriptedPartners();
        await using var server = await TestServer.StartAsync(findPartners: partners.MakeReady);

        var answer = await AskAsync(server, Offer(Parks.ThreePlants()));

        Assert.Equal(PartnerViewer.Planner, partners.Viewer);
        Assert.Equal(180, partners.Question!.Heat!.SupplyCelsius);
        var park = Assert.Single(answer.Parks);
        Assert.Equal(("three-plants", "", 64), (park.ParkId, park.Name, park.Revision.Length));
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task FindPartners_AsAnOwner_IsSeenByThatOwner()
    {
        var partners = new ScriptedPartners();
        await using var server = await TestServer.StartAsync(findPartners: partners.MakeReady);
        var request = Offer(Parks.ThreePlants());
        request.Owner = "paper company";

        await AskAsync(server, request);

        Assert.Equal(new PartnerViewer(false, "paper company"), partners.Viewer);
    }

    [Fact]
    public async Task FindPartners_TheSameParkAgain_IsNotMadeReadyAgain()
    {
        var partners = new ScriptedPartners();
        await using var server = await TestServer.StartAsync(findPartners: partners.MakeReady);
        var changed = Parks.ThreePlants();
        changed.Plants[0].Name = "Other";

        var first = await AskAsync(server, Offer(Parks.ThreePlants()));
        await AskAsync(server, Offer(Parks.ThreePlants()));
        var third = await AskAsync(server, Offer(changed));

        Assert.Equal(2, partners.Count);
        Assert.NotEqual(first.Parks[0].Revision, third.Parks[0].Revision);
    }

    [Fact]
    public async Task FindPartners_ManyAtOnce_MakeTheParkReadyOnce()
    {
        var partners = new ScriptedPartners().Hold();
        await using var server = await TestServer.StartAsync(findPartners: partners.MakeReady);

        var calls = Enumerable.Range(0, 20).Select(_ => AskAsync(server, Offer(Parks.ThreePlants()))).ToList();
        await Eventually.TrueAsync(() => partners.Count == 1);
        partners.Go();
        await Task.WhenAll(calls);

        Assert.Equal(1, partners.Count);
    }

    [Fact]
    public async Task FindPartners_OneOfManyGivesUp_TheOthersAreAnswered()
    {
        var partners = new ScriptedPartners().Hold();
        await using var server = await TestServer.StartAsync(findPartners: partners.MakeReady);
        using var givingUp = new CancellationTokenSource();
        var client = new PartnerService.PartnerServiceClient(server.Channel);

        var first = client.FindPartnersAsync(Offer(Parks.ThreePlants()), cancellationToken: givingUp.Token).ResponseAsync;
        await Eventually.TrueAsync(() => partners.Count == 1);
        var second = AskAsync(server, Offer(Parks.ThreePlants()));
        await givingUp.CancelAsync();
        await Assert.ThrowsAsync<RpcException>(() => first);
        partners.Go();
        await second;

        Assert.Equal(1, partners.Count);
        await Eventually.TrueAsync(() => server.Get<Server.Solving.HeldBytes>().Count == 0);
    }

    [Fact]
    public async Task FindPartners_AParkOfAnotherTenant_IsMadeReadyAnew()
    {
        var (key, entry) = ApiKey.Create("acme", [Scopes.Partners], null);
        var (other, otherEntry) = ApiKey.Create("other", [Scopes.Partners], null);
        var partners = new ScriptedPartners();
        await using var server = await TestServer.StartAsync([$"ApiKeys:Path={_folder.Write("keys.json", KeyFile.Text(entry, otherEntry))}"], findPartners: partners.MakeReady);

        await AskAsync(server, Offer(Parks.ThreePlants()), key);
        await AskAsync(server, Offer(Parks.ThreePlants()), other);

        Assert.Equal(2, partners.Count);
    }

    [Fact]
    public async Task FindPartners_WithoutTheScope_IsDenied()
    {
        var (key, entry) = ApiKey.Create("acme", [Scopes.Optimize], null);
        await using var server = await TestServer.StartAsync([$"ApiKeys:Path={_folder.Write("keys.json", KeyFile.Text(entry))}"], findPartners: new ScriptedPartners().MakeReady);

        var fault = await Assert.ThrowsAsync<RpcException>(() => AskAsync(server, Offer(Parks.ThreePlants()), key));

        Assert.Equal(StatusCode.PermissionDenied, fault.StatusCode);
    }

    [Fact]
    public async Task FindPartners_FaultsOfQuestionAndPark_AreToldTogetherByPath()
    {
        await using var server = await TestServer.StartAsync(findPartners: new ScriptedPartners().MakeReady);
        var broken = Parks.ThreePlants();
        broken.Plants[1].SiteId = "nowhere";
        var request = new FindPartnersRequest { Parks = { broken }, Heat = new HeatSubject { SupplyCelsius = 180 }, Place = new PartnerPlace { NodeId = "x" } };

        var fault = await Assert.ThrowsAsync<RpcException>(() => AskAsync(server, request));

        Assert.Equal(StatusCode.InvalidArgument, fault.StatusCode);
        var paths = RichErrorReader.Violations(fault.GetRpcStatus()).Select(violation => violation.FieldPath).ToList();
        Assert.Contains("parks[0].plants[1].site_id", paths);
        Assert.Contains("heat.heat_kw", paths);
        Assert.Contains("side", paths);
    }

    [Fact]
    public async Task FindPartners_NoParkOrOneTwice_IsRefused()
    {
        await using var server = await TestServer.StartAsync(findPartners: new ScriptedPartners().MakeReady);

        var none = await Assert.ThrowsAsync<RpcException>(() => AskAsync(server, Offer()));
        var twice = await Assert.ThrowsAsync<RpcException>(() => AskAsync(server, Offer(Parks.ThreePlants(), Parks.ThreePlants())));

        Assert.Equal([("parks", ViolationCodes.Required)], RichErrorReader.Violations(none.GetRpcStatus()).Select(violation => (violation.FieldPath, violation.Code)));
        Assert.Equal([("parks[1].id", ViolationCodes.DuplicateId)], RichErrorReader.Violations(twice.GetRpcStatus()).Select(violation => (violation.FieldPath, violation.Code)));
    }

    [Fact]
    public async Task FindPartners_InTheNameOfAnothersPlant_IsDenied()
    {
        var refusal = Validated<PartnerAnswer>.Create(null, [new Violation("request.element.plant_id", ViolationCodes.PlantNotYours, "No.", "mill")]);
        await using var server = await TestServer.StartAsync(findPartners: new ScriptedPartners { Answer = refusal }.MakeReady);

        var fault = await Assert.ThrowsAsync<RpcException>(() => AskAsync(server, Offer(Parks.ThreePlants())));

        Assert.Equal(StatusCode.PermissionDenied, fault.StatusCode);
        Assert.Equal("element.plant_id", RichErrorReader.Violations(fault.GetRpcStatus()).Single().FieldPath);
    }

    [Fact]
    public async Task FindPartners_InJson_IsReadWithAllFaults()
    {
        await using var server = await TestServer.StartAsync(findPartners: new ScriptedPartners().MakeReady);

        using var answer = await server.Http.PostAsync(
            "symbiosis.v1.PartnerService/FindPartners", new StringContent("""{"heat": {"supply_celcius": 180, "heat_kw": "many"}, "sid": 1}""", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("supply_celsius", text, StringComparison.Ordinal);
        Assert.Contains("heat.heat_kw", text, StringComparison.Ordinal);
        Assert.Contains("sid", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindPartners_InJson_IsAnswered()
    {
        var partners = new ScriptedPartners();
        await using var server = await TestServer.StartAsync(findPartners: partners.MakeReady);
        var json = new JsonFormatter(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true)).Format(Offer(Parks.ThreePlants()));

        using var answer = await server.Http.PostAsync(
            "symbiosis.v1.PartnerService/FindPartners", new StringContent(json, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var read = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("three-plants", (string?)read["parks"]![0]!["park_id"]);
    }

    private static FindPartnersRequest Offer(params Park[] parks) => new()
    {
        Parks = { parks },
        Side = PartnerSide.Offer,
        Heat = new HeatSubject { SupplyCelsius = 180, HeatKw = 400, HoursPerYear = 8000 },
        Place = new PartnerPlace { NodeId = "gate" },
    };

    private static async Task<FindPartnersResponse> AskAsync(TestServer server, FindPartnersRequest request, string? key = null) =>
        await new PartnerService.PartnerServiceClient(server.Channel).FindPartnersAsync(request, key is null ? [] : new Metadata { { "x-api-key", key } });
}
