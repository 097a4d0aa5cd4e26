namespace Symbiosis.Milp;

/// <summary>The smallest and largest magnitude of one family of numbers, zeros and infinities left out.</summary>
/// <param name="Smallest">Above zero.</param>
/// <param name="SmallestAt">Where it stands: <c>row / column</c>, a column or a row.</param>
/// <param name="Largest">Finite.</param>
/// <param name="LargestAt">Where it stands.</param>
public sealed record CoefficientRange(double Smallest, string SmallestAt, double Largest, string LargestAt)
{
    /// <summary>Largest over smallest; at least 1. Above 1e9 engines begin to struggle.</summary>
    public double Ratio => Largest / Smallest;
}
