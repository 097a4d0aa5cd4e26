namespace Symbiosis.Domain.Scenarios;

/// <summary>A changed tariff.</summary>
public sealed record TariffOverride
{
    /// <summary>The tariff.</summary>
    public required string TariffId { get; init; }

    /// <summary>New energy price, CNY/kWh.</summary>
    public double? EnergyCnyPerKwh { get; init; }

    /// <summary>New demand charge, CNY/(kW month).</summary>
    public double? DemandCnyPerKwMonth { get; init; }

    /// <summary>New CO2, kg/kWh.</summary>
    public double? Co2KgPerKwh { get; init; }
}
