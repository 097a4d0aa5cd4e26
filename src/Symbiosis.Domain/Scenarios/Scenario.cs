using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Scenarios;

/// <summary>
/// Prices, factors, availabilities, policy and decisions under which a plan is sought. Absent parts leave the
/// park as it is. The baseline sees the changes of prices, factors, availabilities and policy, and none of the
/// decisions.
/// </summary>
public sealed record Scenario
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Year: units outside their first and last year are left out, contracts past their last year fall away.
    /// </summary>
    public int? Year { get; init; }

    /// <summary>Replaces the park's typical-day reduction.</summary>
    public TypicalDays? TypicalDays { get; init; }

    /// <summary>Replaces the park's economics.</summary>
    public Economics? Economics { get; init; }

    /// <summary>Replaces the park's policy.</summary>
    public Policy? Policy { get; init; }

    /// <summary>Changed fuels.</summary>
    public IReadOnlyList<FuelOverride> Fuels { get; init; } = [];

    /// <summary>Changed tariffs.</summary>
    public IReadOnlyList<TariffOverride> Tariffs { get; init; } = [];

    /// <summary>Changed prices of materials.</summary>
    public IReadOnlyList<MaterialOverride> Materials { get; init; } = [];

    /// <summary>Changed availability of plants and equipment.</summary>
    public IReadOnlyList<AvailabilityOverride> Availabilities { get; init; } = [];

    /// <summary>Couplings that are forbidden or required.</summary>
    public IReadOnlyList<CouplingRule> Couplings { get; init; } = [];

    /// <summary>Equipment that is forbidden or required.</summary>
    public IReadOnlyList<EquipmentRule> Equipment { get; init; } = [];

    /// <summary>Corridors in which nothing, or not some carrier, may be laid, or must be.</summary>
    public IReadOnlyList<CorridorRule> Corridors { get; init; } = [];

    /// <summary>Forbids every new coupling and all new equipment (the baseline).</summary>
    public bool ForbidEverythingNew { get; init; }

    /// <summary>Factor on all investments. Default 1.</summary>
    public double InvestmentFactor { get; init; } = 1;
}
