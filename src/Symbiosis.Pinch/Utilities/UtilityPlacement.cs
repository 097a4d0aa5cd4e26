namespace Symbiosis.Pinch.Utilities;

/// <summary>The least utilities, spread over the levels at hand.</summary>
public sealed record UtilityPlacement
{
    /// <summary>
    /// Loads, one for each level, in the order of the levels. What none of them can do is the load of an assumed level at the end.
    /// </summary>
    public required IReadOnlyList<UtilityLoad> Loads { get; init; }

    /// <summary>Part of the least hot utility that no level at hand can give: not hot enough, or its capacity is used up, kW.</summary>
    public double HotShortageKw => Loads.Where(load => load.Level.IsAssumed).Sum(load => load.HeatKw);

    /// <summary>Part of the least cold utility that no level at hand can take, kW.</summary>
    public double ColdShortageKw => Loads.Where(load => load.Level.IsAssumed).Sum(load => load.CoolingKw);

    /// <summary>Heat levels were taken by price; else a price is missing and the coldest came first.</summary>
    public required bool IsHotByPrice { get; init; }

    /// <summary>Cold levels were taken by price; else a price is missing and the hottest came first.</summary>
    public required bool IsColdByPrice { get; init; }
}
