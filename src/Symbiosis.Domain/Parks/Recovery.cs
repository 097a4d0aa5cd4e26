namespace Symbiosis.Domain.Parks;

/// <summary>Exchangers inside a plant: what it recovers from its own hot streams to its own cold streams.</summary>
public sealed record Recovery
{
    /// <summary>Recovery that exists today, kW. Default 0.</summary>
    public double ExistingKw { get; init; }

    /// <summary>Cost of more. Absent: as much as the cascade allows exists already and is free.</summary>
    public Investment? Investment { get; init; }
}
