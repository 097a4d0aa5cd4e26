namespace Symbiosis.Pinch.Curves;

/// <summary>A point of a curve; points follow each other along the curve and are joined by straight lines.</summary>
/// <param name="HeatKw">Heat, kW.</param>
/// <param name="Celsius">Temperature, deg C; which scale, says the curve.</param>
public readonly record struct CurvePoint(double HeatKw, double Celsius);
