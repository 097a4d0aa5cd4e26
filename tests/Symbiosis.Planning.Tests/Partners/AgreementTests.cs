using Symbiosis.Api.Reading;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Plans;
using Symbiosis.TestKit;

namespace Symbiosis.Planning.Tests.Partners;

/// <summary>The ranking against the optimiser: what a plan couples stands among the best partners of one of its two sides.</summary>
[Collection(nameof(AloneCollection))]
public sealed class AgreementTests(HighsFixture highs, ITestOutputHelper output) : IClassFixture<HighsFixture>
{
    private const int BestCount = 5;
    private const double LeastShare = 0.9;
    private const double Gap = 0.01;
    private const int RandomParkCount = 100;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(90);

    [Fact]
    public void Find_CouplingsOfPlans_AreAmongTheBestPartners()
    {
        var (hits, pairs) = (0, 0);
        foreach (var park in RepositoryParks().Concat(Enumerable.Range(1, RandomParkCount).Select(seed => RandomParks.Create(seed))))
        {
            var plan = new Planner(highs.Engine).Plan(park, null, new PlanOptions { Gap = Gap, TimeLimit = s_limit }, stop: TestContext.Current.CancellationToken);
            var finder = Ask.Finder(park);
            foreach (var pair in plan.Couplings.Where(coupling => coupling.Kind is CouplingKind.Heat or CouplingKind.Material)
                .Select(coupling => (coupling.FromPlantId, coupling.ToPlantId, coupling.Kind)).Distinct())
            {
                pairs++;
                var offer = Rank(finder, park, pair.FromPlantId, PartnerSide.Offer, pair.ToPlantId, pair.Kind);
                var need = Rank(finder, park, pair.ToPlantId, PartnerSide.Need, pair.FromPlantId, pair.Kind);
                if (Math.Min(offer, need) <= BestCount)
                    hits++;
                else
                    output.WriteLine($"missed: {park.Id} {pair.FromPlantId} > {pair.ToPlantId} ({pair.Kind})");
            }
        }

        output.WriteLine($"{hits} of {pairs} pairs ({(double)hits / pairs:0.0%})");
        Assert.True(hits >= LeastShare * pairs, $"only {hits} of {pairs} pairs");
    }

    private static int Rank(Planning.Partners.PartnerFinder finder, Park park, string plantId, PartnerSide side, string otherId, CouplingKind kind)
    {
        var ids = Ask.About(finder, park, plantId, side).Partners.Where(partner => partner.Kind == kind).Select(partner => partner.PlantId).Distinct().ToList();
        var at = ids.IndexOf(otherId);
        return at < 0 ? int.MaxValue : at + 1;
    }

    private static IEnumerable<Park> RepositoryParks() =>
        Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "data", "parks"), "park.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => ParkFile.Read(file).Value!);
}
