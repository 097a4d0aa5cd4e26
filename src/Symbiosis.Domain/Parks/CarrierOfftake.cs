namespace Symbiosis.Domain.Parks;

/// <summary>A carrier that can be given away or sold outside the park.</summary>
public sealed record CarrierOfftake
{
    /// <summary>Id, unique in the plant.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>The carrier.</summary>
    public required string CarrierId { get; init; }

    /// <summary>Largest flow, kW. Default: no limit.</summary>
    public double? MaxKw { get; init; }

    /// <summary>Profile of factors on the largest flow.</summary>
    public string? AvailabilityProfileId { get; init; }

    /// <summary>Price received, CNY/kWh (0: a flare or a vent). Default 0.</summary>
    public double PriceCnyPerKwh { get; init; }

    /// <summary>Profile of factors on the price.</summary>
    public string? PriceProfileId { get; init; }

    /// <summary>CO2 released, kg/kWh (a flare). Default 0.</summary>
    public double Co2KgPerKwh { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
