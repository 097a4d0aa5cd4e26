using Symbiosis.Api.Reading;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners;

namespace Symbiosis.Planning.Tests.Partners.Materials;

/// <summary>The question of an enterprise that has four numbers, to a park of data/parks.</summary>
public sealed class FewNumbersTests
{
    [Fact]
    public void Find_FourNumbersToTheCopperPark_RanksTakersOfPhosphogypsumAndNotesWhatWasFilled()
    {
        var park = ParkFile.Read(Path.Combine(RepositoryFolder.Path, "data", "parks", "guixi-copper", "park.json")).Value!;
        var question = new PartnerQuestion
        {
            Side = PartnerSide.Offer,
            Material = new MaterialSubject { MaterialId = "phosphogypsum", FlowTPerH = 3 },
            Place = new Place { NodeId = "site-fertiliser" },
        };

        var answer = new PartnerFinder(PartnerIndex.Build([park], Market.Typical)).Find(question, PartnerViewer.Planner);

        Assert.Empty(answer.Violations);
        Assert.Equal(["gypsum-board", "cement-works"], answer.Value!.Partners.Select(partner => partner.PlantId));
        Assert.All(answer.Value.Partners, partner => Assert.True(partner.Amount > 0 && partner.LengthM > 0 && partner.Costs.Count > 0));
        Assert.Contains("material.hours_per_year", answer.Value.Filled.Select(value => value.Field));
        Assert.Contains("material.disposal_cny_per_t", answer.Value.Filled.Select(value => value.Field));
    }
}
