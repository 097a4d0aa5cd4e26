namespace Symbiosis.Domain.Partners;

/// <summary>A figure with its range; low is never above typical, typical never above high.</summary>
/// <param name="Low">Low end.</param>
/// <param name="Typical">Most likely value.</param>
/// <param name="High">High end.</param>
public readonly record struct Estimate(double Low, double Typical, double High);
