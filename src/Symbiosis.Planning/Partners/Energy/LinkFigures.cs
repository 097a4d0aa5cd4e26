namespace Symbiosis.Planning.Partners.Energy;

/// <summary>What a way asks of a pair for one design capacity, all that its gain depends on.</summary>
/// <param name="CapacityKw">Most that passes all of it, kW.</param>
/// <param name="KeptShare">Share of the entering flow that is not lost in proportion to the flow.</param>
/// <param name="LossKw">Heat lost whatever flows, kW.</param>
/// <param name="PumpingKwhPerKwh">Pumping power per kWh entering.</param>
/// <param name="FlowCnyPerKwh">Cost of the flow itself per kWh entering, CNY/kWh.</param>
/// <param name="YearlyCny">Annuities, operation and maintenance of pipes and civil works, CNY/a.</param>
/// <param name="YearlyCnyPerKw">The same by the largest flow, where the capacity itself is chosen, CNY/(kW a).</param>
internal readonly record struct LinkFigures(
    double CapacityKw, double KeptShare, double LossKw, double PumpingKwhPerKwh, double FlowCnyPerKwh, double YearlyCny, double YearlyCnyPerKw)
{
    /// <summary>Nothing between the two ends.</summary>
    public static readonly LinkFigures None = new(double.PositiveInfinity, 1, 0, 0, 0, 0, 0);

    /// <summary>Nothing passes.</summary>
    public static readonly LinkFigures Barred = None with { CapacityKw = 0 };

    /// <summary>This way and a further part of it.</summary>
    public LinkFigures Then(in LinkFigures next) => new(
        Math.Min(CapacityKw, next.CapacityKw),
        KeptShare * next.KeptShare,
        LossKw + next.LossKw,
        PumpingKwhPerKwh + next.PumpingKwhPerKwh,
        FlowCnyPerKwh + next.FlowCnyPerKwh,
        YearlyCny + next.YearlyCny,
        YearlyCnyPerKw + next.YearlyCnyPerKw);
}
