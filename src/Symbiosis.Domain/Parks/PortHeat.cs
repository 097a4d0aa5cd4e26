namespace Symbiosis.Domain.Parks;

/// <summary>Heat port of a converter; equal temperatures: isothermal.</summary>
public sealed record PortHeat
{
    /// <summary>Temperature at which it starts, deg C.</summary>
    public required double SupplyCelsius { get; init; }

    /// <summary>Temperature at which it ends, deg C.</summary>
    public required double TargetCelsius { get; init; }

    /// <summary>Contribution to the minimum approach temperature, K. Default 5.</summary>
    public double ApproachK { get; init; } = 5;
}
