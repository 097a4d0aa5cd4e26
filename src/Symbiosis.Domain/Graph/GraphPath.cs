namespace Symbiosis.Domain.Graph;

/// <summary>A route: one node more than corridors, none of either twice.</summary>
/// <param name="NodeIds">Ids of the nodes, start and end included.</param>
/// <param name="CorridorIds">Ids of the corridors between them; empty where start and end are the same.</param>
/// <param name="Corridors">Indices of the corridors.</param>
/// <param name="LengthM">Length, m, whatever was minimised.</param>
public sealed record GraphPath(IReadOnlyList<string> NodeIds, IReadOnlyList<string> CorridorIds, IReadOnlyList<int> Corridors, double LengthM);
