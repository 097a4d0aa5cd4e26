namespace Symbiosis.Pinch.Problems;

/// <summary>The streams that may exchange heat with each other, and the utilities at hand: one plant.</summary>
public sealed record HeatProblem
{
    /// <summary>Id of the plant.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Streams.</summary>
    public IReadOnlyList<ProcessStream> Streams { get; init; } = [];

    /// <summary>Utilities. Where none can heat (or cool) though it is needed, one that is hot (cold) enough is assumed.</summary>
    public IReadOnlyList<UtilityLevel> Utilities { get; init; } = [];

    /// <summary>The same with one minimum approach for all streams: each contributes half of it.</summary>
    /// <param name="minimumApproachK">Least difference between a hot and a cold stream, K, at least 0.</param>
    public HeatProblem WithApproach(double minimumApproachK) => this with
    {
        Streams = [.. Streams.Select(stream => stream with { ApproachK = minimumApproachK / 2 })],
    };

    /// <summary>The same with every stream's contribution changed by half of an amount, but not below 0.</summary>
    /// <param name="addedK">Change of the least difference between a hot and a cold stream, K.</param>
    public HeatProblem WithAddedApproach(double addedK) => this with
    {
        Streams = [.. Streams.Select(stream => stream with { ApproachK = Math.Max(0, stream.ApproachK + addedK / 2) })],
    };
}
