using Symbiosis.Planning.Partners.Indexing;

namespace Symbiosis.Planning.Partners.Subjects;

/// <summary>How much of what is asked about flows when. It stands in one park's steps and is carried over to other parks' by the hour of the day.</summary>
internal sealed class SubjectFlow
{
    private const int HoursPerDay = 24;
    private readonly IndexedPark? home;
    private readonly double[] perPeriod = [];
    private readonly double[] dayShape;

    /// <summary>A flow over a park's periods.</summary>
    public SubjectFlow(IndexedPark home, double[] perPeriod)
    {
        this.home = home;
        this.perPeriod = perPeriod;
        dayShape = MeanDay(home, perPeriod);
    }

    /// <summary>A flow of a size with 24 factors over the day.</summary>
    public SubjectFlow(double size, IReadOnlyList<double> dayFactors) => dayShape = [.. dayFactors.Select(factor => factor * size)];

    /// <summary>Flow in a park's periods, kW or t/h, [period].</summary>
    public double[] On(IndexedPark park) => park == home ? perPeriod : park.Grid.DaySeries(dayShape);

    private static double[] MeanDay(IndexedPark park, double[] values)
    {
        var (sum, hours) = (new double[HoursPerDay], new double[HoursPerDay]);
        for (var t = 0; t < values.Length; t++)
        {
            var period = park.Grid.Periods[t];
            var steps = Math.Max(1, (int)Math.Round(period.DurationHours));
            for (var step = 0; step < steps; step++)
            {
                var hour = (int)(period.StartHour + step) % HoursPerDay;
                sum[hour] += values[t] * park.Hours[t] / steps;
                hours[hour] += park.Hours[t] / steps;
            }
        }

        return [.. sum.Select((value, hour) => hours[hour] > 0 ? value / hours[hour] : 0)];
    }
}
