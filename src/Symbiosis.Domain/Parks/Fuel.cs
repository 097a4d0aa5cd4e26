namespace Symbiosis.Domain.Parks;

/// <summary>A fuel.</summary>
public sealed record Fuel
{
    /// <summary>Id, unique in the park.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Name in Chinese.</summary>
    public string? NameZh { get; init; }

    /// <summary>Price, CNY/kWh of lower heating value.</summary>
    public required double PriceCnyPerKwh { get; init; }

    /// <summary>Profile of factors on the price.</summary>
    public string? PriceProfileId { get; init; }

    /// <summary>CO2, kg/kWh of lower heating value. Default 0.</summary>
    public double Co2KgPerKwh { get; init; }

    /// <summary>Standard coal, kgce/kWh of lower heating value. Default 0.1229.</summary>
    public double KgcePerKwh { get; init; } = 0.1229;

    /// <summary>Largest use in the horizon over the park, kWh. Default: no limit.</summary>
    public double? MaxKwh { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
