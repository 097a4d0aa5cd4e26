namespace Symbiosis.Domain.Parks;

/// <summary>A plant's connection to the public grid.</summary>
public sealed record GridConnection
{
    /// <summary>Id, unique in the plant.</summary>
    public required string Id { get; init; }

    /// <summary>The electricity carrier.</summary>
    public required string CarrierId { get; init; }

    /// <summary>Tariff of what is drawn.</summary>
    public required string TariffId { get; init; }

    /// <summary>Largest draw, kW. Default: no limit.</summary>
    public double? MaxImportKw { get; init; }

    /// <summary>Largest feed-in, kW. Default 0.</summary>
    public double MaxExportKw { get; init; }

    /// <summary>Price of fed-in power, CNY/kWh. Default 0.</summary>
    public double ExportCnyPerKwh { get; init; }

    /// <summary>Profile of factors on the feed-in price.</summary>
    public string? ExportProfileId { get; init; }

    /// <summary>Green-power products that can be bought through it.</summary>
    public IReadOnlyList<GreenPower> GreenPower { get; init; } = [];

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
