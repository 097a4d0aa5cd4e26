namespace Symbiosis.Domain.Parks;

/// <summary>A carrier that can be bought from outside the park.</summary>
public sealed record CarrierSupply
{
    /// <summary>Id, unique in the plant.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>The carrier.</summary>
    public required string CarrierId { get; init; }

    /// <summary>Largest flow, kW, of what stands today. Default: no limit where no investment is given, else 0.</summary>
    public double? MaxKw { get; init; }

    /// <summary>Profile of factors on the largest flow.</summary>
    public string? AvailabilityProfileId { get; init; }

    /// <summary>Cost of capacity.</summary>
    public Investment? Investment { get; init; }

    /// <summary>Price, CNY/kWh. Default 0.</summary>
    public double PriceCnyPerKwh { get; init; }

    /// <summary>Profile of factors on the price.</summary>
    public string? PriceProfileId { get; init; }

    /// <summary>CO2, kg/kWh. Default 0.</summary>
    public double Co2KgPerKwh { get; init; }

    /// <summary>All of the available flow must be taken.</summary>
    public bool MustTake { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
