using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>By-products and other materials: who can take what leaves, who can give what is needed. Indexed by material once. Thread-safe.</summary>
internal sealed class MaterialMarket
{
    private static readonly Comparer<MaterialEntry> ByCloseness = Comparer<MaterialEntry>.Create(MaterialEntry.CompareCloseness);

    private readonly TypicalValues typical;
    private readonly HaulFinder hauls;
    private readonly ParkMarket[] markets;

    /// <summary>Indexes the parks.</summary>
    public MaterialMarket(IReadOnlyList<IndexedPark> parks, TypicalValues typical)
    {
        this.typical = typical;
        hauls = new HaulFinder(typical);
        markets = [.. parks.Select(park => new ParkMarket(park, typical))];
    }

    /// <summary>Partners of a trade, one entry a plant with its best pair of elements, mode and treatment.</summary>
    public MatchFindings Find(MaterialTrade trade, PartnerViewer viewer)
    {
        var search = new MaterialSearch(trade, viewer, hauls);
        foreach (var market in markets)
        {
            if (trade.Side == PartnerSide.Offer)
                search.AddTakers(market);
            else
                search.AddGivers(market);
        }

        var writer = new MaterialPartnerWriter(trade, typical);
        var best = search.Entries.Where(entry => entry.Best is not null).ToList();
        var second = SecondTaker.Find(trade, best);
        return new MatchFindings(
            [.. best.Select(entry => writer.Write(entry.View, entry.Best!, second is { } found && found.First == entry ? found : null))],
            [.. search.Entries.Order(ByCloseness).Select(entry => entry.RuledOut()).OfType<RuledOutPartner>(), .. NearMisses.Find(trade, viewer, markets, search)],
            trade.Filled);
    }
}
