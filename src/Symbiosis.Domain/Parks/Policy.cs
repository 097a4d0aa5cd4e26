namespace Symbiosis.Domain.Parks;

/// <summary>Carbon and energy policy over the horizon.</summary>
public sealed record Policy
{
    /// <summary>
    /// Carbon price on the park's own emissions (scope 1) and, with carbon_price_on_power, on bought power, CNY/t
    /// CO2e. Default 0.
    /// </summary>
    public double CarbonPriceCnyPerT { get; init; }

    /// <summary>The carbon price counts for bought power too.</summary>
    public bool CarbonPriceOnPower { get; init; }

    /// <summary>
    /// Cap on the park's emissions (scope 1 and 2, and those of bought inputs where include_inputs), t CO2e. Default:
    /// none.
    /// </summary>
    public double? CarbonCapT { get; init; }

    /// <summary>Emissions of bought material inputs, disposal and transport count under the cap and in the price.</summary>
    public bool IncludeInputs { get; init; }

    /// <summary>Cap on the park's energy consumption (fuels, grid power), t of standard coal. Default: none.</summary>
    public double? EnergyCapTce { get; init; }

    /// <summary>Standard coal of grid power, kgce/kWh. Default 0.1229.</summary>
    public double PowerKgcePerKwh { get; init; } = 0.1229;

    /// <summary>Smallest share of green power in the power used, [0, 1]. Default 0.</summary>
    public double MinGreenShare { get; init; }

    /// <summary>Energy caps of plants.</summary>
    public IReadOnlyList<PlantEnergyCap> PlantEnergyCaps { get; init; } = [];

    /// <summary>Quotas per product.</summary>
    public IReadOnlyList<Quota> Quotas { get; init; } = [];

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
