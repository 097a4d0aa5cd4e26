namespace Symbiosis.Domain.Scenarios;

/// <summary>A rule on couplings. Absent plants mean every plant, an absent flow every carrier and material.</summary>
public sealed record CouplingRule
{
    /// <summary>Forbidden or required; required needs both plants and a flow.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>Donor.</summary>
    public string? FromPlantId { get; init; }

    /// <summary>Receiver.</summary>
    public string? ToPlantId { get; init; }

    /// <summary>Only this carrier.</summary>
    public string? CarrierId { get; init; }

    /// <summary>Only this material.</summary>
    public string? MaterialId { get; init; }

    /// <summary>With require: smallest amount in the horizon, kWh (t for materials). Default: 1.</summary>
    public double MinAmount { get; init; } = 1;
}
