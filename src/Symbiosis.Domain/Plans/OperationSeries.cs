namespace Symbiosis.Domain.Plans;

/// <summary>A quantity over the periods.</summary>
public sealed record OperationSeries
{
    /// <summary>Plant, where it is one plant's.</summary>
    public string? PlantId { get; init; }

    /// <summary>
    /// What: for example "hot_utility:boiler", "generate:hp-steam", "link:c7:mp-steam:forward", "level:tank".
    /// </summary>
    public string Quantity { get; init; } = "";

    /// <summary>Unit: kW, kWh, t/h, t.</summary>
    public string Unit { get; init; } = "";

    /// <summary>One value per period.</summary>
    public IReadOnlyList<double> Values { get; init; } = [];
}
