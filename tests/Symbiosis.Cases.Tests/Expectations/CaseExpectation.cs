namespace Symbiosis.Cases.Tests.Expectations;

/// <summary>What a plan of one published case must show; one entry of <c>expectations.json</c>.</summary>
public sealed record CaseExpectation
{
    /// <summary>File in <c>parks</c>.</summary>
    public required string Park { get; init; }

    /// <summary>The published problem, by its name in the collection of cases.</summary>
    public required string Case { get; init; }

    /// <summary>What was published, in its own units; for people.</summary>
    public required string Published { get; init; }

    /// <summary>Total cost, CNY; <c>null</c> where only a range is published.</summary>
    public double? CostCny { get; init; }

    /// <summary>Lowest and highest cost, CNY, both inclusive; <c>null</c> where one cost is published.</summary>
    public double[]? BetweenCny { get; init; }

    /// <summary>Tolerance on the cost as a share of it; added to <see cref="AbsoluteToleranceCny"/>.</summary>
    public required double RelativeTolerance { get; init; }

    /// <summary>Tolerance on the cost, CNY; not below half a cent, the resolution of a plan's money.</summary>
    public required double AbsoluteToleranceCny { get; init; }

    /// <summary>New sizes.</summary>
    public SizeExpectation[] Sizes { get; init; } = [];

    /// <summary>Operation, period by period.</summary>
    public SeriesExpectation[] Series { get; init; } = [];

    /// <summary>Energies over the horizon.</summary>
    public EnergyExpectation[] Energies { get; init; } = [];

    /// <summary>Largest values.</summary>
    public PeakExpectation[] Peaks { get; init; } = [];

    /// <summary>Single costs.</summary>
    public CostExpectation[] Costs { get; init; } = [];
}
