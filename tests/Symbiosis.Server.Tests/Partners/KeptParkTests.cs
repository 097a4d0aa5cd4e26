using Grpc.Core;
using Microsoft.Extensions.Logging;
using Symbiosis.Api.Errors;
using Symbiosis.Domain.Partners;
using Symbiosis.Server.Configuration;
using Symbiosis.Server.Security;
using Symbiosis.Server.Tests.Hosting;
using Symbiosis.Server.Tests.Security;
using Symbiosis.V1;
using HeatSubject = Symbiosis.V1.HeatSubject;
using PartnerSide = Symbiosis.V1.PartnerSide;

namespace Symbiosis.Server.Tests.Partners;

public sealed class KeptParkTests : IDisposable
{
    private static readonly string s_parks = Path.Combine(Parks.Root(), "data", "parks");
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FindPartners_AKeptPark_IsSeenByTheCallersTenant()
    {
        var (key, entry) = ApiKey.Create("acme", [Scopes.Partners], null);
        var partners = new ScriptedPartners();
        await using var server = await TestServer.StartAsync(
            [$"ApiKeys:Path={_folder.Write("keys.json", KeyFile.Text(entry))}", $"Partners:ParksFolder={s_parks}"], findPartners: partners.MakeReady);

        var answer = await AskAsync(server, "parks/three-plants", key);

        Assert.Equal(new PartnerViewer(false, "acme"), partners.Viewer);
        Assert.Equal(("three-plants", "parks/three-plants"), (answer.Parks[0].ParkId, answer.Parks[0].Name));
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task FindPartners_AKeptParkBesideOneSent_IsSeenByTheCallersTenant()
    {
        var partners = new ScriptedPartners();
        await using var server = await TestServer.StartAsync([$"Partners:ParksFolder={s_parks}"], findPartners: partners.MakeReady);
        var request = Question("parks/guixi-copper");
        request.Parks.Add(Parks.ThreePlants());

        var answer = await AskAsync(server, request);

        Assert.False(partners.Viewer!.SeesAll);
        Assert.Equal(["three-plants", "guixi-copper"], answer.Parks.Select(park => park.ParkId));
        Assert.Equal(["three-plants", "guixi-copper"], partners.Parks.Select(park => park.Id));
    }

    [Fact]
    public async Task FindPartners_OwnerWithAKeptPark_IsRefused()
    {
        await using var server = await TestServer.StartAsync([$"Partners:ParksFolder={s_parks}"], findPartners: new ScriptedPartners().MakeReady);
        var request = Question("parks/three-plants");
        request.Owner = "somebody else";

        var fault = await Assert.ThrowsAsync<RpcException>(() => AskAsync(server, request));

        Assert.Equal("owner", RichErrorReader.Violations(fault.GetRpcStatus()).Single().FieldPath);
    }

    [Fact]
    public async Task FindPartners_AnUnknownName_IsNotFoundWithTheNearest()
    {
        await using var server = await TestServer.StartAsync([$"Partners:ParksFolder={s_parks}"], findPartners: new ScriptedPartners().MakeReady);

        var fault = await Assert.ThrowsAsync<RpcException>(() => AskAsync(server, Question("parks/three-plant")));

        Assert.Equal(StatusCode.NotFound, fault.StatusCode);
        Assert.Contains("Did you mean 'parks/three-plants'?", fault.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_ChangedBrokenAddedAndTakenAway_IsFollowed()
    {
        _folder.Write("one.json", Text("one", "One"));
        await using var server = await TestServer.StartAsync(
            [$"Partners:ParksFolder={_folder.PathOf("")}", "Partners:ReloadInterval=00:00:00.1"], findPartners: new ScriptedPartners().MakeReady);
        var first = (await AskAsync(server, Question("parks/one"))).Parks[0].Revision;

        _folder.Write("one.json", Text("one", "Uno"));
        await Eventually.TrueAsync(() => RevisionOf(server, "parks/one") != first);
        var second = RevisionOf(server, "parks/one");

        _folder.Write("one.json", "{ broken");
        await Eventually.TrueAsync(() => server.Log.Lines.Any(line => line.Level == LogLevel.Warning && line.Text.Contains("one.json", StringComparison.Ordinal)));
        Assert.Equal(second, RevisionOf(server, "parks/one"));

        _folder.Write("two.json", Text("two", "Two"));
        await Eventually.TrueAsync(() => RevisionOf(server, "parks/two") is not null);

        File.Delete(_folder.PathOf("two.json"));
        await Eventually.TrueAsync(() => RevisionOf(server, "parks/two") is null);
        Assert.Single(server.Log.Lines, line => line.Level == LogLevel.Warning && line.Text.Contains("one.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_WithBrokenParks_NamesAllOfThem()
    {
        _folder.Write("one.json", "{ broken");
        _folder.Write("two.json", """{"id": "two"}""");
        _folder.Write("three.json", Text("same", "A"));
        _folder.Write("four.json", Text("same", "B"));

        var fault = await Assert.ThrowsAsync<OptionsException>(() => TestServer.StartAsync([$"Partners:ParksFolder={_folder.PathOf("")}"]));

        Assert.Contains("one.json", fault.Message, StringComparison.Ordinal);
        Assert.Contains("two.json: park.sites", fault.Message, StringComparison.Ordinal);
        Assert.Contains("the same id, 'same'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithoutTheFolder_SaysSo()
    {
        var fault = await Assert.ThrowsAsync<OptionsException>(() => TestServer.StartAsync([$"Partners:ParksFolder={_folder.PathOf("none")}"]));

        Assert.Contains("Symbiosis:Partners:ParksFolder", fault.Message, StringComparison.Ordinal);
    }

    private static string? RevisionOf(TestServer server, string name) => server.Get<Server.Partners.ParkShelf>().Find(name)?.Revision;

    private static string Text(string id, string name) =>
        File.ReadAllText(Path.Combine(s_parks, "three-plants", "park.json")).Replace("\"id\": \"three-plants\"", $"\"id\": \"{id}\"", StringComparison.Ordinal).Replace("\"Three plants\"", $"\"{name}\"", StringComparison.Ordinal);

    private static FindPartnersRequest Question(string name) => new()
    {
        ParkNames = { name },
        Side = PartnerSide.Offer,
        Heat = new HeatSubject { SupplyCelsius = 180, HeatKw = 400 },
        Place = new PartnerPlace { NodeId = "gate" },
    };

    private static Task<FindPartnersResponse> AskAsync(TestServer server, string name, string key) => AskAsync(server, Question(name), key);

    private static async Task<FindPartnersResponse> AskAsync(TestServer server, FindPartnersRequest request, string? key = null) =>
        await new PartnerService.PartnerServiceClient(server.Channel).FindPartnersAsync(request, key is null ? [] : new Metadata { { "x-api-key", key } });
}
