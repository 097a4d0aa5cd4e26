namespace Symbiosis.Domain.Parks;

/// <summary>
/// A heat exchanger station between the plant's cascade and a carrier, where it differs from the carrier's
/// default.
/// </summary>
public sealed record Station
{
    /// <summary>The heat carrier.</summary>
    public required string CarrierId { get; init; }

    /// <summary>What exists today to take heat into the carrier, kW. Default 0.</summary>
    public double ExistingGenerationKw { get; init; }

    /// <summary>What exists today to use the carrier's heat, kW. Default 0.</summary>
    public double ExistingUseKw { get; init; }

    /// <summary>No generation may be built.</summary>
    public bool NoGeneration { get; init; }

    /// <summary>No use may be built.</summary>
    public bool NoUse { get; init; }

    /// <summary>Cost of generation where it differs from the carrier's.</summary>
    public Investment? Generation { get; init; }

    /// <summary>Cost of use where it differs from the carrier's.</summary>
    public Investment? Use { get; init; }
}
