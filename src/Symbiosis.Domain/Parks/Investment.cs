namespace Symbiosis.Domain.Parks;

/// <summary>
/// Cost law of something that can be bought. The size's unit is that of the thing bought (kW, kWh, t, t/h).
/// </summary>
public sealed record Investment
{
    /// <summary>Cost once when built at all, CNY. Default 0.</summary>
    public double FixedCny { get; init; }

    /// <summary>Cost per unit of size, CNY/kW (CNY/kWh for stored energy, CNY/(t/h) for material). Default 0.</summary>
    public double CnyPerKw { get; init; }

    /// <summary>Smallest size if built. Default 0.</summary>
    public double MinSizeKw { get; init; }

    /// <summary>Largest size. Default: what the data of the park can use.</summary>
    public double? MaxSizeKw { get; init; }

    /// <summary>
    /// Piecewise linear cost: points of size and total cost, increasing; replaces fixed_cny and cny_per_kw.
    /// </summary>
    public IReadOnlyList<CostPoint> Points { get; init; } = [];

    /// <summary>Size of one module; only whole modules are bought.</summary>
    public double? ModuleKw { get; init; }

    /// <summary>Must be built (at least min_size_kw).</summary>
    public bool Required { get; init; }

    /// <summary>Lifetime, years. Default: the economics' default lifetime.</summary>
    public double? LifetimeYears { get; init; }

    /// <summary>
    /// Operation and maintenance per year, as a share of the investment. Default: the economics' om_fraction.
    /// </summary>
    public double? OmFraction { get; init; }

    /// <summary>Operation and maintenance per year and unit of size, CNY/(kW a). Default 0.</summary>
    public double OmCnyPerKwYear { get; init; }

    /// <summary>Interest rate where it differs from the economics' rate, 1/a.</summary>
    public double? DiscountRate { get; init; }

    /// <summary>The costs are already yearly (no annuity is taken).</summary>
    public bool CostIsYearly { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
