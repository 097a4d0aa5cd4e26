namespace Symbiosis.Domain.Parks;

/// <summary>
/// A size in which a carrier's pipe or cable can be laid: discrete (capacity_kw) or continuous (cny_per_kw terms
/// up to capacity_kw).
/// </summary>
public sealed record LinkSize
{
    /// <summary>Id, unique in the park.</summary>
    public required string Id { get; init; }

    /// <summary>The carrier it is for.</summary>
    public required string CarrierId { get; init; }

    /// <summary>Name for people, for example "DN300".</summary>
    public string? Name { get; init; }

    /// <summary>Largest flow, kW.</summary>
    public required double CapacityKw { get; init; }

    /// <summary>Cost per metre when laid, CNY/m (times the corridor's cost factor), without civil works. Default 0.</summary>
    public double CnyPerM { get; init; }

    /// <summary>Cost when laid, CNY (times the corridor's cost factor), whatever the length. Default 0.</summary>
    public double FixedCny { get; init; }

    /// <summary>Cost per kW of chosen capacity, CNY/kW; makes the size continuous. Default 0.</summary>
    public double CnyPerKw { get; init; }

    /// <summary>Cost per kW of chosen capacity and metre, CNY/(kW m); makes the size continuous. Default 0.</summary>
    public double CnyPerKwM { get; init; }

    /// <summary>Heat lost whenever it lies there, W/m. Default 0.</summary>
    public double LossWPerM { get; init; }

    /// <summary>Share of the entering flow lost per km, [0, 1]. Default 0.</summary>
    public double LossPerKm { get; init; }

    /// <summary>Share of the entering flow lost on the link whatever its length, [0, 1]. Default 0.</summary>
    public double LossFraction { get; init; }

    /// <summary>
    /// Pumping power, kW of electricity per kW of flow and km; paid at the network's pumping price. Default 0.
    /// </summary>
    public double PumpingKwPerKwKm { get; init; }

    /// <summary>Cost of the flow itself, CNY/kWh entering the link. Default 0.</summary>
    public double FlowCnyPerKwh { get; init; }

    /// <summary>Lifetime, years. Default: the economics' default lifetime.</summary>
    public double? LifetimeYears { get; init; }

    /// <summary>The costs above are already yearly (no annuity is taken).</summary>
    public bool CostIsYearly { get; init; }

    /// <summary>
    /// Operation and maintenance per year, as a share of the investment. Default: the economics' om_fraction.
    /// </summary>
    public double? OmFraction { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
