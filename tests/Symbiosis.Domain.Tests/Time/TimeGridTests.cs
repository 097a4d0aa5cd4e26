using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Time;
using static Symbiosis.Domain.Tests.Time.TimeParks;

namespace Symbiosis.Domain.Tests.Time;

public sealed class TimeGridTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Create_NothingGiven_IsOneStepOfTheHorizon()
    {
        var grid = TimeGrid.Create(new Park { Id = "park" });

        var period = Assert.Single(grid.Periods);
        Assert.Equal(8760, period.Hours);
        Assert.Equal(1, grid.YearlyChargeFactor);
    }

    [Fact]
    public void Create_TwelveValues_AreMonths()
    {
        var grid = TimeGrid.Create(WithLoads(null, [.. Enumerable.Range(1, 12).Select(value => (double)value)]));

        Assert.Equal(Enumerable.Range(1, 12), grid.Periods.Select(period => period.Month));
        Assert.All(grid.Periods, period => Assert.Equal(730, period.Hours, Tolerance));
        Assert.Equal(Enumerable.Range(1, 12).Select(value => 2.0 * value), grid.Series(2, "p0"));
    }

    [Fact]
    public void Create_DayShapeOnly_IsOneDayOfHoursThatRepeats()
    {
        var grid = TimeGrid.Create(WithLoads(null, [.. Enumerable.Range(0, 24).Select(value => (double)value)]));

        Assert.Equal(24, grid.Periods.Count);
        Assert.All(grid.Periods, period => Assert.Equal(365, period.Weight, Tolerance));
        Assert.Equal(5, grid.Periods[5].StartHour);
        Assert.Equal(5, grid.Series(1, "p0")[5]);
    }

    [Fact]
    public void Create_HourlyProfile_IsAYearOfHoursInTheirMonths()
    {
        var grid = TimeGrid.Create(WithLoads(null, Year((day, hour) => day + hour / 100.0)));

        Assert.Equal(8760, grid.Periods.Count);
        Assert.Equal(31 * 24, grid.Periods.Count(period => period.Month == 12));
        Assert.Equal(364.23, grid.Series(1, "p0")[^1], Tolerance);
    }

    [Fact]
    public void Create_LeapYear_HasFebruary29()
    {
        var park = WithLoads(null, new double[8784]) with { Time = new TimeStructure { HorizonHours = 8784 } };

        Assert.Equal(29 * 24, TimeGrid.Create(park).Periods.Count(period => period.Month == 2));
    }

    [Fact]
    public void Create_PeriodsWithoutStartHours_FollowEachOther()
    {
        var grid = TimeGrid.Create(Explicit(48, Step(10), Step(14), Step(6), Step(18)));

        Assert.Equal([0, 10, 0, 6], grid.Periods.Select(period => period.StartHour));
        Assert.Equal(4, Assert.Single(grid.Days).PeriodCount);
    }

    [Fact]
    public void Create_PeriodsOfTwoDays_AreTwoDays()
    {
        var grid = TimeGrid.Create(Explicit(8760, Step(12, 200, dayId: "a"), Step(12, 200, dayId: "a"), Step(24, 165, dayId: "b")));

        Assert.Equal([(0, 2), (2, 1)], grid.Days.Select(day => (day.FirstPeriod, day.PeriodCount)));
        Assert.Equal([true, false, true], grid.Periods.Select(period => period.IsFirstOfDay));
        Assert.Equal(8760, grid.Periods.Sum(period => period.Hours));
    }

    [Fact]
    public void YearlyChargeFactor_Given_IsTaken()
    {
        var park = new Park { Id = "park", Time = new TimeStructure { HorizonHours = 24, YearlyChargeFactor = 0.5 } };

        Assert.Equal(0.5, TimeGrid.Create(park).YearlyChargeFactor);
    }

    [Fact]
    public void Series_NoProfile_IsConstant()
    {
        Assert.Equal([7, 7], TimeGrid.Create(Explicit(2, Step(1), Step(1))).Series(7, null));
    }

    [Fact]
    public void Series_DayShapeOverUnevenSteps_IsProrated()
    {
        var shape = Enumerable.Range(0, 24).Select(hour => (double)hour).ToArray();
        var grid = TimeGrid.Create(Explicit(24, Step(1.5), Step(21.5), Step(1)).With(Series("shape", shape)));

        var series = grid.Series(1, "shape");

        Assert.Equal((0 + 0.5) / 1.5, series[0], Tolerance);
        Assert.Equal(shape.Sum(), series[0] * 1.5 + series[1] * 21.5 + series[2], Tolerance);
    }

    [Fact]
    public void Series_DayShapeOverMidnight_StartsOver()
    {
        var shape = Enumerable.Range(0, 24).Select(hour => hour == 23 ? 4.0 : hour == 0 ? 2.0 : 0).ToArray();
        var grid = TimeGrid.Create(Explicit(2, Step(2, startHour: 23)).With(Series("shape", shape)));

        Assert.Equal(3, grid.Series(1, "shape")[0], Tolerance);
    }

    [Fact]
    public void Series_HourlyOverFractionalSteps_AveragesConsecutiveHours()
    {
        var grid = TimeGrid.Create(Explicit(4, Step(1.5), Step(2.5)).With(Series("hourly", 1, 2, 3, 4)));

        var series = grid.Series(1, "hourly");

        Assert.Equal(2.0 / 1.5, series[0], Tolerance);
        Assert.Equal(8.0 / 2.5, series[1], Tolerance);
    }

    [Fact]
    public void Series_HourlyOverRepeatedDays_AveragesTheRepetitions()
    {
        var hourly = Enumerable.Range(0, 96).Select(hour => hour / 24 * 100.0 + hour % 24).ToArray();
        Period[] steps = [Step(12, 2, dayId: "a"), Step(12, 2, dayId: "a"), Step(24, 2, dayId: "b")];
        var grid = TimeGrid.Create(Explicit(96, steps).With(Series("hourly", hourly)));

        var series = grid.Series(1, "hourly");

        Assert.Equal(50 + 5.5, series[0], Tolerance);
        Assert.Equal(50 + 17.5, series[1], Tolerance);
        Assert.Equal(250 + 11.5, series[2], Tolerance);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(3)]
    public void Series_AnyStepLength_KeepsTheTotal(double durationHours)
    {
        var seed = (int)(durationHours * 100);
        var random = new Random(seed);
        var hourly = Enumerable.Range(0, 48).Select(_ => random.NextDouble()).ToArray();
        var steps = Enumerable.Repeat(Step(durationHours), (int)(48 / durationHours)).ToArray();
        var grid = TimeGrid.Create(Explicit(48, steps).With(Series("hourly", hourly)));

        var total = grid.Series(1, "hourly").Zip(grid.Periods, (value, period) => value * period.Hours).Sum();

        Assert.True(Math.Abs(hourly.Sum() - total) < 1e-9, $"seed {seed}: {total}");
    }

    [Fact]
    public void Series_LengthThatFitsNothing_Throws()
    {
        var grid = TimeGrid.Create(Explicit(48, Step(24), Step(24)).With(Series("odd", 1, 2, 3)));

        Assert.Throws<ArgumentException>(() => grid.Series(1, "odd"));
    }

    [Fact]
    public void TariffFactors_BoundaryInsideAStep_IsProrated()
    {
        var grid = TimeGrid.Create(Explicit(24, Step(8), Step(8), Step(8)));
        var tariff = new Tariff
        {
            Id = "industry",
            EnergyCnyPerKwh = 0.6,
            Windows = [new TariffWindow { FromHour = 22, ToHour = 6, Factor = 0.4 }, new TariffWindow { FromHour = 10, ToHour = 12, Factor = 1.8 }],
        };

        var factors = grid.TariffFactors(tariff);

        Assert.Equal((6 * 0.4 + 2) / 8, factors[0], Tolerance);
        Assert.Equal((2 * 1.8 + 6) / 8, factors[1], Tolerance);
        Assert.Equal((2 * 0.4 + 6) / 8, factors[2], Tolerance);
    }

    [Fact]
    public void TariffFactors_WindowOfOtherMonths_DoesNotHold()
    {
        var grid = TimeGrid.Create(Explicit(2, Step(1, month: 6), Step(1, month: 7)));
        var tariff = new Tariff
        {
            Id = "industry",
            EnergyCnyPerKwh = 0.6,
            Windows = [new TariffWindow { Months = [7, 8], FromHour = 0, ToHour = 24, Factor = 2 }],
        };

        Assert.Equal([1, 2], grid.TariffFactors(tariff));
    }

    [Fact]
    public void TariffFactors_OneStepOfAYear_AveragesTheMonths()
    {
        var tariff = new Tariff
        {
            Id = "industry",
            EnergyCnyPerKwh = 0.6,
            Windows = [new TariffWindow { Months = [1], FromHour = 0, ToHour = 12, Factor = 3 }],
        };

        var factors = TimeGrid.Create(new Park { Id = "park" }).TariffFactors(tariff);

        Assert.Equal(1 + 2 * 31 * 12 / 8760.0, factors[0], Tolerance);
    }

    [Fact]
    public void TariffFactors_DayShapeOverAYear_AveragesTheMonths()
    {
        var tariff = new Tariff
        {
            Id = "industry",
            EnergyCnyPerKwh = 0.6,
            Windows = [new TariffWindow { Months = [1], FromHour = 0, ToHour = 1, Factor = 3 }],
        };

        var factors = TimeGrid.Create(WithLoads(null, new double[24])).TariffFactors(tariff);

        Assert.Equal(1 + 2 * 31 / 365.0, factors[0], Tolerance);
        Assert.Equal(1, factors[1], Tolerance);
    }

    [Fact]
    public void TariffFactors_Profile_ReplacesWindows()
    {
        var grid = TimeGrid.Create(Explicit(2, Step(1), Step(1)).With(Series("spot", 0.5, 1.5)));
        var tariff = new Tariff { Id = "spot-market", EnergyCnyPerKwh = 0.6, EnergyProfileId = "spot" };

        Assert.Equal([0.5, 1.5], grid.TariffFactors(tariff));
    }
}
