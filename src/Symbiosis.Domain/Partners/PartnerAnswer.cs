namespace Symbiosis.Domain.Partners;

/// <summary>Partners of an offer or a need, best first.</summary>
public sealed record PartnerAnswer
{
    /// <summary>Which end asked.</summary>
    public PartnerSide Side { get; init; }

    /// <summary>Partners that pay, by yearly gain.</summary>
    public IReadOnlyList<Partner> Partners { get; init; } = [];

    /// <summary>Plants ruled out, those that came closest first.</summary>
    public IReadOnlyList<RuledOutPartner> RuledOut { get; init; } = [];

    /// <summary>Partners that pay, also those beyond the limit.</summary>
    public int PartnerCount { get; init; }

    /// <summary>Plants ruled out, also those beyond the limit.</summary>
    public int RuledOutCount { get; init; }

    /// <summary>What was filled in.</summary>
    public IReadOnlyList<FilledValue> Filled { get; init; } = [];

    /// <summary>What the figures rest on.</summary>
    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];
}
