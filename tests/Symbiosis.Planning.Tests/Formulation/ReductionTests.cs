using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Time;
using Symbiosis.Planning.Formulation;
using Symbiosis.TestKit;

namespace Symbiosis.Planning.Tests.Formulation;

/// <summary>What is left out of the model before it is solved never changes the optimum.</summary>
public sealed class ReductionTests(HighsFixture highs) : IClassFixture<HighsFixture>
{
    private const int SeedCount = 10;
    private const string Dear = "-dear";

    private static readonly RandomParkOptions Small = new() { MaxPlantCount = 3, MaxPeriodCount = 2, AllowsElectricity = false, AllowsPolicy = false };

    [Fact]
    public void Build_DominatedSizes_AreLeftOutAndTheOptimumStays()
    {
        foreach (var seed in Enumerable.Range(1, SeedCount))
        {
            var park = WithDiscreteSizes(RandomParks.Create(seed, Small));
            var dearer = park.Sizes.Select(size => size with { Id = size.Id + Dear, CnyPerM = size.CnyPerM * 1.2 + 10, LossWPerM = size.LossWPerM + 5 });
            var more = park with { Sizes = [.. dearer, .. park.Sizes] };

            Assert.DoesNotContain(ColumnNames(more), name => name.Contains(Dear, StringComparison.Ordinal));
            AssertSameOptimum(seed, park, more);
        }
    }

    [Fact]
    public void Build_OneCorridor_IsAsGoodAsTheBestOfAllChoicesOfSizes()
    {
        foreach (var seed in Enumerable.Range(1, SeedCount))
        {
            var park = RandomParks.Create(seed, Small with { MaxPlantCount = 2 });
            park = park with { Corridors = [.. park.Corridors.Take(1)] };
            var plan = ProvenPlans.Search(highs.Engine, park);

            // With one size of each carrier at most there is nothing to dominate and nothing to choose but whether.
            var best = ChoicesOfSizes(park).Min(sizes => ProvenPlans.CostCny(highs.Engine, park with { Sizes = sizes }));

            AssertSame(seed, ProvenPlans.CostCny(plan), best, ProvenPlans.ToleranceCny(plan));
        }
    }

    [Fact]
    public void Build_CapacitiesCutToWhatCanPass_TheOptimumStays()
    {
        foreach (var seed in Enumerable.Range(1, SeedCount))
        {
            var park = RandomParks.Create(seed, Small);

            // Nobody uses a supply at ten times the boiler's price or pays to vent; but as far as potentials know any flow may pass anywhere now.
            var unbounded = park with
            {
                Plants =
                [
                    .. park.Plants.Select(plant => plant with
                    {
                        Supplies = [.. plant.Supplies, .. park.Carriers.Select(carrier => new CarrierSupply { Id = $"{carrier.Id}-any", CarrierId = carrier.Id, PriceCnyPerKwh = 3 })],
                        Offtakes = [.. plant.Offtakes, .. park.Carriers.Select(carrier => new CarrierOfftake { Id = $"{carrier.Id}-vent", CarrierId = carrier.Id, PriceCnyPerKwh = -1 })],
                    }),
                ],
            };

            AssertSameOptimum(seed, park, unbounded);
        }
    }

    [Fact]
    public void Build_DominatedTransportModes_AreLeftOutAndTheOptimumStays()
    {
        var parkCount = 0;
        foreach (var seed in Enumerable.Range(1, SeedCount))
        {
            var park = RandomParks.Create(seed, Small);
            if (park.TransportModes.Count == 0)
                continue;

            parkCount++;
            var dearer = park.TransportModes.Select(mode => mode with { Id = mode.Id + Dear, CnyPerT = mode.CnyPerT * 1.3 + 1, Co2KgPerTKm = mode.Co2KgPerTKm + 0.01 });
            var more = park with { TransportModes = [.. dearer.Where(mode => mode.LinkCnyPerM == 0), .. park.TransportModes] };

            Assert.DoesNotContain(ColumnNames(more), name => name.Contains(Dear, StringComparison.Ordinal));
            AssertSameOptimum(seed, park, more);
        }

        Assert.True(parkCount > 0, "no park had a transport mode");
    }

    private static string[] ColumnNames(Park park) =>
        ParkModel.Build(park, null, Horizon.Of(TimeGrid.Create(park)), ParkGraph.Create(park)).Linear.ColumnNames.ToArray();

    // Sizes whose capacity is chosen freely are never compared, so that the law speaks of the others.
    private static Park WithDiscreteSizes(Park park) => park with { Sizes = [.. park.Sizes.Select(size => size with { CnyPerKw = 0, CnyPerKwM = 0 })] };

    private static IEnumerable<IReadOnlyList<LinkSize>> ChoicesOfSizes(Park park)
    {
        IEnumerable<IReadOnlyList<LinkSize>> choices = [[]];
        foreach (var sizes in park.Sizes.GroupBy(size => size.CarrierId))
            choices = [.. choices.SelectMany(choice => sizes.Select(size => (IReadOnlyList<LinkSize>)[.. choice, size]).Append(choice))];
        return choices;
    }

    private void AssertSameOptimum(int seed, Park park, Park other)
    {
        var plan = ProvenPlans.Search(highs.Engine, park);
        AssertSame(seed, ProvenPlans.CostCny(plan), ProvenPlans.CostCny(highs.Engine, other), ProvenPlans.ToleranceCny(plan));
    }

    private static void AssertSame(int seed, double expectedCny, double actualCny, double toleranceCny) =>
        Assert.True(Math.Abs(expectedCny - actualCny) <= toleranceCny, $"seed {seed}: {expectedCny:#,0.00} CNY expected, {actualCny:#,0.00} found");
}
