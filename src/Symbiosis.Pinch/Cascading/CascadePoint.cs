namespace Symbiosis.Pinch.Cascading;

/// <summary>What flows down the cascade at one temperature.</summary>
/// <param name="Celsius">Shifted temperature, deg C.</param>
/// <param name="AboveKw">Heat arriving from above, kW.</param>
/// <param name="BelowKw">Heat going on below, kW: with what condenses and without what evaporates exactly here.</param>
public readonly record struct CascadePoint(double Celsius, double AboveKw, double BelowKw);
