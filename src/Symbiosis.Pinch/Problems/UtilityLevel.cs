namespace Symbiosis.Pinch.Problems;

/// <summary>A utility at its temperature level.</summary>
public sealed record UtilityLevel
{
    /// <summary>Name for people; levels of one name and the same temperatures are one level of a site.</summary>
    public required string Name { get; init; }

    /// <summary>What it can do.</summary>
    public required UtilityRole Role { get; init; }

    /// <summary>Upper temperature, deg C: where a hot one starts, where a cold or generated one ends.</summary>
    public required double HighCelsius { get; init; }

    /// <summary>Lower temperature, deg C; equal to the upper one: isothermal.</summary>
    public required double LowCelsius { get; init; }

    /// <summary>Own contribution to the minimum approach temperature, K.</summary>
    public double ApproachK { get; init; }

    /// <summary>Cost of its heat or cooling, CNY/kWh; what is generated is worth as much. Absent: not known.</summary>
    public double? PriceCnyPerKwh { get; init; }

    /// <summary>Most that can be used (hot) or taken away (cold), kW; generation has no limit. Absent: no limit.</summary>
    public double? CapacityKw { get; init; }

    /// <summary>Plants can hand it to each other. A boiler of one plant cannot be.</summary>
    public bool IsShared { get; init; }

    /// <summary>Not of the park: put there because the streams need one and none is given.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>Whether it can give heat.</summary>
    public bool CanHeat => Role is UtilityRole.Hot or UtilityRole.Both;

    /// <summary>Whether heat can be put into it for others to use.</summary>
    public bool CanBeGenerated => Role is UtilityRole.Both or UtilityRole.Generated;

    /// <summary>Whether it can take heat away, as cooling or by being generated.</summary>
    public bool CanCool => Role != UtilityRole.Hot;

    /// <summary>The same level of a site.</summary>
    internal (string Name, double HighCelsius, double LowCelsius) Key => (Name, HighCelsius, LowCelsius);
}
