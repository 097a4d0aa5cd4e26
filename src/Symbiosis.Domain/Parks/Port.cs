namespace Symbiosis.Domain.Parks;

/// <summary>A flow into or out of a converter, kW (t/h for materials).</summary>
public sealed record Port
{
    /// <summary>Id, unique in the converter.</summary>
    public required string Id { get; init; }

    /// <summary>Which way it flows.</summary>
    public required Direction Direction { get; init; }

    /// <summary>A carrier (power too), in the plant's balance of that carrier, kW.</summary>
    public string? CarrierId { get; init; }

    /// <summary>Heat in the plant's cascade, kW: out releases it, in takes it.</summary>
    public PortHeat? Heat { get; init; }

    /// <summary>A fuel, kW of lower heating value; in only.</summary>
    public string? FuelId { get; init; }

    /// <summary>A material, t/h: out is an outlet, in is an inlet.</summary>
    public PortMaterial? Material { get; init; }

    /// <summary>Flow per unit of activity. Default 1.</summary>
    public double Ratio { get; init; } = 1;

    /// <summary>Profile of factors on the ratio (a heat pump's power over the seasons).</summary>
    public string? RatioProfileId { get; init; }

    /// <summary>The flow may vary; smallest flow per unit of activity. Default: ratio.</summary>
    public double? MinRatio { get; init; }

    /// <summary>The flow may vary; largest flow per unit of activity. Default: ratio.</summary>
    public double? MaxRatio { get; init; }

    /// <summary>
    /// What the flow of another port of variable ratio costs this one: flow = ratio x activity - sum(loss x other
    /// flow) (extraction-condensing turbine: power lost per heat extracted).
    /// </summary>
    public IReadOnlyList<TradeOff> TradeOffs { get; init; } = [];
}
