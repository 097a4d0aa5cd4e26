namespace Symbiosis.Pinch.Cascading;

/// <summary>Temperatures at which no heat flows down the cascade.</summary>
/// <param name="UpperCelsius">Upper shifted temperature, deg C.</param>
/// <param name="LowerCelsius">Lower shifted temperature, deg C; below the upper one where the pinch spans a range.</param>
/// <param name="Kind">Where it lies.</param>
public sealed record Pinch(double UpperCelsius, double LowerCelsius, PinchKind Kind)
{
    /// <summary>Whether it spans a range of temperatures.</summary>
    public bool IsSpan => UpperCelsius > LowerCelsius;
}
