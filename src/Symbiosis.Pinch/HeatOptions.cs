namespace Symbiosis.Pinch;

/// <summary>What a target is computed with.</summary>
public sealed record HeatOptions
{
    /// <summary>Ambient temperature of the exergy account, deg C. Default 25.</summary>
    public double AmbientCelsius { get; init; } = 25;

    /// <summary>Share of the ideal power that turbines between levels reach, (0, 1]. Default 0.7.</summary>
    public double ExergyEfficiency { get; init; } = 0.7;

    /// <summary>Changes of the minimum approach between a hot and a cold stream for which the sensitivity is told, K.</summary>
    public IReadOnlyList<double> AddedApproachesK { get; init; } = [-10, -5, 0, 5, 10, 20];
}
