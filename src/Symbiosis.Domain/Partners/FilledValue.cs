using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Partners;

/// <summary>A figure that the question left out and that was filled in.</summary>
public sealed record FilledValue
{
    /// <summary>Field of the question, for example "heat.return_celsius".</summary>
    public required string Field { get; init; }

    /// <summary>What was taken, as text in invariant form.</summary>
    public required string Value { get; init; }

    /// <summary>Its unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How much it can be trusted.</summary>
    public Quality Quality { get; init; }

    /// <summary>Where it comes from, in a sentence.</summary>
    public string Note { get; init; } = "";
}
