namespace Symbiosis.Planning.Partners.Energy;

/// <summary>What was found for a trade, one entry a plant.</summary>
/// <param name="Options">Plants that pay, best first.</param>
/// <param name="Obstacles">Plants that do not or cannot, closest first.</param>
/// <param name="Sharers">Plants that gain by sharing the pipe of one that pays.</param>
internal sealed record EnergyFindings(
    IReadOnlyList<(PlantEnergy Plant, PairOption Option)> Options, IReadOnlyList<(PlantEnergy Plant, EnergyObstacle Obstacle)> Obstacles, IReadOnlyList<PipeSharer> Sharers);
