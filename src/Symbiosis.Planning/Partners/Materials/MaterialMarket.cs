using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>By-products and other materials: who can take what leaves, who can give what is needed. Indexed by material once. Thread-safe.</summary>
internal sealed class MaterialMarket
{
    private static readonly Comparer<MaterialEntry> ByCloseness = Comparer<MaterialEntry>.Create(MaterialEntry.CompareCloseness);
    private static readonly Comparer<MaterialEntry> ByGain = Comparer<MaterialEntry>.Create(MaterialEntry.CompareGain);

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

    /// <summary>Partners of a trade, one entry a plant with its best pair of elements, mode and treatment; those that gain most first.</summary>
    /// <param name="trade">What is offered or needed.</param>
    /// <param name="viewer">Through whose eyes.</param>
    /// <param name="most">Most partners written; <see cref="MatchFindings.PartnerCount"/> counts all.</param>
    /// <param name="mostRuledOut">Most ruled-out plants written, those that came closest first.</param>
    public MatchFindings Find(MaterialTrade trade, PartnerViewer viewer, int most = int.MaxValue, int mostRuledOut = int.MaxValue)
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
        var best = search.Entries.Where(entry => entry.Best is not null).Order(ByGain).ToList();
        var second = SecondTaker.Find(trade, best);
        var ruledOut = search.Entries.Where(entry => entry.IsRuledOut).Order(ByCloseness).ToList();
        var near = NearMisses.Find(trade, viewer, markets, search);
        return new MatchFindings(
            [.. best.Take(most).Select(entry => writer.Write(entry.View, entry.Best!, second is { } found && found.First == entry ? found : null))],
            [.. ruledOut.Take(mostRuledOut).Select(entry => entry.RuledOut()).OfType<RuledOutPartner>(), .. near.Take(Math.Max(0, mostRuledOut - ruledOut.Count))],
            trade.Filled)
        {
            PartnerCount = best.Count,
            RuledOutCount = ruledOut.Count + near.Count,
        };
    }
}
