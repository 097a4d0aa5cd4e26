using Grpc.Core;
using Symbiosis.Server.Security;
using Symbiosis.Server.Tests.Hosting;
using Symbiosis.Server.Tests.Security;
using Symbiosis.V1;

namespace Symbiosis.Server.Tests.Partners;

/// <summary>The service with its real finder and the catalogue beside the program.</summary>
public sealed class RealPartnersTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FindPartners_FourNumbers_NamesThePaperWorks()
    {
        await using var server = await TestServer.StartAsync();
        var client = new PartnerService.PartnerServiceClient(server.Channel);

        var answer = await client.FindPartnersAsync(Heat(Parks.ThreePlants()));

        var partner = answer.Partners[0];
        Assert.Equal(("paper-works", DisclosureLevel.Full, CouplingKind.Heat), (partner.PlantId, partner.Disclosure, partner.Kind));
        Assert.True(partner.YearlyGainCny.Low <= partner.YearlyGainCny.Typical && partner.YearlyGainCny.Typical <= partner.YearlyGainCny.High);
        Assert.NotEmpty(partner.Costs);
        Assert.Contains(answer.Filled, filled => filled.Field == "heat.return_celsius");
        Assert.NotEmpty(answer.Assumptions);
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task FindPartners_AHiddenPlantInSomebodyElsesEyes_CanOnlyBeContacted()
    {
        await using var server = await TestServer.StartAsync();
        var client = new PartnerService.PartnerServiceClient(server.Channel);
        var park = Parks.ThreePlants();
        var paper = park.Plants.Single(plant => plant.Id == "paper-works");
        (paper.Visibility, paper.Owner) = (Visibility.Hidden, "paper company");
        var request = Heat(park);
        request.Owner = "smelter company";

        var answer = await client.FindPartnersAsync(request);

        var contact = Assert.Single(answer.Partners, partner => partner.PlantId == "paper-works");
        Assert.Equal(new Partner { ParkId = "three-plants", PlantId = "paper-works", Disclosure = DisclosureLevel.Contact, Kind = CouplingKind.Heat }, contact);
        Assert.DoesNotContain(answer.RuledOut, plant => plant.PlantId == "paper-works");
    }

    [Fact]
    public async Task FindPartners_OfAKeptPark_GivesEachTenantItsOwnView()
    {
        var (paper, paperEntry) = ApiKey.Create("paper company", [Scopes.Partners], null);
        var (other, otherEntry) = ApiKey.Create("smelter company", [Scopes.Partners], null);
        var text = File.ReadAllText(Path.Combine(Parks.Root(), "data", "parks", "three-plants", "park.json"))
            .Replace("\"id\": \"paper-works\",", "\"id\": \"paper-works\", \"visibility\": \"VISIBILITY_HIDDEN\", \"owner\": \"paper company\",", StringComparison.Ordinal);
        Directory.CreateDirectory(_folder.PathOf("parks"));
        _folder.Write("parks/three.json", text);
        await using var server = await TestServer.StartAsync(
            [$"ApiKeys:Path={_folder.Write("keys.json", KeyFile.Text(paperEntry, otherEntry))}", $"Partners:ParksFolder={_folder.PathOf("parks")}"]);
        var client = new PartnerService.PartnerServiceClient(server.Channel);
        var own = new FindPartnersRequest { ParkNames = { "parks/three-plants" }, Side = PartnerSide.Need, Element = new ElementSubject { PlantId = "paper-works" } };

        var mine = await client.FindPartnersAsync(own, new Metadata { { "x-api-key", paper } });
        var fault = await Assert.ThrowsAsync<RpcException>(async () => await client.FindPartnersAsync(own, new Metadata { { "x-api-key", other } }));

        Assert.NotEmpty(mine.Partners);
        Assert.Equal(StatusCode.PermissionDenied, fault.StatusCode);
    }

    private static FindPartnersRequest Heat(Park park) => new()
    {
        Parks = { park },
        Side = PartnerSide.Offer,
        Heat = new HeatSubject { SupplyCelsius = 300, HeatKw = 2000, HoursPerYear = 8000 },
        Place = new PartnerPlace { NodeId = "smelter-site" },
    };
}
