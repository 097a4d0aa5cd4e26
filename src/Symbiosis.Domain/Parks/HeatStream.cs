namespace Symbiosis.Domain.Parks;

/// <summary>A hot or cold process stream. Equal supply and target mean a phase change at that temperature.</summary>
public sealed record HeatStream
{
    /// <summary>Id, unique in the plant.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Name in Chinese.</summary>
    public string? NameZh { get; init; }

    /// <summary>Hot or cold; needed only where supply and target are equal.</summary>
    public StreamKind Kind { get; init; }

    /// <summary>Temperature at which it enters, deg C.</summary>
    public required double SupplyCelsius { get; init; }

    /// <summary>Temperature it must reach (cold) or can be cooled to (hot), deg C.</summary>
    public required double TargetCelsius { get; init; }

    /// <summary>Heat flow, kW.</summary>
    public required double HeatKw { get; init; }

    /// <summary>Profile of factors on heat_kw. Default: constant.</summary>
    public string? HeatProfileId { get; init; }

    /// <summary>Contribution to the minimum approach temperature, K. Default: the plant's default_approach_k.</summary>
    public double? ApproachK { get; init; }

    /// <summary>A hot stream that must be cooled to its target (else it may be left unused).</summary>
    public bool MustCool { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
