namespace Symbiosis.Domain.Plans;

/// <summary>The size of a piece of equipment.</summary>
public sealed record EquipmentSize
{
    /// <summary>Plant.</summary>
    public string? PlantId { get; init; }

    /// <summary>Field of the request that offers it, for example "park.plants[3].converters[0]".</summary>
    public string FieldPath { get; init; } = "";

    /// <summary>Id of the element, or "generate:CARRIER", "use:CARRIER", "recovery".</summary>
    public string ElementId { get; init; } = "";

    /// <summary>Size that stands today, kW (kWh, t/h, t).</summary>
    public double ExistingSize { get; init; }

    /// <summary>New size.</summary>
    public double NewSize { get; init; }

    /// <summary>Unit of the size.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Investment paid once, CNY.</summary>
    public decimal InvestmentCny { get; init; }
}
