namespace Symbiosis.Domain.Parks;

/// <summary>Where a plant can take material in.</summary>
public sealed record Inlet
{
    /// <summary>Id, unique in the plant.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Need, or largest intake where nothing is bought, t/h of the input as bought.</summary>
    public required double FlowTPerH { get; init; }

    /// <summary>Profile of factors on the flow.</summary>
    public string? FlowProfileId { get; init; }

    /// <summary>The flow must be met in full. Without it the inlet takes what pays.</summary>
    public bool Required { get; init; }

    /// <summary>Materials it accepts from the park.</summary>
    public IReadOnlyList<Acceptance> Accepts { get; init; } = [];

    /// <summary>Inputs that can be bought from outside.</summary>
    public IReadOnlyList<Purchase> Purchases { get; init; } = [];

    /// <summary>Limits of quality on the blend of all that is taken, bought input included.</summary>
    public IReadOnlyList<QualityLimit> Limits { get; init; } = [];

    /// <summary>Smallest lot of any one donor, t/h; less than that is not taken at all. Default 0.</summary>
    public double MinLotTPerH { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
