namespace Symbiosis.Pinch.Problems;

/// <summary>
/// A stream to be cooled or heated. Its heat is spread evenly over its temperatures; equal temperatures are a phase change. A stream
/// whose heat capacity changes is several of these, one below the other: no target changes when a stream is cut.
/// </summary>
public sealed record ProcessStream
{
    /// <summary>Name for people; need not be unique.</summary>
    public required string Name { get; init; }

    /// <summary>Gives heat (true) or needs it.</summary>
    public required bool IsHot { get; init; }

    /// <summary>Temperature at which it enters, deg C.</summary>
    public required double SupplyCelsius { get; init; }

    /// <summary>Temperature at which it leaves, deg C; not above the supply of a hot stream, not below that of a cold one.</summary>
    public required double TargetCelsius { get; init; }

    /// <summary>Heat flow, kW, at least 0; streams without heat are passed over.</summary>
    public required double HeatKw { get; init; }

    /// <summary>Own contribution to the minimum approach temperature, K, at least 0. Hot streams are lowered by it, cold ones raised.</summary>
    public required double ApproachK { get; init; }

    /// <summary>A hot stream that must reach its target; one that need not may be left warm. Default true, as textbooks have it.</summary>
    public bool MustCool { get; init; } = true;

    /// <summary>Upper temperature, deg C.</summary>
    public double HighCelsius => Math.Max(SupplyCelsius, TargetCelsius);

    /// <summary>Lower temperature, deg C.</summary>
    public double LowCelsius => Math.Min(SupplyCelsius, TargetCelsius);

    /// <summary>What is added to its temperatures on the shifted scale, K.</summary>
    public double ShiftK => IsHot ? -ApproachK : ApproachK;
}
