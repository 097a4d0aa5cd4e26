using Symbiosis.Pinch.Problems;

namespace Symbiosis.Pinch.Utilities;

/// <summary>What one level does at the target.</summary>
/// <param name="Level">The level.</param>
/// <param name="HeatKw">Heat it gives to the streams, kW.</param>
/// <param name="CoolingKw">Heat it takes from the streams, kW: cooling, or generation of a level that can do both.</param>
public sealed record UtilityLoad(UtilityLevel Level, double HeatKw, double CoolingKw);
