using System.Collections.Frozen;
using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Time;

/// <summary>
/// The time steps of a park and the series over them. Immutable and safe to share between threads.
/// </summary>
public sealed class TimeGrid
{
    private const int HoursPerDay = 24;

    private readonly FrozenDictionary<string, Profile> _profiles;
    private readonly IReadOnlyList<HourSpan> _spans;
    private readonly Calendar _calendar;

    // Steps cut from the calendar may cover many months; steps that were given have the month they say.
    private readonly bool _isCalendar;

    private TimeGrid(Park park, GridBuilder builder, bool isCalendar)
    {
        Periods = builder.Periods;
        Days = builder.Days;
        HorizonHours = park.Time.HorizonHours;
        YearlyChargeFactor = park.Time.YearlyChargeFactor ?? HorizonHours / Calendar.YearHours;
        _spans = builder.Spans;
        _calendar = builder.Calendar;
        _isCalendar = isCalendar;
        _profiles = park.Profiles.ToFrozenDictionary(profile => profile.Id);
    }

    /// <summary>The steps, in order; at least one.</summary>
    public IReadOnlyList<GridPeriod> Periods { get; }

    /// <summary>The days, in order; together they hold every step once. Steps of one day id that do not follow each other are two days.</summary>
    public IReadOnlyList<GridDay> Days { get; }

    /// <summary>Length of the modelled time, h; the steps' hours add up to it where the park is valid.</summary>
    public double HorizonHours { get; }

    /// <summary>Part of a year's annuities and yearly fixed costs that the horizon bears.</summary>
    public double YearlyChargeFactor { get; }

    /// <summary>Lays out the steps of a park.</summary>
    /// <param name="park">A valid park.</param>
    /// <param name="replacement">Typical days instead of the park's own steps; needs <see cref="CanReduce"/>.</param>
    /// <exception cref="ArgumentException">The replacement does not fit the park's profiles.</exception>
    public static TimeGrid Create(Park park, TypicalDays? replacement = null)
    {
        if (replacement is not null && !CanReduce(park))
            throw new ArgumentException("A park with a series given per period has no hours to choose typical days from; give its profiles hourly.", nameof(replacement));

        var builder = new GridBuilder(park);
        if ((replacement ?? (park.Time.Periods.Count == 0 ? park.Time.TypicalDays : null)) is { } typicalDays)
            builder.AddTypicalDays(typicalDays);
        else if (park.Time.Periods.Count > 0)
            builder.AddExplicit(park.Time.Periods);
        else
            builder.AddByLongestProfile();

        return new TimeGrid(park, builder, isCalendar: replacement is null && park.Time is { Periods.Count: 0, TypicalDays: null });
    }

    /// <summary>Whether typical days can be chosen: every profile in use has a value per hour of the day or of the horizon.</summary>
    public static bool CanReduce(Park park)
    {
        var used = ProfileUse.UsedIds(park);
        return park.Profiles.Where(profile => used.Contains(profile.Id))
            .All(profile => profile.Values.Count == HoursPerDay || IsHourly(profile, park.Time.HorizonHours));
    }

    /// <summary>Values per step, <c>[period]</c>: the scalar times the profile's factors; owned by the caller.</summary>
    /// <param name="scalar">Value at factor 1.</param>
    /// <param name="profileId">Profile, or null for a constant.</param>
    /// <exception cref="KeyNotFoundException">The park has no such profile.</exception>
    /// <exception cref="ArgumentException">The profile's length is none of: number of steps, 24, hours of the horizon.</exception>
    public double[] Series(double scalar, string? profileId)
    {
        var series = new double[Periods.Count];
        if (profileId is null)
        {
            Array.Fill(series, scalar);
            return series;
        }

        var profile = _profiles[profileId];
        var factor = FactorBy(profile);
        for (var period = 0; period < series.Length; period++)
            series[period] = scalar * factor(period);
        return series;
    }

    /// <summary>Values per step, <c>[period]</c>, of a day that is the same all year: 24 hourly values.</summary>
    public double[] DaySeries(IReadOnlyList<double> hourly) =>
        [.. Periods.Select(period => new HourSpan(period.StartHour, period.DurationHours, 1, HoursPerDay).Mean(hourly))];

    /// <summary>Factors on a tariff's energy price, <c>[period]</c>: its profile, or its windows prorated over the step.</summary>
    /// <exception cref="KeyNotFoundException">The park has no such profile.</exception>
    public double[] TariffFactors(Tariff tariff)
    {
        if (tariff.EnergyProfileId is not null)
            return Series(1, tariff.EnergyProfileId);

        return [.. Periods.Select(period => _isCalendar
            ? _spans[period.Index].Mean(start => TariffClock.MeanFactor(tariff.Windows, start, period.DurationHours, _calendar.MonthOfHour))
            : TariffClock.MeanFactor(tariff.Windows, period.StartHour, period.DurationHours, _ => period.Month))];
    }

    private static bool IsHourly(Profile profile, double horizonHours) => profile.Values.Count == (int)Math.Round(horizonHours);

    private Func<int, double> FactorBy(Profile profile)
    {
        var values = profile.Values;
        if (values.Count == Periods.Count)
            return period => values[period];
        if (values.Count == HoursPerDay)
            return period => new HourSpan(Periods[period].StartHour, Periods[period].DurationHours, 1, HoursPerDay).Mean(values);
        if (IsHourly(profile, HorizonHours))
            return period => _spans[period].Mean(values);

        throw new ArgumentException(
            $"Profile '{profile.Id}' has {values.Count} values; {Periods.Count} (one a step), 24 or {HorizonHours:0} (hourly) fit.",
            nameof(profile));
    }
}
