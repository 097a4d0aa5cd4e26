using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Time;

namespace Symbiosis.Planning.Formulation;

/// <summary>
/// The periods a model is built on: those of the grid, or groups of them averaged. Averaging keeps every feasible operation of the grid
/// feasible at the same cost as long as prices agree within a group, so a grouped model's dual bound holds for the grid.
/// </summary>
internal sealed class Horizon
{
    private readonly TimeGrid grid;
    private readonly int[][]? groups;

    private Horizon(TimeGrid grid, int[][]? groups)
    {
        this.grid = grid;
        this.groups = groups;
        Hours = groups is null
            ? [.. grid.Periods.Select(period => period.Hours)]
            : [.. groups.Select(group => group.Sum(t => grid.Periods[t].Hours))];
    }

    /// <summary>Number of periods.</summary>
    public int Count => Hours.Length;

    /// <summary>Whether periods are averages of several, so that what passes from one to the next is lost.</summary>
    public bool IsAveraged => groups is not null;

    /// <summary>Hours of the horizon that each period stands for.</summary>
    public double[] Hours { get; }

    /// <summary>Hours in the horizon.</summary>
    public double HorizonHours => grid.HorizonHours;

    /// <summary>Part of a year's annuities and yearly costs that the horizon bears.</summary>
    public double YearlyChargeFactor => grid.YearlyChargeFactor;

    /// <summary>The grid beneath.</summary>
    public TimeGrid Grid => grid;

    /// <summary>Every period of a grid.</summary>
    public static Horizon Of(TimeGrid grid) => new(grid, null);

    /// <summary>Averages of groups of a grid's periods.</summary>
    public static Horizon Averaged(TimeGrid grid, int[][] groups) => new(grid, groups);

    /// <summary>A scalar times a profile, per period.</summary>
    public double[] Series(double scalar, string? profileId) => Average(grid.Series(scalar, profileId));

    /// <summary>Factors of a tariff's energy price, per period.</summary>
    public double[] TariffFactors(Tariff tariff) => Average(grid.TariffFactors(tariff));

    /// <summary>Month of a period, 1 to 12.</summary>
    public int Month(int t) => grid.Periods[groups is null ? t : groups[t][0]].Month;

    /// <summary>Mean over each group, weighted by hours.</summary>
    public double[] Average(double[] values)
    {
        if (groups is null)
            return values;

        var means = new double[groups.Length];
        for (var g = 0; g < groups.Length; g++)
        {
            var hours = 0.0;
            foreach (var t in groups[g])
            {
                means[g] += values[t] * grid.Periods[t].Hours;
                hours += grid.Periods[t].Hours;
            }

            means[g] = hours > 0 ? means[g] / hours : values[groups[g][0]];
        }

        return means;
    }
}
