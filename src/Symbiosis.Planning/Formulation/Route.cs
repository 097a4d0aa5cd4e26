namespace Symbiosis.Planning.Formulation;

/// <summary>A way through the corridors.</summary>
/// <param name="LengthM">Length, m.</param>
/// <param name="NodeIds">Nodes passed, both ends included.</param>
/// <param name="CorridorIds">Corridors passed, in that order.</param>
internal sealed record Route(double LengthM, IReadOnlyList<string> NodeIds, IReadOnlyList<string> CorridorIds);
