using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>By-products and other materials: who can take what leaves, who can give what is needed.</summary>
internal sealed class MaterialMarket(IReadOnlyList<IndexedPark> parks, TypicalValues typical)
{
    /// <summary>Partners of a trade.</summary>
    public MatchFindings Find(MaterialTrade trade, PartnerViewer viewer)
    {
        _ = (parks, typical, trade, viewer);
        return MatchFindings.None;
    }
}
