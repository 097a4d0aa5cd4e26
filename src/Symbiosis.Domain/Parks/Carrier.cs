namespace Symbiosis.Domain.Parks;

/// <summary>
/// What moves heat, gas or power between plants. A heat carrier's energy is counted above its return state; for
/// steam headers that is one and the same condensate state for all headers.
/// </summary>
public sealed record Carrier
{
    /// <summary>Id, unique in the park.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Name in Chinese.</summary>
    public string? NameZh { get; init; }

    /// <summary>What it is.</summary>
    public required CarrierKind Kind { get; init; }

    /// <summary>Supply temperature, deg C; required for steam, water and oil.</summary>
    public double? SupplyCelsius { get; init; }

    /// <summary>
    /// Return temperature, deg C; required for water and oil. Steam gives and takes its heat at supply_celsius.
    /// </summary>
    public double? ReturnCelsius { get; init; }

    /// <summary>Pressure of a steam header, bar absolute; for people.</summary>
    public double? PressureBar { get; init; }

    /// <summary>
    /// Contribution to the minimum approach temperature on the carrier's side of an exchanger, K. Default 5.
    /// </summary>
    public double ApproachK { get; init; } = 5;

    /// <summary>Longest route from donor to receiver, m. Default: no limit.</summary>
    public double? MaxDistanceM { get; init; }

    /// <summary>
    /// Cost of a station that takes heat from a plant's cascade into the carrier (kW). Absent: such stations exist
    /// free of charge at every plant.
    /// </summary>
    public Investment? GenerationStation { get; init; }

    /// <summary>
    /// Cost of a station that gives the carrier's heat to a plant's cascade (kW). Absent: such stations exist free of
    /// charge at every plant.
    /// </summary>
    public Investment? UseStation { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
