namespace Symbiosis.Domain.Parks;

/// <summary>
/// A coupling that exists by contract: its pipes, stations and links must exist too; at least this much flows,
/// also in the baseline.
/// </summary>
public sealed record Contract
{
    /// <summary>Id, unique in the park.</summary>
    public required string Id { get; init; }

    /// <summary>Donor.</summary>
    public required string FromPlantId { get; init; }

    /// <summary>Receiver.</summary>
    public required string ToPlantId { get; init; }

    /// <summary>A carrier.</summary>
    public string? CarrierId { get; init; }

    /// <summary>A material.</summary>
    public string? MaterialId { get; init; }

    /// <summary>Flow at least, kW (t/h for materials).</summary>
    public required double MinFlowKw { get; init; }

    /// <summary>Profile of factors on the flow.</summary>
    public string? FlowProfileId { get; init; }

    /// <summary>Last year it holds. Default: always.</summary>
    public int? LastYear { get; init; }
}
