using Symbiosis.Pinch.Curves;

namespace Symbiosis.Pinch.Sites;

/// <summary>
/// Heat that the plants offer and need once each has recovered its own: the sum of their grand composite curves with pockets closed,
/// shifted, from cold to hot; and the levels between them, at the shifted temperatures at which streams meet them.
/// </summary>
public sealed record SiteProfiles
{
    /// <summary>Offered; together the cold utility of all plants.</summary>
    public required IReadOnlyList<CurvePoint> Sources { get; init; }

    /// <summary>Needed; together the hot utility of all plants.</summary>
    public required IReadOnlyList<CurvePoint> Sinks { get; init; }

    /// <summary>What the levels take from the sources.</summary>
    public required IReadOnlyList<CurvePoint> Generation { get; init; }

    /// <summary>What the levels give to the sinks.</summary>
    public required IReadOnlyList<CurvePoint> Use { get; init; }
}
