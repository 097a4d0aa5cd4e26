namespace Symbiosis.Cases.Tests.Expectations;

/// <summary>Largest value of one quantity over the periods, kW.</summary>
/// <param name="Plant">Plant it belongs to.</param>
/// <param name="Quantity">Its name in the plan.</param>
/// <param name="Value">Largest value.</param>
/// <param name="Tolerance">Same unit.</param>
public sealed record PeakExpectation(string Plant, string Quantity, double Value, double Tolerance);
