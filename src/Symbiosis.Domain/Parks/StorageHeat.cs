namespace Symbiosis.Domain.Parks;

/// <summary>Temperatures of a heat store.</summary>
public sealed record StorageHeat
{
    /// <summary>Temperature when full, deg C.</summary>
    public required double SupplyCelsius { get; init; }

    /// <summary>Temperature when empty, deg C.</summary>
    public required double ReturnCelsius { get; init; }

    /// <summary>Contribution to the minimum approach temperature on either side, K. Default 2.5.</summary>
    public double ApproachK { get; init; } = 2.5;
}
