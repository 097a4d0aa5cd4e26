namespace Symbiosis.Domain.Time;

/// <summary>Months of the modelled year, which starts on 1 January at midnight; leap where the horizon is 8784 h.</summary>
internal sealed class Calendar(double horizonHours)
{
    /// <summary>Hours of a year of 365 days, h.</summary>
    public const double YearHours = 8760;

    private const double LeapYearHours = 8784;

    // Any leap and any common year give the same months.
    private readonly int _year = Math.Abs(horizonHours - LeapYearHours) < 0.5 ? 2024 : 2023;

    /// <summary>Month, 1 to 12, of a zero-based day; days beyond the year start over.</summary>
    public int MonthOfDay(int day)
    {
        var daysInYear = DateTime.IsLeapYear(_year) ? 366 : 365;
        return new DateOnly(_year, 1, 1).AddDays(day % daysInYear).Month;
    }

    /// <summary>Month, 1 to 12, in which an hour since the start lies.</summary>
    public int MonthOfHour(double hour) => MonthOfDay((int)Math.Floor(hour / 24));
}
