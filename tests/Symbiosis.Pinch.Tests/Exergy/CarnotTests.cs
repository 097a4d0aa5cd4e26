using Symbiosis.Pinch.Exergy;

namespace Symbiosis.Pinch.Tests.Exergy;

public sealed class CarnotTests
{
    [Theory]
    [InlineData(326.85, 326.85, 26.85, 0.5)]
    [InlineData(26.85, 26.85, 26.85, 0)]
    [InlineData(-123.15, -123.15, 26.85, -1)]
    public void Factor_OneTemperature_IsCarnots(double high, double low, double ambient, double expected) =>
        Assert.Equal(expected, Carnot.Factor(high, low, ambient), 1e-12);

    [Fact]
    public void Factor_Range_TakesTheLogarithmicMean() =>
        Assert.Equal(1 - 300 * Math.Log(600 / 400.0) / 200, Carnot.Factor(326.85, 126.85, 26.85), 1e-12);

    [Fact]
    public void Factor_NarrowRange_JoinsBothFormulas() =>
        Assert.Equal(Carnot.Factor(100.00009, 100, 25), Carnot.Factor(100.00011, 100, 25), 1e-7);
}
