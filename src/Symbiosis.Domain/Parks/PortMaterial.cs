namespace Symbiosis.Domain.Parks;

/// <summary>Material port of a converter.</summary>
public sealed record PortMaterial
{
    /// <summary>The material: the one made, or the first one accepted.</summary>
    public required string MaterialId { get; init; }

    /// <summary>Composition of what is made where it differs from the material's.</summary>
    public IReadOnlyList<Content> Composition { get; init; } = [];

    /// <summary>What is accepted besides material_id (in only).</summary>
    public IReadOnlyList<Acceptance> Accepts { get; init; } = [];

    /// <summary>Inputs that can be bought (in only).</summary>
    public IReadOnlyList<Purchase> Purchases { get; init; } = [];

    /// <summary>Limits of quality on the blend taken in (in only).</summary>
    public IReadOnlyList<QualityLimit> Limits { get; init; } = [];

    /// <summary>Cost of disposing of what nobody takes, CNY/t (out only; negative: it is sold). Default 0.</summary>
    public double DisposalCnyPerT { get; init; }

    /// <summary>CO2 of that disposal, kg/t. Default 0.</summary>
    public double DisposalCo2KgPerT { get; init; }

    /// <summary>Smallest lot of any one donor, t/h (in only). Default 0.</summary>
    public double MinLotTPerH { get; init; }
}
