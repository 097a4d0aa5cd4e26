using Symbiosis.Domain.Parks;
using Symbiosis.Pinch.Questions;

namespace Symbiosis.Pinch.Tests.Questions;

public sealed class HeatAnswerTests
{
    [Fact]
    public void Of_SomePlants_LeavesTheOthersOut()
    {
        var all = Answer(new HeatQuestion { Id = "park", Name = "Park", Park = Park() });

        var some = Answer(new HeatQuestion { Id = "park", Name = "Park", Park = Park(), PlantIds = ["c", "a"] });

        Assert.Equal(["a", "c"], some.Plants.Select(plant => plant.Problem.Id));
        Assert.Equal(all.Plants[2].Cascade.HotUtilityKw, some.Plants[1].Cascade.HotUtilityKw);
        Assert.Equal(all.Plants[0].Problem.Utilities, some.Plants[0].Problem.Utilities);
        Assert.Equal(80, all.Site!.Separate.HotUtilityKw);
        Assert.Equal(50, some.Site!.Separate.HotUtilityKw);
        Assert.Equal(50 * 24, some.OverTime!.Separate.HotUtilityKwh, 1e-9);
    }

    [Fact]
    public void Of_OnePlant_HasNoSite() => Assert.Null(Answer(new HeatQuestion { Id = "park", Name = "Park", Park = Park(), PlantIds = ["a"] }).Site);

    [Theory]
    [InlineData(HeatParts.None, false, false)]
    [InlineData(HeatParts.Site, true, false)]
    [InlineData(HeatParts.Time, false, true)]
    [InlineData(HeatParts.Usual, true, true)]
    public void Of_Parts_AreThoseAskedFor(HeatParts parts, bool hasSite, bool hasTime)
    {
        var answer = Answer(new HeatQuestion { Id = "park", Name = "Park", Park = Park(), Parts = parts });

        Assert.Equal(hasSite, answer.Site is not null);
        Assert.Equal(hasTime, answer.OverTime is not null);
        Assert.Equal(3, answer.Plants.Count);
    }

    [Fact]
    public void Of_ProblemsWithOneApproach_HalvesItBetweenTheStreams()
    {
        var question = new HeatQuestion { Id = "x", Name = "X", Problems = [A.Problem([A.Hot(100, 50, 50), A.Cold(40, 90, 50)])], MinimumApproachK = 20 };

        var answer = Answer(question);

        Assert.Equal(10, Answer(question).Plants[0].CommonApproachK);
        Assert.Equal(10, answer.Plants[0].Cascade.HotUtilityKw, 1e-9);
    }

    [Fact]
    public void Of_Stopped_GivesUp()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => HeatAnswer.Of(new HeatQuestion { Id = "park", Name = "Park", Park = Park() }, stop.Token));
    }

    private static HeatAnswer Answer(HeatQuestion question) => HeatAnswer.Of(question, TestContext.Current.CancellationToken);

    // Two steps of half a day; only b knows what steam costs.
    private static Park Park() => new()
    {
        Id = "park",
        Time = new TimeStructure { HorizonHours = 24, Periods = [new Period { DurationHours = 12 }, new Period { DurationHours = 12 }] },
        Sites = [new Site { Id = "site" }],
        Carriers = [new Carrier { Id = "steam", Kind = CarrierKind.Steam, SupplyCelsius = 150, ApproachK = 5 }],
        Plants =
        [
            Plant("a", new HeatStream { Id = "hot", SupplyCelsius = 80, TargetCelsius = 60, HeatKw = 40 }),
            Plant("b", new HeatStream { Id = "cold", SupplyCelsius = 20, TargetCelsius = 60, HeatKw = 30 }) with { Supplies = [new CarrierSupply { Id = "bought", CarrierId = "steam", PriceCnyPerKwh = 0.2 }] },
            Plant("c", new HeatStream { Id = "cold", SupplyCelsius = 100, TargetCelsius = 120, HeatKw = 50 }),
        ],
    };

    private static Plant Plant(string id, HeatStream stream) => new() { Id = id, SiteId = "site", Streams = [stream] };
}
