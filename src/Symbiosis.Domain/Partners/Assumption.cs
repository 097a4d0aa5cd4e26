using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Partners;

/// <summary>A figure that every answer of this kind rests on.</summary>
public sealed record Assumption
{
    /// <summary>What it is, for example "investment_range".</summary>
    public required string Name { get; init; }

    /// <summary>Value and range.</summary>
    public Estimate Value { get; init; }

    /// <summary>Unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How much it can be trusted.</summary>
    public Quality Quality { get; init; }

    /// <summary>Where it comes from.</summary>
    public string Note { get; init; } = "";
}
