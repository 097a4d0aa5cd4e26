namespace Symbiosis.Pinch.Cascading;

/// <summary>Heat spread evenly between two temperatures of whatever scale; all at one where they are equal.</summary>
/// <param name="HighCelsius">Upper temperature, deg C.</param>
/// <param name="LowCelsius">Lower temperature, deg C.</param>
/// <param name="HeatKw">Heat, kW; negative where it is needed.</param>
internal readonly record struct HeatSpan(double HighCelsius, double LowCelsius, double HeatKw);
