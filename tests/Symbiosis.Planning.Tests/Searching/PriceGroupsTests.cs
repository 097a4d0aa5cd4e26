using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Time;
using Symbiosis.Milp;
using Symbiosis.Planning.Formulation;
using Symbiosis.Planning.Searching;
using Symbiosis.TestKit;

namespace Symbiosis.Planning.Tests.Searching;

/// <summary>The bound of averaged periods is a bound for all of them.</summary>
public sealed class PriceGroupsTests(HighsFixture highs) : IClassFixture<HighsFixture>
{
    private const int SeedCount = 60;
    private const int MostParkCount = 15;
    private const int LeastParkCount = 8;

    private static readonly RandomParkOptions Small = new() { MaxPlantCount = 3 };

    [Fact]
    public void Exact_AveragedWithinGroups_NeverCostsMoreThanTheFullGrid()
    {
        var parkCount = 0;
        foreach (var seed in Enumerable.Range(1, SeedCount))
        {
            var park = RandomParks.Create(seed, Small);
            var grid = TimeGrid.Create(park);
            var groups = PriceGroups.Exact(park, grid);
            if (parkCount == MostParkCount || groups.Length == grid.Periods.Count)
                continue;

            parkCount++;
            var plan = ProvenPlans.Search(highs.Engine, park);

            var averaged = OptimumCny(park, Horizon.Averaged(grid, groups));

            Assert.True(
                averaged <= ProvenPlans.CostCny(plan) + ProvenPlans.ToleranceCny(plan),
                $"seed {seed}: {groups.Length} groups of {grid.Periods.Count} periods cost {averaged:#,0.00} CNY, all periods {plan.Summary!.CostCny:#,0.00}");
        }

        Assert.True(parkCount >= LeastParkCount, $"only {parkCount} of the parks had periods to group");
    }

    private double OptimumCny(Park park, Horizon horizon)
    {
        var model = ParkModel.Build(park, null, horizon, ParkGraph.Create(park));
        using var session = highs.Engine.Open(model.Linear);
        var result = session.Solve(new SolveOptions { RelativeGap = 1e-6 }, stop: TestContext.Current.CancellationToken);
        Assert.Equal(Termination.Optimal, result.Termination);
        return result.Objective!.Value * model.CnyPerUnit;
    }
}
