namespace Symbiosis.Domain.Parks;

/// <summary>
/// Any technology that takes and gives heat, carriers, materials and fuels in given ratios to its activity. The
/// activity is the flow of the reference port, and the size is measured on it.
/// </summary>
public sealed record Converter
{
    /// <summary>Id, unique in the plant.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Name in Chinese.</summary>
    public string? NameZh { get; init; }

    /// <summary>Technology in the catalogue.</summary>
    public string? TechnologyId { get; init; }

    /// <summary>Its ports.</summary>
    public IReadOnlyList<Port> Ports { get; init; } = [];

    /// <summary>Id of the port whose flow is the activity; its ratio is 1 and fixed.</summary>
    public required string ReferencePortId { get; init; }

    /// <summary>Size that stands today, kW (t/h for a material reference port). Default 0.</summary>
    public double ExistingSizeKw { get; init; }

    /// <summary>Cost of building more. Absent: nothing can be built.</summary>
    public Investment? Investment { get; init; }

    /// <summary>Share of the size below which it cannot run, [0, 1]. Default 0.</summary>
    public double MinLoadFraction { get; init; }

    /// <summary>Cost of each start, CNY. Default 0.</summary>
    public double StartCny { get; init; }

    /// <summary>Cost of operation besides fuel and power, CNY/kWh of the reference port (CNY/t). Default 0.</summary>
    public double OmCnyPerKwh { get; init; }

    /// <summary>Profile of factors on om_cny_per_kwh.</summary>
    public string? OmProfileId { get; init; }

    /// <summary>CO2 besides fuels and power, kg/kWh of the reference port (kg/t). Default 0.</summary>
    public double Co2KgPerKwh { get; init; }

    /// <summary>Profile of factors on the size, [0, 1].</summary>
    public string? AvailabilityProfileId { get; init; }

    /// <summary>First year in which it stands or can be built. Default: always.</summary>
    public int? FirstYear { get; init; }

    /// <summary>Last year in which it stands. Default: always.</summary>
    public int? LastYear { get; init; }

    /// <summary>It runs at its full (available) size all the time.</summary>
    public bool MustRun { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
