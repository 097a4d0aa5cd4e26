using Symbiosis.Domain.Parks;
using Symbiosis.TestKit;

namespace Symbiosis.Planning.Tests.Laws;

/// <summary>Who may choose from more never pays more. A tighter approach is such a choice too.</summary>
public sealed class AddedOptionTests(HighsFixture highs) : IClassFixture<HighsFixture>
{
    private const int SeedCount = 30;
    private const int LeastParkCount = 5;
    private const double ExtraApproachK = 5;

    private static readonly RandomParkOptions Small = new() { MaxPlantCount = 4, MaxPeriodCount = 2 };

    [Fact]
    public void Plan_CorridorAdded_NeverCostsMore() =>
        AssertNeverDearer(park => park with { Corridors = [.. park.Corridors.SkipLast(1)] });

    [Fact]
    public void Plan_PipeSizeAdded_NeverCostsMore() => AssertNeverDearer(park =>
    {
        var size = park.Sizes.GroupBy(size => size.CarrierId).FirstOrDefault(sizes => sizes.Count() > 1)?.Last();
        return size is null ? null : park with { Sizes = [.. park.Sizes.Where(other => other != size)] };
    });

    [Fact]
    public void Plan_ConverterAdded_NeverCostsMore() => AssertNeverDearer(park =>
        park.Plants.All(plant => plant.Converters.All(converter => converter.ExistingSizeKw > 0))
            ? null
            : park with
            {
                Plants = [.. park.Plants.Select(plant => plant with { Converters = [.. plant.Converters.Where(converter => converter.ExistingSizeKw > 0)] })],
            });

    [Fact]
    public void Plan_TransportModeAdded_NeverCostsMore() =>
        AssertNeverDearer(park => park.TransportModes.Count == 0 ? null : park with { TransportModes = [.. park.TransportModes.SkipLast(1)] });

    [Fact]
    public void Plan_CloserApproach_NeverCostsMore() => AssertNeverDearer(park => park with
    {
        Plants =
        [
            .. park.Plants.Select(plant => plant with
            {
                DefaultApproachK = plant.DefaultApproachK + ExtraApproachK,
                Streams = [.. plant.Streams.Select(stream => stream with { ApproachK = stream.ApproachK + ExtraApproachK })],
            }),
        ],
    });

    private void AssertNeverDearer(Func<Park, Park?> without)
    {
        var parkCount = 0;
        var failures = new List<string>();
        foreach (var seed in Enumerable.Range(1, SeedCount))
        {
            var park = RandomParks.Create(seed, Small);
            if (parkCount == 2 * LeastParkCount || without(park) is not { } poorer)
                continue;

            parkCount++;
            var plan = ProvenPlans.Search(highs.Engine, park);
            var (cost, costWithout) = (ProvenPlans.CostCny(plan), ProvenPlans.CostCny(highs.Engine, poorer));
            if (cost > costWithout + ProvenPlans.ToleranceCny(plan))
                failures.Add($"seed {seed}: {cost:#,0.00} CNY with the option, {costWithout:#,0.00} without");
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(parkCount >= LeastParkCount, $"only {parkCount} of the parks had the option");
    }
}
