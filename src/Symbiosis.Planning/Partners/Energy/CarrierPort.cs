using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>One way in which a plant could give a carrier to others, or take it from them.</summary>
internal sealed record CarrierPort
{
    // Not yet looked for; finding it twice does no harm.
    private double bestWorth = double.NaN;

    /// <summary>Most per step, kW, [period].</summary>
    public required double[] Kw { get; init; }

    /// <summary>
    /// What a kWh is worth to the plant, CNY/kWh, [period]: to a taker what it saves; to a giver the cooling it saves less what giving it costs.
    /// </summary>
    public required double[] WorthCnyPerKwh { get; init; }

    /// <summary>Highest worth of any step, CNY/kWh.</summary>
    public double BestWorthCnyPerKwh => double.IsNaN(bestWorth) ? bestWorth = WorthCnyPerKwh.Max() : bestWorth;

    /// <summary>CO2 that a kWh avoids (negative: causes) at the plant, kg/kWh.</summary>
    public required double Co2KgPerKwh { get; init; }

    /// <summary>Most in a year, kWh.</summary>
    public required double YearlyKwh { get; init; }

    /// <summary>Heat of the elements whatever its temperature, kWh/a; for carriers without a temperature the same as <see cref="YearlyKwh"/>.</summary>
    public required double WholeKwh { get; init; }

    /// <summary>Elements that take part.</summary>
    public required IReadOnlyList<string> ElementIds { get; init; }

    /// <summary>Worst quality of their figures.</summary>
    public required Quality Quality { get; init; }

    /// <summary>Station between the plant and the carrier; null: none is needed, or it is free.</summary>
    public Investment? Station { get; init; }

    /// <summary>Size of the station that stands, kW.</summary>
    public double StationKw { get; init; }

    /// <summary>What has to be bought besides a station: a converter, the tapping of a supply, a heat pump. Its size is flow times <see cref="EquipmentPerKw"/>.</summary>
    public Investment? Equipment { get; init; }

    /// <summary>Id of the equipment.</summary>
    public string? EquipmentId { get; init; }

    /// <summary>Size of the equipment per kW given.</summary>
    public double EquipmentPerKw { get; init; } = 1;

    /// <summary>Heat pump in front of the carrier; null: none.</summary>
    public HeatPumpLift? Lift { get; init; }

    /// <summary>
    /// A way that hardly any plant takes up: heat that is only cooled away elsewhere or spares a plant its own free heat, steam of a boiler for others. Where it
    /// does not pay it is not worth a word.
    /// </summary>
    public bool IsRemote { get; init; }

    /// <summary>Price that a taker pays today on average over what it could take, CNY/kWh; 0 for a giver.</summary>
    public double PriceCnyPerKwh { get; init; }
}
