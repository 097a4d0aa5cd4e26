namespace Symbiosis.Domain.Parks;

/// <summary>A source that yields by profile: PV, wind, run-of-river.</summary>
public sealed record Generator
{
    /// <summary>Id, unique in the plant.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Carrier it yields.</summary>
    public required string CarrierId { get; init; }

    /// <summary>Profile of output per size, kW/kW.</summary>
    public required string OutputProfileId { get; init; }

    /// <summary>Size that stands today, kW. Default 0.</summary>
    public double ExistingKw { get; init; }

    /// <summary>Cost of more.</summary>
    public Investment? Investment { get; init; }

    /// <summary>All output must be taken; none may be curtailed.</summary>
    public bool MustTake { get; init; }

    /// <summary>Area per size, m2/kW; with area_m2 it limits the size. Default 0.</summary>
    public double AreaM2PerKw { get; init; }

    /// <summary>Area at hand, m2. Default: no limit.</summary>
    public double? AreaM2 { get; init; }

    /// <summary>Income per output, CNY/kWh (feed-in premium). Default 0.</summary>
    public double IncomeCnyPerKwh { get; init; }

    /// <summary>Counts as green power. Default: it does not.</summary>
    public bool Green { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
