namespace Symbiosis.Domain.Parks;

/// <summary>Green power bought beside the tariff.</summary>
public sealed record GreenPower
{
    /// <summary>Id, unique in the grid connection.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Price on top of the tariff's energy price, CNY/kWh.</summary>
    public required double PremiumCnyPerKwh { get; init; }

    /// <summary>Largest amount in the horizon, kWh. Default: no limit.</summary>
    public double? MaxKwh { get; init; }

    /// <summary>Only a certificate: it counts for the green share and leaves the CO2 of the grid unchanged.</summary>
    public bool CertificateOnly { get; init; }
}
