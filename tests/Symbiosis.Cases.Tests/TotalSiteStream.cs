using System.Text.Json.Serialization;

namespace Symbiosis.Cases.Tests;

/// <summary>A process stream of a published total-site problem; hot where it cools.</summary>
internal sealed record TotalSiteStream
{
    /// <summary>Plant it belongs to.</summary>
    public required string Zone { get; init; }

    /// <summary>Temperature at which it enters, deg C.</summary>
    [JsonPropertyName("t_supply_C")]
    public required double SupplyCelsius { get; init; }

    /// <summary>Temperature at which it leaves, deg C.</summary>
    [JsonPropertyName("t_target_C")]
    public required double TargetCelsius { get; init; }

    /// <summary>Heat, kW.</summary>
    [JsonPropertyName("heat_kW")]
    public required double HeatKw { get; init; }

    /// <summary>Contribution to the minimum approach, K.</summary>
    [JsonPropertyName("dt_contribution_K")]
    public required double ApproachK { get; init; }
}
