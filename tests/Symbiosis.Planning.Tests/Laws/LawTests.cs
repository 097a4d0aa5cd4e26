using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.TestKit;
using static Symbiosis.TestKit.Builders;

namespace Symbiosis.Planning.Tests.Laws;

/// <summary>What holds for every park, tried on random ones.</summary>
public sealed class LawTests(HighsFixture highs) : IClassFixture<HighsFixture>
{
    private const int SeedCount = 12;

    private static readonly RandomParkOptions Small = new() { MaxPlantCount = 4, MaxPeriodCount = 3 };

    [Fact]
    public void Plan_EverythingNewForbidden_IsTheBaseline() => ForEachSeed(Small, (seed, park) =>
    {
        var free = ProvenPlans.Search(highs.Engine, park);

        var bare = ProvenPlans.Search(highs.Engine, park, new Scenario { Id = "as-it-is", ForbidEverythingNew = true });

        Assert.Equal(Outcome.Optimal, bare.Outcome);
        Assert.All(bare.Couplings, coupling => Assert.True(coupling.Existing, $"seed {seed}: {coupling.Id} is new"));
        Assert.Equal(0, bare.Summary!.InvestmentCny);
        AssertSame(seed, free, (double)free.Summary!.BaselineCostCny!, ProvenPlans.CostCny(bare));
        AssertSame(seed, free, (double)free.Summary.BaselineCostCny, (double)bare.Summary.BaselineCostCny!);
    });

    [Fact]
    public void Plan_Costs_AddUpExactly() => ForEachSeed(Small, (seed, park) =>
    {
        var plan = ProvenPlans.Search(highs.Engine, park);

        var summary = plan.Summary!;
        Assert.True(summary.CostCny == plan.Costs.Sum(item => item.Cny), $"seed {seed}: costs do not add up");
        Assert.True(summary.BaselineCostCny == plan.BaselineCosts.Sum(item => item.Cny), $"seed {seed}: the baseline's costs do not add up");
        Assert.True(summary.SavingCny == summary.BaselineCostCny - summary.CostCny, $"seed {seed}: the saving is not the difference");
        Assert.All(plan.Costs, item => Assert.Equal(decimal.Round(item.Cny, 2), item.Cny));
    });

    [Fact]
    public void Plan_PlantsStreamsAndCorridorsPermuted_CostsTheSame() => ForEachSeed(Small, (seed, park) =>
    {
        var permuted = park with
        {
            Plants = [.. park.Plants.Reverse().Select(plant => plant with { Streams = [.. plant.Streams.Reverse()] })],
            Corridors = [.. park.Corridors.Reverse()],
            Carriers = [.. park.Carriers.Reverse()],
            Sizes = [.. park.Sizes.Reverse()],
            Sites = [.. park.Sites.Reverse()],
        };
        var plan = ProvenPlans.Search(highs.Engine, park);

        var other = ProvenPlans.Search(highs.Engine, permuted);

        AssertSame(seed, plan, ProvenPlans.CostCny(plan), ProvenPlans.CostCny(other));
    });

    [Fact]
    public void Plan_NeitherStorageNorInvestment_PeriodsAreProblemsOfTheirOwn()
    {
        var plain = new RandomParkOptions { AllowsElectricity = false, AllowsConverters = false, AllowsStorages = false, AllowsPolicy = false };
        ForEachSeed(plain, (seed, park) =>
        {
            var costless = WithoutInvestment(park);
            var whole = ProvenPlans.Search(highs.Engine, costless);

            var sum = Enumerable.Range(0, costless.Time.Periods.Count).Sum(t => ProvenPlans.CostCny(highs.Engine, OnlyPeriod(costless, t)));

            AssertSame(seed, whole, ProvenPlans.CostCny(whole), sum);
        });
    }

    [Fact]
    public void Plan_ReceiverHotterThanEveryDonor_NoHeatClimbs()
    {
        var park = APark().WithSteam(supplyCelsius: 160).WithSize("lp").WithCorridor("donor", "receiver")
            .WithPlant("donor", plant => plant.WithHotStream(supplyCelsius: 140, targetCelsius: 80, heatKw: 5000))
            .WithPlant("receiver", plant => plant.WithColdStream(supplyCelsius: 120, targetCelsius: 130, heatKw: 800).WithHotUtility(priceCnyPerKwh: 5))
            .Build();

        var plan = ProvenPlans.Search(highs.Engine, park);

        Assert.Empty(plan.Couplings);
        Assert.Equal(plan.Summary!.BaselineCostCny, plan.Summary.CostCny);
    }

    private static Park WithoutInvestment(Park park) => park with
    {
        Sizes = [],
        Carriers = [.. park.Carriers.Select(carrier => carrier with { GenerationStation = null, UseStation = null })],
        TransportModes = [.. park.TransportModes.Where(mode => mode is { LinkCnyPerM: 0, LinkFixedCny: 0 })],
        Plants = [.. park.Plants.Select(plant => plant with { Recovery = null })],
    };

    private static Park OnlyPeriod(Park park, int t)
    {
        var period = park.Time.Periods[t];
        return park with
        {
            Time = park.Time with { HorizonHours = period.DurationHours * period.Weight, Periods = [period] },
            Profiles = [.. park.Profiles.Select(profile => profile with { Values = [profile.Values[t]] })],
        };
    }

    private static void ForEachSeed(RandomParkOptions options, Action<int, Park> law)
    {
        foreach (var seed in Enumerable.Range(1, SeedCount))
            law(seed, RandomParks.Create(seed, options));
    }

    private static void AssertSame(int seed, Plan plan, double expectedCny, double actualCny) => Assert.True(
        Math.Abs(expectedCny - actualCny) <= ProvenPlans.ToleranceCny(plan), $"seed {seed}: {expectedCny:#,0.00} CNY expected, {actualCny:#,0.00} found");
}
