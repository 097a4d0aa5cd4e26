using System.Text.Json.Serialization;

namespace Symbiosis.Cases.Tests;

/// <summary>A utility of a published total-site problem.</summary>
internal sealed record TotalSiteUtility
{
    /// <summary>Name in the source.</summary>
    public required string Name { get; init; }

    /// <summary><c>Hot</c>, <c>Cold</c>, or <c>Both</c>: it can be used and generated.</summary>
    public required string Type { get; init; }

    /// <summary>Temperature at which it enters, deg C.</summary>
    [JsonPropertyName("t_supply_C")]
    public required double SupplyCelsius { get; init; }

    /// <summary>Temperature at which it leaves, deg C; <c>null</c> where it is isothermal.</summary>
    [JsonPropertyName("t_target_C")]
    public double? TargetCelsius { get; init; }

    /// <summary>Contribution to the minimum approach, K.</summary>
    [JsonPropertyName("dt_contribution_K")]
    public required double ApproachK { get; init; }
}
