namespace Symbiosis.Planning.Partners.Energy;

/// <summary>What a kWh costs in each step, and its CO2.</summary>
/// <param name="CnyPerKwh">Cost with the carbon price, CNY/kWh, [period].</param>
/// <param name="Co2KgPerKwh">CO2, kg/kWh.</param>
/// <param name="CapacityKw">Most there is, kW, [period]; infinite where nothing limits it.</param>
internal sealed record UnitCost(double[] CnyPerKwh, double Co2KgPerKwh, double[] CapacityKw);
