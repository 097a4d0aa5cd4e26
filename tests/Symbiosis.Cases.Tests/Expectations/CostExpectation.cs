namespace Symbiosis.Cases.Tests.Expectations;

/// <summary>What one part of the park costs.</summary>
/// <param name="FieldPath">Costs whose field path starts so add up.</param>
/// <param name="Cny">Their sum.</param>
/// <param name="ToleranceCny">Accepted deviation.</param>
public sealed record CostExpectation(string FieldPath, double Cny, double ToleranceCny);
