namespace Symbiosis.Domain.Parks;

/// <summary>A bought input.</summary>
public sealed record Purchase
{
    /// <summary>Id, unique in the inlet.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Price delivered, CNY/t.</summary>
    public required double PriceCnyPerT { get; init; }

    /// <summary>Profile of factors on the price.</summary>
    public string? PriceProfileId { get; init; }

    /// <summary>CO2 of making and bringing it, kg/t. Default 0.</summary>
    public double Co2KgPerT { get; init; }

    /// <summary>Composition.</summary>
    public IReadOnlyList<Content> Composition { get; init; } = [];

    /// <summary>Largest flow, t/h. Default: no limit.</summary>
    public double? MaxTPerH { get; init; }
}
