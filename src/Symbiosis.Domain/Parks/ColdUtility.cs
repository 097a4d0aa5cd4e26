namespace Symbiosis.Domain.Parks;

/// <summary>A cold utility that takes heat from the plant's streams: cooling water, air, chilled water.</summary>
public sealed record ColdUtility
{
    /// <summary>Id, unique in the plant.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Temperature at which it starts to take heat, deg C.</summary>
    public required double SupplyCelsius { get; init; }

    /// <summary>Temperature at which it ends, deg C. Default: supply_celsius (isothermal).</summary>
    public double? TargetCelsius { get; init; }

    /// <summary>Contribution to the minimum approach temperature, K. Default 0.</summary>
    public double ApproachK { get; init; }

    /// <summary>Largest heat flow, kW. Default: no limit.</summary>
    public double? CapacityKw { get; init; }

    /// <summary>Cost, CNY/kWh of heat taken. Default 0.</summary>
    public double PriceCnyPerKwh { get; init; }

    /// <summary>Electricity used, kW per kW of heat taken, from the plant's balance. Default 0.</summary>
    public double PowerKwPerKw { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
