namespace Symbiosis.Planning.Reading;

/// <summary>Average unit costs of a plant.</summary>
/// <param name="HeatCnyPerKwh">Heat from its hot utilities, CNY/kWh.</param>
/// <param name="HeatTPerKwh">CO2 of that heat, t/kWh.</param>
/// <param name="CoolingCnyPerKwh">Cooling, CNY/kWh.</param>
/// <param name="PowerCnyPerKwh">Power, energy price only, CNY/kWh.</param>
/// <param name="PowerTPerKwh">CO2 of that power, t/kWh.</param>
internal sealed record UnitPrices(double HeatCnyPerKwh, double HeatTPerKwh, double CoolingCnyPerKwh, double PowerCnyPerKwh, double PowerTPerKwh);
