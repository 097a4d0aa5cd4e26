namespace Symbiosis.Domain.Partners;

/// <summary>Something between the two ends of a match, or a second taker beside it.</summary>
public sealed record ChainStep
{
    /// <summary>What it is.</summary>
    public ChainKind Kind { get; init; }

    /// <summary>Plant it stands in.</summary>
    public string? PlantId { get; init; }

    /// <summary>Converter or technology.</summary>
    public string? ElementId { get; init; }

    /// <summary>What it passes on or a second taker takes, kWh/a (t/a).</summary>
    public double? Amount { get; init; }

    /// <summary>What it adds to the yearly gain, CNY/a; absent where it is part of the match itself.</summary>
    public double? YearlyGainCny { get; init; }

    /// <summary>The whole in a sentence.</summary>
    public string Sentence { get; init; } = "";
}
