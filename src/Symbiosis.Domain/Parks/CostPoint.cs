namespace Symbiosis.Domain.Parks;

/// <summary>A point of a piecewise linear cost law.</summary>
public sealed record CostPoint
{
    /// <summary>Size, in the unit of the thing bought.</summary>
    public required double SizeKw { get; init; }

    /// <summary>Total cost of that size, CNY.</summary>
    public required double Cny { get; init; }
}
