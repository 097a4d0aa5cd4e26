namespace Symbiosis.Domain.Parks;

/// <summary>
/// A store of a carrier (battery, gas holder, steam or water tank), of heat in the plant's cascade, or of an
/// outlet's or inlet's material.
/// </summary>
public sealed record Storage
{
    /// <summary>Id, unique in the plant.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>A carrier, kWh.</summary>
    public string? CarrierId { get; init; }

    /// <summary>
    /// Heat of the plant's cascade, kWh: charged as a cold stream from return to supply, discharged as a hot stream.
    /// </summary>
    public StorageHeat? Heat { get; init; }

    /// <summary>Material of an outlet of the plant, t.</summary>
    public string? OutletId { get; init; }

    /// <summary>Material waiting at an inlet of the plant, t (as the input that is bought).</summary>
    public string? InletId { get; init; }

    /// <summary>Capacity that stands today, kWh (t). Default 0.</summary>
    public double ExistingKwh { get; init; }

    /// <summary>Cost of more capacity (kWh, t). Absent: none can be built.</summary>
    public Investment? Investment { get; init; }

    /// <summary>
    /// Charging power that stands today, kW (t/h). Default: no limit where no power investment is given, else 0.
    /// </summary>
    public double? ExistingChargeKw { get; init; }

    /// <summary>
    /// Discharging power that stands today, kW (t/h). Default: no limit where no power investment is given, else 0.
    /// </summary>
    public double? ExistingDischargeKw { get; init; }

    /// <summary>Cost of charging power.</summary>
    public Investment? ChargeInvestment { get; init; }

    /// <summary>Cost of discharging power.</summary>
    public Investment? DischargeInvestment { get; init; }

    /// <summary>Charging power bought equals this factor times discharging power bought.</summary>
    public double? ChargePerDischarge { get; init; }

    /// <summary>Charging power is at most this share of the capacity per hour, 1/h.</summary>
    public double? MaxChargePerHour { get; init; }

    /// <summary>Discharging power is at most this share of the capacity per hour, 1/h.</summary>
    public double? MaxDischargePerHour { get; init; }

    /// <summary>Stored per charged, (0, 1]. Default 1.</summary>
    public double ChargeEfficiency { get; init; } = 1;

    /// <summary>Given per taken from the store, (0, 1]. Default 1.</summary>
    public double DischargeEfficiency { get; init; } = 1;

    /// <summary>Share of the content lost per hour, [0, 1). Default 0.</summary>
    public double LossPerHour { get; init; }

    /// <summary>Content at the start and the end. Default: cyclic within each day.</summary>
    public StorageBoundary Boundary { get; init; }

    /// <summary>Content at the start as a share of the capacity, [0, 1]; absent with a free end: 0.</summary>
    public double? InitialFraction { get; init; }

    /// <summary>Content at the end as a share of the capacity, [0, 1]. Default: initial_fraction.</summary>
    public double? FinalFraction { get; init; }

    /// <summary>Smallest content as a share of the capacity, [0, 1]. Default 0.</summary>
    public double MinFraction { get; init; }

    /// <summary>Cost of charging, CNY/kWh (negative: income). Default 0.</summary>
    public double ChargeCnyPerKwh { get; init; }

    /// <summary>Profile of factors on charge_cny_per_kwh.</summary>
    public string? ChargeProfileId { get; init; }

    /// <summary>Cost of discharging, CNY/kWh. Default 0.</summary>
    public double DischargeCnyPerKwh { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
