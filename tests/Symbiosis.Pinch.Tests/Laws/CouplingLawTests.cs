using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Pinch.Timing;
using Symbiosis.Planning;
using Symbiosis.Solvers;
using Symbiosis.TestKit;

namespace Symbiosis.Pinch.Tests.Laws;

/// <summary>The optimiser against the targets: pipes, sizes and money can only make it worse than all streams side by side.</summary>
public sealed class CouplingLawTests : IDisposable
{
    private const int ParkCount = 20;
    private const double Tolerance = 1e-5;

    private static readonly RandomParkOptions OnlyHeat = new()
    {
        AllowsMaterials = false,
        AllowsElectricity = false,
        AllowsConverters = false,
        AllowsStorages = false,
        AllowsPolicy = false,
    };

    private readonly HighsEngine engine = new();

    public void Dispose() => engine.Dispose();

    [Fact]
    public void Plan_RandomPark_NeverBuysLessThanTheIntegratedTarget()
    {
        for (var seed = 0; seed < ParkCount; seed++)
        {
            var park = RandomParks.Create(seed, OnlyHeat);
            var targetKwh = ParkTargets.Of(park).Integrated.HotUtilityKwh;

            var boughtKwh = HotUtilityKwh(Plan(park));

            Assert.True(boughtKwh >= targetKwh - Tolerance * (1 + targetKwh), FormattableString.Invariant($"Seed {seed}: bought {boughtKwh}, target {targetKwh}"));
        }
    }

    [Fact]
    public void Plan_OnePlantWithFreeExchangers_BuysExactlyTheTarget()
    {
        for (var seed = 0; seed < ParkCount; seed++)
        {
            var park = OnePlant(RandomParks.Create(seed, OnlyHeat), seed);
            var targetKwh = ParkTargets.Of(park).Integrated.HotUtilityKwh;

            var boughtKwh = HotUtilityKwh(Plan(park));

            Assert.True(Math.Abs(boughtKwh - targetKwh) <= Tolerance * (1 + targetKwh), FormattableString.Invariant($"Seed {seed}: bought {boughtKwh}, target {targetKwh}"));
        }
    }

    // All streams stand in one plant whose exchangers cost nothing. Cooling costs, so that the plan has a reason to leave optional heat alone.
    private static Park OnePlant(Park park, int seed)
    {
        var plants = park.Plants;
        var streams = plants.SelectMany(plant => plant.Streams.Select(stream => stream with { Id = $"{plant.Id}-{stream.Id}", ApproachK = stream.ApproachK ?? plant.DefaultApproachK }));
        return park with
        {
            Id = $"one-plant-{seed}",
            Carriers = [],
            Sizes = [],
            Corridors = [],
            Contracts = [],
            Plants = [plants[0] with { Streams = [.. streams], Recovery = null, ExcludedCarrierIds = [], Stations = [] }],
        };
    }

    private Plan Plan(Park park)
    {
        var plan = new Planner(engine).Plan(
            park, scenario: null, new PlanOptions { Gap = 1e-6, TimeLimit = TimeSpan.FromSeconds(120), WorkerCount = 1 }, stop: TestContext.Current.CancellationToken);
        Assert.Equal(Outcome.Optimal, plan.Outcome);
        return plan;
    }

    private static double HotUtilityKwh(Plan plan) => plan.Operation.Where(series => series.Quantity.StartsWith("hot_utility:", StringComparison.Ordinal))
        .Sum(series => series.Values.Zip(plan.Periods, (kw, period) => kw * period.DurationHours * period.Weight).Sum());
}
