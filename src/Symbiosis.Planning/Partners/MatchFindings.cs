using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners;

/// <summary>What a market found for a question, in no order yet and without limits.</summary>
/// <param name="Partners">Plants that pay.</param>
/// <param name="RuledOut">Plants that do not, or cannot; one entry a plant and kind of flow.</param>
/// <param name="Filled">Figures that were filled in.</param>
internal sealed record MatchFindings(IReadOnlyList<Partner> Partners, IReadOnlyList<RuledOutPartner> RuledOut, IReadOnlyList<FilledValue> Filled)
{
    /// <summary>Nothing.</summary>
    public static readonly MatchFindings None = new([], [], []);

    /// <summary>Plants that pay, also those that were not written.</summary>
    public int PartnerCount { get; init; } = Partners.Count;

    /// <summary>Plants ruled out, also those that were not written.</summary>
    public int RuledOutCount { get; init; } = RuledOut.Count;
}
