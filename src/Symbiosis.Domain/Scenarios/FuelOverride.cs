namespace Symbiosis.Domain.Scenarios;

/// <summary>A changed fuel.</summary>
public sealed record FuelOverride
{
    /// <summary>The fuel.</summary>
    public required string FuelId { get; init; }

    /// <summary>New price, CNY/kWh.</summary>
    public double? PriceCnyPerKwh { get; init; }

    /// <summary>New CO2, kg/kWh.</summary>
    public double? Co2KgPerKwh { get; init; }
}
