using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.TestKit;

namespace Symbiosis.Planning.Tests.Partners.Energy;

/// <summary>What holds for every park; seeds are printed.</summary>
public sealed class HeatMarketLawTests
{
    private const int SeedCount = 40;
    private const double Tolerance = 1e-6;

    [Fact]
    public void Find_PlantsInAnotherOrder_GivesTheSameAnswer() => ForAll((park, plant, side) =>
    {
        var turned = park with { Plants = [.. park.Plants.Reverse()] };

        Assert.Equal(
            Ask.About(park, plant.Id, side).Partners.Select(partner => (partner.PlantId, partner.Kind, Math.Round(partner.YearlyGainCny.Typical))),
            Ask.About(turned, plant.Id, side).Partners.Select(partner => (partner.PlantId, partner.Kind, Math.Round(partner.YearlyGainCny.Typical))));
    });

    [Fact]
    public void Find_TwiceTheCorridors_NeverGainsMore() => ForAll((park, plant, side) =>
    {
        var far = park with { Corridors = [.. park.Corridors.Select(corridor => corridor with { LengthM = 2 * LengthOf(park, corridor) })] };
        var near = BestGain(Ask.About(park, plant.Id, side));

        Assert.True(BestGain(Ask.About(far, plant.Id, side)) <= near + Tolerance * Math.Max(1, near));
    });

    [Fact]
    public void Find_AnyMatch_StaysWithinTheSizesOfAYear() => ForAll((park, plant, side) =>
    {
        foreach (var partner in Ask.About(park, plant.Id, side).Partners)
        {
            Assert.InRange(partner.Amount, double.Epsilon, partner.PeakKw * partner.OverlapHours * (1 + Tolerance));
            Assert.InRange(partner.OverlapHours, 0, 8760 * (1 + Tolerance));
            Assert.InRange(partner.OfferShare, 0, 1);
            Assert.True(partner.YearlyGainCny.Low <= partner.YearlyGainCny.Typical && partner.YearlyGainCny.Typical <= partner.YearlyGainCny.High);
            Assert.True(partner.YearlyGainCny.Typical > 0);
        }
    });

    [Fact]
    public void Find_ParkWithACorridorMore_SeesItAndTheOldIndexDoesNot() => ForAll((park, plant, side) =>
    {
        var finder = Ask.Finder(park);
        var before = Ask.About(finder, park, plant.Id, side);
        var shorter = park with { Corridors = [.. park.Corridors.Select(corridor => corridor with { LengthM = LengthOf(park, corridor) / 4 })] };

        var after = Ask.About(shorter, plant.Id, side);

        foreach (var partner in after.Partners.Where(partner => partner.RouteCorridorIds.Count > 0))
            Assert.Equal(partner.RouteCorridorIds.Sum(id => shorter.Corridors.Single(corridor => corridor.Id == id).LengthM!.Value), partner.LengthM, 1e-6);
        Assert.Equal(before.Partners.Select(partner => partner.LengthM), Ask.About(finder, park, plant.Id, side).Partners.Select(partner => partner.LengthM));
    });

    private static double BestGain(PartnerAnswer answer) => answer.Partners.Select(partner => partner.YearlyGainCny.Typical).DefaultIfEmpty(0).Max();

    private static double LengthOf(Park park, Corridor corridor)
    {
        var graph = ParkGraph.Create(park);
        return graph.Corridors[graph.CorridorIndex(corridor.Id)].LengthM;
    }

    private static void ForAll(Action<Park, Plant, PartnerSide> holds)
    {
        var matchCount = 0;
        for (var seed = 1; seed <= SeedCount; seed++)
        {
            var park = RandomParks.Create(seed);
            foreach (var plant in park.Plants)
            {
                foreach (var side in new[] { PartnerSide.Offer, PartnerSide.Need })
                {
                    try
                    {
                        holds(park, plant, side);
                        matchCount += Ask.About(park, plant.Id, side).Partners.Count;
                    }
                    catch (Exception fault) when (fault is not OperationCanceledException)
                    {
                        throw new InvalidOperationException($"seed {seed}, plant {plant.Id}, {side}: {fault.Message}", fault);
                    }
                }
            }
        }

        Assert.True(matchCount > SeedCount, $"only {matchCount} partners in {SeedCount} parks");
    }
}
