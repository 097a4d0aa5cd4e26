namespace Symbiosis.Domain.Plans;

/// <summary>A pair of plants and a flow of which somebody asks why they are not coupled.</summary>
public sealed record PairQuestion
{
    /// <summary>Donor.</summary>
    public required string FromPlantId { get; init; }

    /// <summary>Receiver.</summary>
    public required string ToPlantId { get; init; }

    /// <summary>Carrier; exactly one of carrier and material is given.</summary>
    public string? CarrierId { get; init; }

    /// <summary>By-product.</summary>
    public string? MaterialId { get; init; }

    /// <summary>Whether a coupling is the one asked about.</summary>
    public bool IsAbout(Coupling coupling) =>
        coupling.FromPlantId == FromPlantId && coupling.ToPlantId == ToPlantId
        && (MaterialId is null ? coupling.CarrierId == CarrierId : coupling.MaterialId == MaterialId);
}
