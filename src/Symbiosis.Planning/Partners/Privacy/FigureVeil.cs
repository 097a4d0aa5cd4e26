using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Time;

namespace Symbiosis.Planning.Partners.Privacy;

/// <summary>
/// Puts the middle of a range in place of a figure. The ranges are fixed beforehand and do not move with the figure, so that all figures in a range
/// give the same; repeated or shifted questions learn nothing about where in the range it lies.
/// </summary>
internal sealed class FigureVeil(TimeGrid grid)
{
    /// <summary>Width of the ranges of temperature, K.</summary>
    public const double StepK = 20;

    // Ranges are Spread squared wide and lie so that 1 is the middle of one: most factors that nobody set are 1.
    private static readonly double s_width = 2 * Math.Log(PlantVeil.Spread);

    /// <summary>What stands in place of where a veiled figure comes from.</summary>
    public static readonly IReadOnlyList<Provenance> Provenance = [new() { Quality = Quality.Estimate, Note = "Middle of the range that the plant shows." }];

    /// <summary>Middle of the range of an amount, price or factor; never further than <see cref="PlantVeil.Spread"/> off. Nothing stays nothing, and the sign stays.</summary>
    public static double Amount(double value) => value == 0 ? 0 : Math.Sign(value) * Math.Exp(s_width * Math.Round(Math.Log(Math.Abs(value)) / s_width));

    /// <summary>The same; absent stays absent.</summary>
    public static double? Amount(double? value) => value is { } given ? Amount(given) : null;

    /// <summary>The same for a share, which stays in [0, 1].</summary>
    public static double Share(double value) => Math.Clamp(Amount(value), 0, 1);

    /// <summary>The same; absent stays absent.</summary>
    public static double? Share(double? value) => value is { } given ? Share(given) : null;

    /// <summary>Middle of the range of a temperature, deg C; never further than half of <see cref="StepK"/> off.</summary>
    public static double Celsius(double value) => (Math.Floor(value / StepK) + 0.5) * StepK;

    /// <summary>The same; absent stays absent.</summary>
    public static double? Celsius(double? value) => value is { } given ? Celsius(given) : null;

    /// <summary>Range of an amount's mean over the year; when it is more and when less is not told.</summary>
    public double Mean(double value, string? profileId)
    {
        if (profileId is null)
            return Amount(value);

        var series = grid.Series(value, profileId);
        var sum = 0.0;
        for (var t = 0; t < series.Length; t++)
            sum += series[t] * grid.Periods[t].Hours;
        return Amount(sum / grid.Periods.Sum(period => period.Hours));
    }

    /// <summary>The same; absent stays absent.</summary>
    public double? Mean(double? value, string? profileId) => value is { } given ? Mean(given, profileId) : null;

    /// <summary>What something costs, as a straight line.</summary>
    public static Investment? Cost(Investment? investment)
    {
        if (investment is null)
            return null;

        // A law by points becomes one price for its largest size.
        var perKw = investment.Points.LastOrDefault() is { SizeKw: > 0 } last ? last.Cny / last.SizeKw : investment.CnyPerKw;
        return new Investment
        {
            FixedCny = Amount(investment.Points.Count > 0 ? 0 : investment.FixedCny),
            CnyPerKw = Amount(perKw),
            MaxSizeKw = Amount(investment.MaxSizeKw),
            Required = investment.Required,
            OmCnyPerKwYear = Amount(investment.OmCnyPerKwYear),
            CostIsYearly = investment.CostIsYearly,
            Provenance = Provenance,
        };
    }
}
