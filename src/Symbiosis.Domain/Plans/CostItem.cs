namespace Symbiosis.Domain.Plans;

/// <summary>One cost.</summary>
public sealed record CostItem
{
    /// <summary>Field of the request that causes it.</summary>
    public string FieldPath { get; init; } = "";

    /// <summary>
    /// What it is: investment, om, fuel, power, demand_charge, surcharge, green_power, purchase, disposal, transport,
    /// pumping, sale, carbon, start, utility, storage, flow.
    /// </summary>
    public string Category { get; init; } = "";

    /// <summary>Plant that pays, where it is one plant's.</summary>
    public string? PlantId { get; init; }

    /// <summary>Amount, CNY (negative: income).</summary>
    public decimal Cny { get; init; }
}
