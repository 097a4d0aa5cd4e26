namespace Symbiosis.Planning.Partners.Routing;

/// <summary>What a corridor is to one kind of traffic.</summary>
/// <param name="Weight">What the search minimises, at least 0.</param>
/// <param name="LengthM">Length, m.</param>
/// <param name="CostFactor">Factor on what is laid; 0 where it lies already, or where nothing is laid.</param>
/// <param name="TrenchCny">Civil works of laying something new, CNY.</param>
/// <param name="Sizes">Bit i: size i of the carrier may be laid.</param>
/// <param name="ExistingKw">Capacity that lies there already, kW; infinite where nothing needs to be laid; 0 where something must be.</param>
internal sealed record RouteLeg(double Weight, double LengthM, double CostFactor, double TrenchCny, ulong Sizes, double ExistingKw)
{
    /// <summary>Size that somebody else lays here anyhow, by its bit; null: nobody does.</summary>
    public int? SharedSize { get; init; }

    /// <summary>What he sends through it at most, kW.</summary>
    public double SharedPeakKw { get; init; }

    /// <summary>Whether something must be laid.</summary>
    public bool IsNew => ExistingKw <= 0;

    /// <summary>A leg of a road: nothing is laid.</summary>
    public static RouteLeg Road(double lengthM) => new(lengthM, lengthM, 0, 0, 0, double.PositiveInfinity);
}
