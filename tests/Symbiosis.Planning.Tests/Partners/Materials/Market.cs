using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Materials;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Tests.Partners.Materials;

/// <summary>Asks the material market of parks under test.</summary>
internal static class Market
{
    public static readonly TypicalValues Typical = TypicalValues.Of([]);

    public static MatchFindings Ask(Park park, string plantId, string elementId, PartnerViewer? viewer = null) => Ask([park], plantId, elementId, viewer);

    public static MatchFindings Ask(IReadOnlyList<Park> parks, string plantId, string elementId, PartnerViewer? viewer = null)
    {
        IndexedPark[] indexed = [.. parks.Select(park => new IndexedPark(park))];
        var home = indexed.First(park => park.Park.Plants.Any(plant => plant.Id == plantId));
        var view = home.Views.First(candidate => candidate.Plant.Id == plantId);
        var trade = new MaterialTradeReader(indexed, Typical).OfElement(home, view, elementId);
        Assert.NotNull(trade);
        return new MaterialMarket(indexed, Typical).Find(trade, viewer ?? PartnerViewer.Planner);
    }
}
