namespace Symbiosis.Cases.Tests.Expectations;

/// <summary>One quantity of the operation, kW or kWh.</summary>
/// <param name="Plant">Plant it belongs to.</param>
/// <param name="Quantity">Its name in the plan, for example <c>level:tank</c>.</param>
/// <param name="Values"><c>[period]</c>; levels of storages are those at the end of a period.</param>
/// <param name="Tolerance">Same unit.</param>
public sealed record SeriesExpectation(string Plant, string Quantity, double[] Values, double Tolerance);
