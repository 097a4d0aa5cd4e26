namespace Symbiosis.Domain.Parks;

/// <summary>Share of a component in a material.</summary>
public sealed record Content
{
    /// <summary>Component, for example "Cu", "SO3", "moisture".</summary>
    public required string Component { get; init; }

    /// <summary>Share by mass, [0, 1].</summary>
    public required double Fraction { get; init; }
}
