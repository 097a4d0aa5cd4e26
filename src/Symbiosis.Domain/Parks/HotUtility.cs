namespace Symbiosis.Domain.Parks;

/// <summary>A hot utility that heats the plant's own streams: boiler, furnace, heater.</summary>
public sealed record HotUtility
{
    /// <summary>Id, unique in the plant.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Temperature at which it starts to give heat, deg C.</summary>
    public required double SupplyCelsius { get; init; }

    /// <summary>Temperature at which it ends, deg C. Default: supply_celsius (isothermal).</summary>
    public double? TargetCelsius { get; init; }

    /// <summary>Contribution to the minimum approach temperature, K. Default 0.</summary>
    public double ApproachK { get; init; }

    /// <summary>Fuel burnt; absent: the heat has a price of its own.</summary>
    public string? FuelId { get; init; }

    /// <summary>Heat given per fuel or power burnt, (0, 10]. Default 1.</summary>
    public double Efficiency { get; init; } = 1;

    /// <summary>
    /// Carrier taken from the plant's own balance instead of a fuel (an electric boiler takes electricity).
    /// </summary>
    public string? CarrierId { get; init; }

    /// <summary>Largest heat flow, kW. Default: no limit.</summary>
    public double? CapacityKw { get; init; }

    /// <summary>Share of the capacity below which it cannot run, [0, 1]. Default 0.</summary>
    public double MinLoadFraction { get; init; }

    /// <summary>Cost of the heat besides fuel, CNY/kWh. Default 0.</summary>
    public double PriceCnyPerKwh { get; init; }

    /// <summary>Profile of factors on price_cny_per_kwh.</summary>
    public string? PriceProfileId { get; init; }

    /// <summary>CO2 besides the fuel's, kg/kWh of heat. Default 0.</summary>
    public double Co2KgPerKwh { get; init; }

    /// <summary>Profile of factors on the capacity.</summary>
    public string? AvailabilityProfileId { get; init; }

    /// <summary>First year in which it stands. Default: always.</summary>
    public int? FirstYear { get; init; }

    /// <summary>Last year in which it stands. Default: always.</summary>
    public int? LastYear { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
