using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using static Symbiosis.TestKit.Builders;

namespace Symbiosis.Planning.Tests.Infeasibility;

/// <summary>A park that cannot run is told what it lacks: plant, element, amount and unit.</summary>
public sealed class ShortfallFinderTests(HighsFixture highs) : IClassFixture<HighsFixture>
{
    private const double Tolerance = 1e-3;

    [Fact]
    public void Plan_ColdStreamWithoutHeat_NamesTheStream()
    {
        var park = APark().WithPlant("dairy", plant => plant.WithColdStream(heatKw: 700)).Build();

        AssertMissing(park, "dairy", "cold1", "kW", 700);
    }

    [Fact]
    public void Plan_ColdStreamHotterThanEveryDonor_NamesTheStream()
    {
        var park = APark().WithSteam(supplyCelsius: 160).WithSize("lp").WithCorridor("donor", "receiver")
            .WithPlant("donor", plant => plant.WithHotStream(supplyCelsius: 140, targetCelsius: 80, heatKw: 5000))
            .WithPlant("receiver", plant => plant.WithColdStream(supplyCelsius: 120, targetCelsius: 130, heatKw: 800))
            .Build();

        AssertMissing(park, "receiver", "cold1", "kW", 800);
    }

    [Fact]
    public void Plan_MustCoolBelowTheColdUtility_NamesTheStream()
    {
        // Built as a record, so that the optimiser itself is asked and not the validator.
        var park = APark().WithPlant("smelter", plant => plant
            .WithHotStream(supplyCelsius: 120, targetCelsius: 20, heatKw: 1000, change: stream => stream with { MustCool = true })
            .WithColdUtility(supplyCelsius: 40)).Build();

        AssertMissing(park, "smelter", "hot1", "kW", null);
    }

    [Fact]
    public void Plan_RequiredInletWithoutPurchase_NamesTheInlet()
    {
        var park = APark().WithMaterial("slag")
            .WithPlant("cement", plant => plant.WithInlet("slag", flowTPerH: 12, change: inlet => inlet with { Purchases = [] })).Build();

        AssertMissing(park, "cement", "slag-in", "t/h", 12);
    }

    [Fact]
    public void Plan_CarbonCapTooTight_NamesTheCap()
    {
        // 1,000 kW x 8,760 h x 0.2 kg/kWh = 1,752 t.
        var park = APark().WithFuel(co2KgPerKwh: 0.2)
            .WithPlant("dairy", plant => plant.WithColdStream(heatKw: 1000)
                .WithHotUtility(priceCnyPerKwh: 0, change: utility => utility with { FuelId = "gas", Efficiency = 1 }))
            .With(park => park with { Policy = new Policy { CarbonCapT = 752 } })
            .Build();

        AssertMissing(park, null, "carbon_cap_t", "t CO2e", 1000);
    }

    private void AssertMissing(Park park, string? plantId, string elementId, string unit, double? missing)
    {
        var plan = new Planner(highs.Engine).Plan(park, null, new PlanOptions { Gap = 0 }, stop: TestContext.Current.CancellationToken);

        Assert.Equal(Outcome.Infeasible, plan.Outcome);
        var shortfall = Assert.Single(plan.Shortfalls);
        Assert.Equal((plantId, elementId, unit), (shortfall.PlantId, shortfall.ElementId, shortfall.Unit));
        Assert.True(shortfall.Missing > 0);
        if (missing is { } amount)
            Assert.Equal(amount, shortfall.Missing, amount * Tolerance);
        Assert.Contains(plantId ?? elementId, shortfall.Sentence, StringComparison.Ordinal);
        Assert.Contains(unit, shortfall.Sentence, StringComparison.Ordinal);
    }
}
