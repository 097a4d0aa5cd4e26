namespace Symbiosis.Domain.Scenarios;

/// <summary>A rule on equipment.</summary>
public sealed record EquipmentRule
{
    /// <summary>Forbidden or required.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>The plant.</summary>
    public required string PlantId { get; init; }

    /// <summary>Converter, storage or generator; absent with forbid: all of the plant.</summary>
    public string? ElementId { get; init; }

    /// <summary>With require: smallest new size. Default: the investment's smallest.</summary>
    public double? MinSizeKw { get; init; }
}
