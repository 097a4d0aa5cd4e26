using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Tests.Partners.Typical;

public sealed class DayShiftsTests
{
    private const int Seed = 20261122;

    [Fact]
    public void DayShape_AnyHours_HasTheirMeanAndStaysInRange()
    {
        var random = new Random(Seed);
        foreach (var hours in Enumerable.Range(0, 10_000).Select(_ => random.NextDouble() * 8760).Where(hours => hours > 0).Concat([1e-6, 2920, 5840, 8000, 8760]))
        {
            var shape = TypicalValues.None.DayShape(hours);

            Assert.Equal(24, shape.Count);
            Assert.All(shape, factor => Assert.InRange(factor, 0, 1));
            Assert.True(Math.Abs(shape.Average() - hours / 8760) < 1e-14, $"seed {Seed}, {hours} h");
        }
    }

    [Theory]
    [InlineData(2000, 8, 8)]
    [InlineData(2920, 8, 8)]
    [InlineData(2921, 16, 6)]
    [InlineData(5840, 16, 6)]
    [InlineData(5841, 24, 0)]
    [InlineData(8760, 24, 0)]
    public void DayShape_Hours_FillOneTwoOrThreeShifts(double hours, int workedCount, int firstHour)
    {
        var shape = TypicalValues.None.DayShape(hours).ToList();

        Assert.Equal(workedCount, shape.Count(factor => factor > 0));
        Assert.Equal(firstHour, shape.FindIndex(factor => factor > 0));
        Assert.Single(shape.Where(factor => factor > 0).Distinct());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(8761)]
    [InlineData(double.NaN)]
    public void DayShape_ImpossibleHours_AreRefused(double hours)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TypicalValues.None.DayShape(hours));
        Assert.Throws<ArgumentOutOfRangeException>(() => TypicalValues.None.DayShapeNote(hours));
    }

    [Fact]
    public void DayShapeNote_Shifts_AreNamed()
    {
        Assert.Contains("08:00 to 16:00", TypicalValues.None.DayShapeNote(2000));
        Assert.Contains("06:00 to 22:00", TypicalValues.None.DayShapeNote(4000));
        Assert.Contains("day and night", TypicalValues.None.DayShapeNote(8000));
    }
}
