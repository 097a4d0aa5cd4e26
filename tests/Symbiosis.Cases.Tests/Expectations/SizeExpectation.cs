namespace Symbiosis.Cases.Tests.Expectations;

/// <summary>New size of one piece of equipment, kW or kWh.</summary>
/// <param name="Plant">Plant that buys it.</param>
/// <param name="Element">Its <c>element_id</c> in the plan; absent from the plan means that nothing is bought.</param>
/// <param name="NewSize">Size bought.</param>
/// <param name="Tolerance">Same unit.</param>
public sealed record SizeExpectation(string Plant, string Element, double NewSize, double Tolerance);
