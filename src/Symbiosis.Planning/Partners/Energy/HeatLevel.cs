namespace Symbiosis.Planning.Partners.Energy;

/// <summary>Something that heats a plant's cold streams today.</summary>
/// <param name="TopCelsius">Highest shifted temperature it serves, deg C.</param>
/// <param name="Cost">What it costs.</param>
internal sealed record HeatLevel(double TopCelsius, UnitCost Cost);
