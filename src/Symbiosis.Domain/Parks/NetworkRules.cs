namespace Symbiosis.Domain.Parks;

/// <summary>Rules and prices of the whole network.</summary>
public sealed record NetworkRules
{
    /// <summary>Civil works of a corridor, CNY/m, paid once for all that is laid. Default 0.</summary>
    public double TrenchCnyPerM { get; init; }

    /// <summary>Lifetime of civil works, years. Default: the economics' default lifetime.</summary>
    public double? TrenchLifetimeYears { get; init; }

    /// <summary>Price of pumping power, CNY/kWh. Default 0.</summary>
    public double PumpingCnyPerKwh { get; init; }

    /// <summary>CO2 of pumping power, kg/kWh. Default 0.</summary>
    public double PumpingCo2KgPerKwh { get; init; }

    /// <summary>At most this many steam mains may lie in one corridor. Default: no limit.</summary>
    public int? MaxSteamMainsPerCorridor { get; init; }

    /// <summary>At most this many water or oil mains may lie in one corridor. Default: no limit.</summary>
    public int? MaxWaterMainsPerCorridor { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
