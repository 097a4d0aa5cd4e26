using Symbiosis.Pinch.Problems;

namespace Symbiosis.Pinch.Tests.Utilities;

public sealed class UtilityPlacementTests
{
    private static readonly ProcessStream[] Needs = [A.Cold(50, 100, 500), A.Cold(150, 200, 300)];

    [Fact]
    public void Of_WithoutPrices_TakesTheColdestThatWillDo()
    {
        Assert.Equal([300, 500], Heats(A.Level("hp", UtilityRole.Hot, 250), A.Level("lp", UtilityRole.Hot, 120)));
    }

    [Fact]
    public void Of_CheaperHotterLevel_TakesItForAll()
    {
        Assert.Equal([800, 0], Heats(A.Level("waste heat boiler", UtilityRole.Hot, 250, price: 0.1), A.Level("lp", UtilityRole.Hot, 120, price: 0.2)));
    }

    [Fact]
    public void Of_OnePriceMissing_GoesByTemperature()
    {
        var placement = PlantTargets.Of(A.Problem(Needs, A.Level("hp", UtilityRole.Hot, 250, price: 0.1), A.Level("lp", UtilityRole.Hot, 120))).Placement;

        Assert.False(placement.IsHotByPrice);
        Assert.Equal([300, 500], placement.Loads.Select(load => Math.Round(load.HeatKw, 9)));
    }

    [Fact]
    public void Of_CapacityUsedUp_GoesOnWithTheNextLevel()
    {
        Assert.Equal([600, 200], Heats(A.Level("hp", UtilityRole.Hot, 250), A.Level("lp", UtilityRole.Hot, 120, capacityKw: 200)));
    }

    [Fact]
    public void Of_NothingHotEnough_TellsWhatIsMissing()
    {
        var placement = PlantTargets.Of(A.Problem(Needs, A.Level("lp", UtilityRole.Hot, 120))).Placement;

        Assert.Equal(300, placement.HotShortageKw, 1e-9);
        Assert.True(placement.Loads[^1].Level.IsAssumed);
    }

    [Fact]
    public void Of_HotWaterThatFalls_GivesNoMoreThanItsTemperaturesAllow()
    {
        // Water from 100 to 60 meets needs from 50 to 100 that grow as fast as it falls: it covers 60..100 only as far as it is not below.
        var loads = Heats(A.Level("steam", UtilityRole.Hot, 250), A.Level("water", UtilityRole.Hot, 100, 60));

        Assert.Equal(800, loads.Sum(), 1e-9);
        Assert.Equal(500, loads[1], 1e-9);
    }

    [Fact]
    public void Of_HeatBelowThePinch_RaisesTheHottestSteamFirst()
    {
        var problem = A.Problem([A.Hot(300, 50, 2500)], A.Level("hp", UtilityRole.Both, 250), A.Level("lp", UtilityRole.Both, 150), A.Level("water", UtilityRole.Cold, 30, 20));

        Assert.Equal([500, 1000, 1000], PlantTargets.Of(problem).Placement.Loads.Select(load => Math.Round(load.CoolingKw, 9)));
    }

    [Fact]
    public void Of_PricedGeneration_RaisesTheMostValuableFirst()
    {
        var problem = A.Problem(
            [A.Hot(300, 50, 2500)],
            A.Level("hp", UtilityRole.Both, 250, price: 0.1),
            A.Level("lp", UtilityRole.Both, 150, price: 0.2),
            A.Level("water", UtilityRole.Cold, 30, 20, price: 0.01));

        Assert.Equal([0, 1500, 1000], PlantTargets.Of(problem).Placement.Loads.Select(load => Math.Round(load.CoolingKw, 9)));
    }

    [Fact]
    public void Of_LevelAcrossThePinch_IsNotUsed()
    {
        var problem = A.Problem([A.Hot(100, 50, 500), A.Cold(100, 150, 500)], A.Level("oil", UtilityRole.Hot, 200, 80), A.Level("steam", UtilityRole.Hot, 200));

        Assert.Equal([0, 500, 0], PlantTargets.Of(problem).Placement.Loads.Select(load => load.HeatKw));
    }

    private static IReadOnlyList<double> Heats(params UtilityLevel[] levels) =>
        [.. PlantTargets.Of(A.Problem(Needs, levels)).Placement.Loads.Select(load => Math.Round(load.HeatKw, 9))];
}
