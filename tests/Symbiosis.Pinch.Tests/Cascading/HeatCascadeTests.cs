using System.Diagnostics;
using Symbiosis.Pinch.Cascading;
using Symbiosis.Pinch.Problems;

namespace Symbiosis.Pinch.Tests.Cascading;

public sealed class HeatCascadeTests
{
    [Fact]
    public void Of_NoStreams_IsEmpty()
    {
        var cascade = HeatCascade.Of([]);

        Assert.Empty(cascade.Points);
        Assert.Empty(cascade.Pinches);
        Assert.Equal(0, cascade.HotUtilityKw);
    }

    [Fact]
    public void Of_StreamsWithoutHeat_ArePassedOver()
    {
        var cascade = HeatCascade.Of([A.Hot(900, 900, 0), A.Cold(20, 20, 0), A.Cold(20, 80, 100)]);

        Assert.Equal(100, cascade.HotUtilityKw);
        Assert.Equal(80, cascade.Points[0].Celsius);
    }

    [Fact]
    public void Of_OnlyHot_NeedsOnlyCooling()
    {
        var cascade = HeatCascade.Of([A.Hot(150, 60, 900, 5)]);

        Assert.Equal((0, 900, 0), (cascade.HotUtilityKw, cascade.ColdUtilityKw, cascade.RecoveryKw));
        Assert.Equal(new Pinch.Cascading.Pinch(145, 145, PinchKind.HotEnd), Assert.Single(cascade.Pinches));
    }

    [Fact]
    public void Of_OnlyCold_NeedsOnlyHeat()
    {
        var cascade = HeatCascade.Of([A.Cold(20, 80, 600, 5)]);

        Assert.Equal((600, 0, 0), (cascade.HotUtilityKw, cascade.ColdUtilityKw, cascade.RecoveryKw));
        Assert.Equal(new Pinch.Cascading.Pinch(25, 25, PinchKind.ColdEnd), Assert.Single(cascade.Pinches));
    }

    [Fact]
    public void Of_CondensingAndEvaporatingAtOneShiftedTemperature_ExchangeDespiteRounding()
    {
        // 110.1 - 10 and 90.1 + 10 are not the same number.
        var cascade = HeatCascade.Of([A.Hot(110.1, 110.1, 500, 10), A.Cold(90.1, 90.1, 500, 10)]);

        Assert.Equal((0, 0), (cascade.HotUtilityKw, cascade.ColdUtilityKw));
    }

    [Fact]
    public void Of_EvaporationAboveAllHeat_NeedsAllOfItFromOutside()
    {
        var cascade = HeatCascade.Of([A.Hot(120, 60, 500), A.Cold(120.01, 120.01, 300)]);

        Assert.Equal(300, cascade.HotUtilityKw, 1e-9);
    }

    [Fact]
    public void Of_NoStreamsBetweenSinksAndSources_PinchSpansTheGap()
    {
        var cascade = HeatCascade.Of([A.Cold(150, 200, 100, 5), A.Hot(100, 50, 70, 5)]);

        Assert.Equal(new Pinch.Cascading.Pinch(155, 95, PinchKind.Process), Assert.Single(cascade.Pinches));
    }

    [Fact]
    public void Of_SumsThatDoNotRoundToZero_StillFindBothPinches()
    {
        // 0.1 + 0.2 is not 0.3; two pinches, one after each triple.
        var cascade = HeatCascade.Of([A.Cold(210, 220, 1), A.Hot(200, 190, 0.1), A.Hot(190, 180, 0.2), A.Cold(170, 180, 0.3), A.Hot(170, 160, 5)]);

        Assert.Equal([(210d, 200d), (170d, 170d)], cascade.Pinches.Select(pinch => (pinch.UpperCelsius, pinch.LowerCelsius)));
    }

    [Fact]
    public void Of_OptionalHotStream_TellsWhatNeedNotBeCooled()
    {
        // 300 kW of the optional 1,000 kW warm the cold stream; 700 kW may be left.
        var cascade = HeatCascade.Of([A.Hot(150, 50, 1000, mustCool: false), A.Hot(40, 30, 200), A.Cold(60, 80, 300)]);

        Assert.Equal((0, 900), (cascade.HotUtilityKw, cascade.ColdUtilityKw));
        Assert.Equal(700, cascade.OptionalCoolingKw, 1e-9);
    }

    [Fact]
    public void Of_TenThousandStreams_IsQuickAndExact()
    {
        var random = new Random(1);
        var streams = new List<ProcessStream>();
        for (var i = 0; i < 5000; i++)
        {
            var low = 20 + 300 * random.NextDouble();
            var high = low + 1 + 80 * random.NextDouble();
            var heat = 1000 * random.NextDouble();
            streams.Add(A.Hot(high, low, heat));
            streams.Add(A.Cold(low, high, heat));
        }

        var clock = Stopwatch.StartNew();
        var cascade = HeatCascade.Of(streams);

        // Every stream has its twin: nothing may be left of ten thousand of them. A quadratic sum would take minutes.
        Assert.Equal((0, 0), (cascade.HotUtilityKw, cascade.ColdUtilityKw));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }
}
