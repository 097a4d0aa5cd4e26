using Symbiosis.Milp;

namespace Symbiosis.Cases.Tests;

/// <summary>Heat on offer or asked for between two shifted temperatures of a zone.</summary>
/// <param name="IsHot">On offer.</param>
/// <param name="HighCelsius">Upper shifted temperature.</param>
/// <param name="LowCelsius">Lower shifted temperature; equal: isothermal.</param>
/// <param name="HeatKw">Heat, where it is given.</param>
/// <param name="Flow">Heat, where it is chosen.</param>
internal sealed record TotalSiteSide(bool IsHot, double HighCelsius, double LowCelsius, double HeatKw, Variable? Flow)
{
    /// <summary>Share of the heat at or above a temperature, [0, 1].</summary>
    public double ShareAtOrAbove(double celsius) => IsIsothermal ? (HighCelsius >= celsius ? 1 : 0) : ShareOfRange(celsius);

    /// <summary>Share of the heat strictly above a temperature, [0, 1].</summary>
    public double ShareAbove(double celsius) => IsIsothermal ? (HighCelsius > celsius ? 1 : 0) : ShareOfRange(celsius);

    private bool IsIsothermal => HighCelsius <= LowCelsius;

    private double ShareOfRange(double celsius) => Math.Clamp((HighCelsius - celsius) / (HighCelsius - LowCelsius), 0, 1);
}
