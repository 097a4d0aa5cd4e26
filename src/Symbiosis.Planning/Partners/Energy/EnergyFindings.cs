namespace Symbiosis.Planning.Partners.Energy;

/// <summary>What was found for a trade, one entry a plant.</summary>
/// <param name="Matches">Plants that pay, best first.</param>
/// <param name="Obstacles">Plants that do not or cannot, closest first.</param>
internal sealed record EnergyFindings(IReadOnlyList<(PlantEnergy Plant, PairMatch Match)> Matches, IReadOnlyList<(PlantEnergy Plant, EnergyObstacle Obstacle)> Obstacles);
