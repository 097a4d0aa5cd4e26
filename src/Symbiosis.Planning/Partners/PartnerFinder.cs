using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;
using Symbiosis.Planning.Partners.Materials;

namespace Symbiosis.Planning.Partners;

/// <summary>Answers who could take an offer or serve a need, and whether it is worth a talk. Needs no engine. Thread-safe.</summary>
public sealed class PartnerFinder
{
    private readonly PartnerIndex index;
    private readonly MaterialMarket materials;

    /// <summary>Looks in the parks of an index.</summary>
    public PartnerFinder(PartnerIndex index)
    {
        this.index = index;
        materials = new MaterialMarket(index.Parks, index.Typical);
    }

    /// <summary>Ranks partners.</summary>
    /// <returns>The answer, or all faults of the question with paths from "request".</returns>
    public Validated<PartnerAnswer> Find(PartnerQuestion question, PartnerViewer viewer)
    {
        _ = materials;
        _ = index;
        throw new NotImplementedException($"{question} {viewer}");
    }
}
