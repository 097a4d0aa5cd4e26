namespace Symbiosis.Domain.Parks;

/// <summary>Where one figure, or all figures of a message, come from.</summary>
public sealed record Provenance
{
    /// <summary>
    /// Name of the field in the message that carries this provenance, for example "heat_kw"; empty: the whole
    /// message.
    /// </summary>
    public string? Field { get; init; }

    /// <summary>How much the figure can be trusted.</summary>
    public required Quality Quality { get; init; }

    /// <summary>Ids of the sources.</summary>
    public IReadOnlyList<string> SourceIds { get; init; } = [];

    /// <summary>Derivation, range or caveat in a sentence.</summary>
    public string? Note { get; init; }
}
