namespace Symbiosis.Domain.Parks;

/// <summary>What a carrier is.</summary>
public enum CarrierKind
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>Steam at a header's pressure: isothermal at supply_celsius; condensate returns at return_celsius.</summary>
    Steam = 1,

    /// <summary>A water loop between supply_celsius and return_celsius (hot or chilled).</summary>
    Water = 2,

    /// <summary>A thermal-oil loop between supply_celsius and return_celsius.</summary>
    Oil = 3,

    /// <summary>
    /// A gas that carries energy (kW of lower heating value): coke-oven gas, blast-furnace gas, hydrogen, natural
    /// gas.
    /// </summary>
    Gas = 4,

    /// <summary>Electric power.</summary>
    Electricity = 5,

    /// <summary>Energy or goods without a temperature (abstract networks, kW).</summary>
    Other = 6,
}
