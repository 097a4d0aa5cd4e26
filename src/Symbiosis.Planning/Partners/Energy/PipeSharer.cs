namespace Symbiosis.Planning.Partners.Energy;

/// <summary>A plant that gains by sharing another's pipe.</summary>
/// <param name="Plant">The plant.</param>
/// <param name="Option">How it is coupled, and what it adds.</param>
/// <param name="First">Plant whose pipe it shares.</param>
internal sealed record PipeSharer(PlantEnergy Plant, PairOption Option, PlantEnergy First);
