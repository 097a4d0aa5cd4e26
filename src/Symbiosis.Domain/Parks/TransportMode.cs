namespace Symbiosis.Domain.Parks;

/// <summary>A way to move materials over the corridors.</summary>
public sealed record TransportMode
{
    /// <summary>Id, unique in the park.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>How it moves.</summary>
    public required TransportKind Kind { get; init; }

    /// <summary>Materials it can move; empty: all that its hazard classes allow.</summary>
    public IReadOnlyList<string> MaterialIds { get; init; } = [];

    /// <summary>Hazard classes it is licensed for; none, general waste and unspecified are always allowed.</summary>
    public IReadOnlyList<HazardClass> LicensedHazards { get; init; } = [];

    /// <summary>Cost, CNY/(t km). Default 0.</summary>
    public double CnyPerTKm { get; init; }

    /// <summary>Loading and unloading, CNY/t. Default 0.</summary>
    public double CnyPerT { get; init; }

    /// <summary>CO2, kg/(t km). Default 0.</summary>
    public double Co2KgPerTKm { get; init; }

    /// <summary>Longest route, km. Default: no limit.</summary>
    public double? MaxDistanceKm { get; init; }

    /// <summary>Electricity, kWh/(t km), at the network's pumping price. Default 0.</summary>
    public double PowerKwhPerTKm { get; init; }

    /// <summary>Investment per metre of route for a link between one donor and one receiver, CNY/m. Default 0.</summary>
    public double LinkCnyPerM { get; init; }

    /// <summary>Investment for such a link whatever its length, CNY. Default 0.</summary>
    public double LinkFixedCny { get; init; }

    /// <summary>Capacity of such a link, t/h. Default: no limit.</summary>
    public double? LinkCapacityTPerH { get; init; }

    /// <summary>Lifetime of such a link, years. Default: the economics' default lifetime.</summary>
    public double? LifetimeYears { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
