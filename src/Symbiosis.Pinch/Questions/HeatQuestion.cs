using Symbiosis.Domain.Parks;
using Symbiosis.Pinch.Drawing;
using Symbiosis.Pinch.Problems;

namespace Symbiosis.Pinch.Questions;

/// <summary>What targets are wanted of: plants of a park, or plants by themselves.</summary>
public sealed record HeatQuestion
{
    /// <summary>Id of the whole.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Name { get; init; }

    /// <summary>The park; absent where <see cref="Problems"/> are given.</summary>
    public Park? Park { get; init; }

    /// <summary>Plants by themselves; empty where a park is given.</summary>
    public IReadOnlyList<HeatProblem> Problems { get; init; } = [];

    /// <summary>Only these plants; empty: all.</summary>
    public IReadOnlyList<string> PlantIds { get; init; } = [];

    /// <summary>One minimum approach in place of the streams' own contributions, K; absent: their own.</summary>
    public double? MinimumApproachK { get; init; }

    /// <summary>Options.</summary>
    public HeatOptions Options { get; init; } = new();

    /// <summary>What to answer.</summary>
    public HeatParts Parts { get; init; } = HeatParts.Usual;

    /// <summary>Words of the charts.</summary>
    public ChartWords Words { get; init; } = ChartWords.English;

    /// <summary>Whether a part is wanted.</summary>
    public bool Wants(HeatParts part) => (Parts & part) == part;
}
