namespace Symbiosis.Planning.Partners.Energy;

/// <summary>What was found for a trade, one entry a plant.</summary>
/// <param name="Options">Plants that pay, best first.</param>
/// <param name="Obstacles">Plants that do not or cannot, closest first.</param>
/// <param name="First">Plant whose pipe others may share; null: none.</param>
/// <param name="Shared">Who would gain most by sharing it; null: nobody.</param>
internal sealed record EnergyFindings(
    IReadOnlyList<(PlantEnergy Plant, PairOption Option)> Options,
    IReadOnlyList<(PlantEnergy Plant, EnergyObstacle Obstacle)> Obstacles,
    PlantEnergy? First,
    (PlantEnergy Plant, PairOption Option)? Shared);
