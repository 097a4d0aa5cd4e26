namespace Symbiosis.Cases.Tests.Expectations;

/// <summary>Energy of some quantities together over the horizon.</summary>
/// <param name="Plant">Plant they belong to; <c>null</c> for all.</param>
/// <param name="Quantities">Names in the plan; they add up.</param>
/// <param name="Kwh">Their energy.</param>
/// <param name="ToleranceKwh">Accepted deviation.</param>
public sealed record EnergyExpectation(string? Plant, string[] Quantities, double Kwh, double ToleranceKwh);
