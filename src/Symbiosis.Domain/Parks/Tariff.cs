namespace Symbiosis.Domain.Parks;

/// <summary>A retail tariff.</summary>
public sealed record Tariff
{
    /// <summary>Id, unique in the park.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Energy price, CNY/kWh, including network fees; windows multiply it.</summary>
    public required double EnergyCnyPerKwh { get; init; }

    /// <summary>Profile of factors on the energy price, instead of windows.</summary>
    public string? EnergyProfileId { get; init; }

    /// <summary>Time-of-use windows; hours in no window have factor 1.</summary>
    public IReadOnlyList<TariffWindow> Windows { get; init; } = [];

    /// <summary>Price of the month's largest quarter of power drawn, CNY/(kW month). Default 0.</summary>
    public double DemandCnyPerKwMonth { get; init; }

    /// <summary>Cost of the connection by its largest draw in the horizon (kW).</summary>
    public Investment? CapacityInvestment { get; init; }

    /// <summary>Surcharge steps on the energy drawn in the horizon, rising.</summary>
    public IReadOnlyList<TariffTier> Tiers { get; init; } = [];

    /// <summary>CO2 of grid power, kg/kWh (location based). Default 0.</summary>
    public double Co2KgPerKwh { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
