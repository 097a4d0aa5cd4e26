using System.Diagnostics;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Time;
using static Symbiosis.Domain.Tests.Time.TimeParks;

namespace Symbiosis.Domain.Tests.Time;

public sealed class TypicalDaysTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Create_TwoKindsOfDay_FindsBothWithTheirNumbers()
    {
        var park = Typical(2, 0, 1, Year((day, hour) => day < 100 ? hour : 100 - hour));

        var grid = TimeGrid.Create(park);

        Assert.Equal([100, 265], grid.Days.Select(day => grid.Periods[day.FirstPeriod].Weight));
        Assert.Equal([3, 97], grid.Periods.Where(period => period.StartHour == 3).Select(period => grid.Series(1, "p0")[period.Index]));
    }

    [Fact]
    public void Create_OneDayWithThePeak_KeepsItForItself()
    {
        var park = Typical(3, null, 1, Year((day, hour) => day == 200 && hour == 17 ? 9 : 1 + Math.Sin(day / 58.0)));

        var grid = TimeGrid.Create(park);

        var peakDay = Assert.Single(grid.Days, day => day.Id == "d201");
        Assert.Equal(1, grid.Periods[peakDay.FirstPeriod].Weight);
        Assert.Equal(9, grid.Series(1, "p0").Max());
        Assert.Equal(7, grid.Periods[peakDay.FirstPeriod].Month);
    }

    [Fact]
    public void Create_StepsOfThreeHours_AverageTheMedoid()
    {
        var park = Typical(1, null, 3, Year((_, hour) => hour));

        var series = TimeGrid.Create(park).Series(1, "p0");

        Assert.Equal([1, 4, 7, 10, 13, 16, 19, 22], series);
    }

    [Fact]
    public void Create_DaysAllAlike_IsOneDayHoweverManyAreAsked()
    {
        Assert.Single(TimeGrid.Create(Typical(12, 0, 1, Year((_, hour) => hour))).Days);
    }

    [Fact]
    public void Create_AsManyDaysAsTheYearHas_KeepsEveryDay()
    {
        var hourly = Year((day, hour) => day * 1.5 + hour);

        var grid = TimeGrid.Create(Typical(366, null, 1, hourly));

        Assert.Equal(8760, grid.Periods.Count);
        Assert.Equal(hourly, grid.Series(1, "p0"));
    }

    [Fact]
    public void Create_TariffThatDiffersByMonth_SeparatesTheMonths()
    {
        var park = Typical(2, 0, 1, Year((_, hour) => hour)) with
        {
            Tariffs = [new Tariff { Id = "t", EnergyCnyPerKwh = 1, Windows = [new TariffWindow { Months = [7, 8], FromHour = 8, ToHour = 20, Factor = 2 }] }],
        };

        var grid = TimeGrid.Create(park);

        Assert.Equal([62, 303], grid.Days.Select(day => grid.Periods[day.FirstPeriod].Weight).Order());
    }

    [Fact]
    public void Create_Replacement_ReplacesExplicitPeriods()
    {
        var park = Explicit(8760, Step(8760)) with { Profiles = [Series("hourly", Year((day, _) => day))] };

        Assert.Equal(4, TimeGrid.Create(park, new TypicalDays { Count = 1, StepHours = 6 }).Periods.Count);
    }

    [Fact]
    public void Create_ReplacementWithSeriesPerPeriod_Throws()
    {
        var park = WithLoads(null, [1, 2]) with { Time = new TimeStructure { Periods = [Step(4380), Step(4380)] } };

        Assert.False(TimeGrid.CanReduce(park));
        Assert.Throws<ArgumentException>(() => TimeGrid.Create(park, new TypicalDays { Count = 2 }));
    }

    [Fact]
    public void Create_RandomYears_AddUpInOrderAndRepeatably()
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var random = new Random(seed);
            var count = random.Next(1, 20);
            var park = Typical(count, random.Next(0, count), 24.0 / random.Next(1, 5), RandomYear(random), RandomYear(random));

            var grid = TimeGrid.Create(park);

            Assert.True(Math.Abs(grid.Periods.Sum(period => period.Hours) - 8760) < 1e-6, $"seed {seed}");
            Assert.True(grid.Days.Count == count, $"seed {seed}: {grid.Days.Count} days of {count}");
            Assert.True(grid.Days.Select(day => day.Id).SequenceEqual(grid.Days.Select(day => day.Id).Order()), $"seed {seed}");
            Assert.True(grid.Periods.SequenceEqual(TimeGrid.Create(park).Periods), $"seed {seed}");
        }
    }

    [Fact]
    public void Create_MoreDays_NeverCarryLessOfTheDifferences()
    {
        const int Seed = 5;
        var values = RandomYear(new Random(Seed));

        var errors = new[] { 1, 4, 12, 40 }.Select(count => Error(values, count)).ToArray();

        Assert.True(errors.SequenceEqual(errors.OrderDescending()), $"seed {Seed}: {string.Join(", ", errors)}");
    }

    [Fact]
    public void Create_ThirtyProfilesOfAYear_IsQuick()
    {
        // An idle core needs less than half a second; the limit leaves room for a busy machine and still tells cubic from quadratic.
        var limit = TimeSpan.FromSeconds(5);
        var random = new Random(3);
        var park = Typical(12, 2, 1, [.. Enumerable.Range(0, 30).Select(_ => RandomYear(random))]);

        var best = Enumerable.Range(0, 3).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            TimeGrid.Create(park);
            return watch.Elapsed;
        });

        Assert.True(best < limit, $"{best.TotalMilliseconds:0} ms");
    }

    private static double Error(double[] values, int count)
    {
        var grid = TimeGrid.Create(Typical(count, 0, 1, values));
        var days = grid.Days.Select(day => grid.Series(1, "p0")[day.FirstPeriod..(day.LastPeriod + 1)]).ToList();
        return values.Chunk(24).Sum(day => days.Min(typical => Math.Sqrt(typical.Zip(day, (a, b) => (a - b) * (a - b)).Sum())));
    }

    private static double[] RandomYear(Random random)
    {
        var (season, noise) = (random.NextDouble(), random.NextDouble());
        return Year((day, hour) => 2 + season * Math.Cos(day / 58.1) + Math.Sin(hour / 3.8) + noise * random.NextDouble());
    }
}
