namespace Symbiosis.Domain.Scenarios;

/// <summary>Changed availability of a plant or one of its units.</summary>
public sealed record AvailabilityOverride
{
    /// <summary>The plant.</summary>
    public required string PlantId { get; init; }

    /// <summary>
    /// A stream, outlet, inlet, demand, converter, hot utility, generator or supply of it; absent: all of them.
    /// </summary>
    public string? ElementId { get; init; }

    /// <summary>Factor on its flow or size.</summary>
    public required double Factor { get; init; }
}
