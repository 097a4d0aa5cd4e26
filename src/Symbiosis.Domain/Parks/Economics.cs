namespace Symbiosis.Domain.Parks;

/// <summary>Rates and lifetimes.</summary>
public sealed record Economics
{
    /// <summary>Interest rate of annuities, 1/a. Default 0.08.</summary>
    public double DiscountRate { get; init; } = 0.08;

    /// <summary>Lifetime where none is given, years. Default 20.</summary>
    public double DefaultLifetimeYears { get; init; } = 20;

    /// <summary>Operation and maintenance per year as a share of investment where none is given. Default 0.</summary>
    public double OmFraction { get; init; }

    /// <summary>Year that prices hold for.</summary>
    public int? PriceYear { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
