namespace Symbiosis.Domain.Scenarios;

/// <summary>A rule on what is laid in a corridor.</summary>
public sealed record CorridorRule
{
    /// <summary>Forbidden or required.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>The corridor.</summary>
    public required string CorridorId { get; init; }

    /// <summary>Only this carrier; required with require.</summary>
    public string? CarrierId { get; init; }
}
