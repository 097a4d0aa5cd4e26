namespace Symbiosis.Domain.Plans;

/// <summary>Recomputation of a plan from the park alone.</summary>
public sealed record Audit
{
    /// <summary>No check failed.</summary>
    public bool Clean { get; init; }

    /// <summary>Every check, with its largest deviation.</summary>
    public IReadOnlyList<AuditCheck> Checks { get; init; } = [];
}
