using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>What is laid along a way for one design capacity: in each corridor the smallest allowed size that carries it, else the largest.</summary>
/// <param name="CapacityKw">Most that passes all of it, kW.</param>
/// <param name="MainSize">Size of the longest part; null: nothing is laid.</param>
/// <param name="KeptShare">Share of the entering flow that is not lost in proportion to the flow.</param>
/// <param name="LossKw">Heat lost whatever flows, kW.</param>
/// <param name="PumpingKwhPerKwh">Pumping power per kWh entering.</param>
/// <param name="FlowCnyPerKwh">Cost of the flow itself per kWh entering, CNY/kWh.</param>
/// <param name="Pieces">Sizes with the length times cost factor, m, and the sum of cost factors, in which each is laid.</param>
/// <param name="TrenchCny">Civil works, CNY.</param>
internal sealed record LinkPlan(
    double CapacityKw,
    LinkSize? MainSize,
    double KeptShare,
    double LossKw,
    double PumpingKwhPerKwh,
    double FlowCnyPerKwh,
    IReadOnlyList<(LinkSize Size, double CostLengthM, double Factor)> Pieces,
    double TrenchCny)
{
    /// <summary>Nothing between the two ends.</summary>
    public static readonly LinkPlan None = new(double.PositiveInfinity, null, 1, 0, 0, 0, [], 0);
}
