namespace Symbiosis.Domain.Parks;

/// <summary>Where a material leaves a plant.</summary>
public sealed record Outlet
{
    /// <summary>Id, unique in the plant.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>The material.</summary>
    public required string MaterialId { get; init; }

    /// <summary>Flow, t/h. Where a converter makes the material use the converter's port instead of an outlet.</summary>
    public required double FlowTPerH { get; init; }

    /// <summary>Profile of factors on the flow (production).</summary>
    public string? FlowProfileId { get; init; }

    /// <summary>Composition where it differs from the material's.</summary>
    public IReadOnlyList<Content> Composition { get; init; } = [];

    /// <summary>Cost of disposing of what nobody takes, CNY/t (negative: it is sold outside). Default 0.</summary>
    public double DisposalCnyPerT { get; init; }

    /// <summary>CO2 of that disposal, kg/t. Default 0.</summary>
    public double DisposalCo2KgPerT { get; init; }

    /// <summary>It may not be disposed of: all must be taken.</summary>
    public bool NoDisposal { get; init; }

    /// <summary>Cost of making it ready when taken, CNY/t. Default 0.</summary>
    public double HandlingCnyPerT { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
