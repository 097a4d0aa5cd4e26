namespace Symbiosis.Planning.Partners.Routing;

/// <summary>What a corridor is to one kind of traffic.</summary>
/// <param name="Weight">What the search minimises, at least 0.</param>
/// <param name="LengthM">Length, m.</param>
/// <param name="CostLengthM">Length times the corridor's cost factor where something new must be laid, m; 0 where it lies already.</param>
/// <param name="FixedFactor">Cost factor of what is laid whatever the length; 0 where it lies already.</param>
/// <param name="TrenchCny">Civil works of laying something new, CNY.</param>
/// <param name="Sizes">Bit i: size i of the carrier may be laid, or lies there.</param>
/// <param name="ExistingKw">Capacity that lies there already, kW; infinite where nothing needs to be laid.</param>
internal sealed record RouteLeg(double Weight, double LengthM, double CostLengthM, double FixedFactor, double TrenchCny, ulong Sizes, double ExistingKw)
{
    /// <summary>A leg of a road: nothing is laid.</summary>
    public static RouteLeg Road(double lengthM) => new(lengthM, lengthM, 0, 0, 0, ulong.MaxValue, double.PositiveInfinity);
}
