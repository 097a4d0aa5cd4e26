using Symbiosis.Domain.Parks;
using Symbiosis.Pinch.Problems;
using Symbiosis.Pinch.Timing;

namespace Symbiosis.Pinch.Tests.Timing;

public sealed class ParkTargetsTests
{
    [Fact]
    public void Of_HeatByNightNeededByDay_OnlyStorageBringsThemTogether()
    {
        var park = Park(new Plant
        {
            Id = "plant",
            SiteId = "site",
            Streams =
            [
                new HeatStream { Id = "hot", SupplyCelsius = 150, TargetCelsius = 100, HeatKw = 100, HeatProfileId = "night" },
                new HeatStream { Id = "cold", SupplyCelsius = 20, TargetCelsius = 60, HeatKw = 80, HeatProfileId = "day" },
            ],
        });

        var targets = ParkTargets.Of(park);

        var time = targets.Plants[0];
        Assert.Equal([0, 80], time.Periods.Select(period => period.HotUtilityKw));
        Assert.Equal([100, 0], time.Periods.Select(period => period.ColdUtilityKw));
        Assert.Equal(80 * 12, time.HotUtilityKwh, 1e-9);
        Assert.Equal(0, time.AverageHotUtilityKw);
        Assert.Equal(80 * 12, time.StorageSavingAtMostKwh, 1e-9);
    }

    [Fact]
    public void Of_ConstantDuties_EveryStepIsTheMean()
    {
        var park = Park(new Plant { Id = "plant", SiteId = "site", Streams = [new HeatStream { Id = "cold", SupplyCelsius = 20, TargetCelsius = 60, HeatKw = 80 }] });

        var targets = ParkTargets.Of(park);

        Assert.All(targets.Integrated.Periods, period => Assert.Equal((12, 80), (period.Hours, period.HotUtilityKw)));
        Assert.Equal(0, targets.Integrated.StorageSavingAtMostKwh);
    }

    [Fact]
    public void MeanProblems_Park_TakesLevelsFromUtilitiesAndCarriers()
    {
        var park = Park(new Plant
        {
            Id = "plant",
            SiteId = "site",
            HotUtilities = [new HotUtility { Id = "boiler", SupplyCelsius = 300, TargetCelsius = 200, FuelId = "gas", Efficiency = 0.8, PriceCnyPerKwh = 0.01, CapacityKw = 5 }],
            ColdUtilities = [new ColdUtility { Id = "water", SupplyCelsius = 20, TargetCelsius = 30 }],
            Stations = [new Station { CarrierId = "steam", NoUse = true }],
            Supplies = [new CarrierSupply { Id = "bought", CarrierId = "loop", PriceCnyPerKwh = 0.2 }],
        }) with
        {
            Fuels = [new Fuel { Id = "gas", PriceCnyPerKwh = 0.4 }],
            Carriers =
            [
                new Carrier { Id = "steam", Kind = CarrierKind.Steam, SupplyCelsius = 180, ReturnCelsius = 90 },
                new Carrier { Id = "loop", Kind = CarrierKind.Water, SupplyCelsius = 90, ReturnCelsius = 60 },
                new Carrier { Id = "chilled", Kind = CarrierKind.Water, SupplyCelsius = 6, ReturnCelsius = 12 },
                new Carrier { Id = "power", Kind = CarrierKind.Electricity },
            ],
        };

        var levels = new ParkHeat(park).MeanProblems[0].Utilities;

        Assert.Equal(
            [("boiler", UtilityRole.Hot, 300d, 200d), ("water", UtilityRole.Cold, 30d, 20d), ("steam", UtilityRole.Generated, 180d, 180d), ("loop", UtilityRole.Both, 90d, 60d), ("chilled", UtilityRole.Cold, 12d, 6d)],
            levels.Select(level => (level.Name, level.Role, level.HighCelsius, level.LowCelsius)));
        Assert.Equal([0.51, 0, null, 0.2, null], levels.Select(level => level.PriceCnyPerKwh is { } price ? Math.Round(price, 9) : (double?)null));
        Assert.Equal([false, false, true, true, true], levels.Select(level => level.IsShared));
    }

    [Fact]
    public void MeanProblems_OneApproachForAll_TakesHalfOfItEach()
    {
        var park = Park(new Plant { Id = "plant", SiteId = "site", Streams = [new HeatStream { Id = "cold", SupplyCelsius = 20, TargetCelsius = 60, HeatKw = 80, ApproachK = 3 }] });

        Assert.Equal(10, new ParkHeat(park, minimumApproachK: 20).MeanProblems[0].Streams[0].ApproachK);
        Assert.Equal(3, new ParkHeat(park).MeanProblems[0].Streams[0].ApproachK);
    }

    private static Park Park(params Plant[] plants) => new()
    {
        Id = "park",
        Time = new TimeStructure { HorizonHours = 24, Periods = [new Period { DurationHours = 12 }, new Period { DurationHours = 12 }] },
        Profiles = [new Profile { Id = "night", Values = [1, 0] }, new Profile { Id = "day", Values = [0, 1] }],
        Sites = [new Site { Id = "site" }],
        Plants = plants,
    };
}
