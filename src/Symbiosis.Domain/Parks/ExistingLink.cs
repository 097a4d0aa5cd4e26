namespace Symbiosis.Domain.Parks;

/// <summary>A pipe or cable that exists.</summary>
public sealed record ExistingLink
{
    /// <summary>Its size; the carrier follows from it.</summary>
    public required string SizeId { get; init; }

    /// <summary>Capacity, kW, where it differs from the size's. Default: the size's capacity.</summary>
    public double? CapacityKw { get; init; }
}
