using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Indexing;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>The question's own end of a match, over the periods of the park in which the other end stands.</summary>
internal static class TradeEnds
{
    /// <summary>An offer as a donor.</summary>
    public static MaterialDonor Donor(MaterialTrade trade, IndexedPark basis)
    {
        var outlet = trade.Outlet ?? throw new ArgumentException("An offer needs an outlet.", nameof(trade));
        return new MaterialDonor
        {
            Place = trade.Place,
            PlantId = trade.PlantId,
            ElementId = trade.ElementId ?? outlet.Id,
            MaterialId = outlet.MaterialId,
            Hazard = MaterialHazard.Of(trade.Material).And(MaterialHazard.Of(trade.Place.Home.Materials.GetValueOrDefault(outlet.MaterialId))).And(MaterialHazard.Of(basis.Materials.GetValueOrDefault(outlet.MaterialId))),
            Composition = outlet.Composition.Count > 0 ? outlet.Composition : trade.Material?.Composition ?? [],
            Flow = trade.Flow.On(basis),
            DisposalCnyPerT = outlet.DisposalCnyPerT,
            DisposalCo2KgPerT = outlet.DisposalCo2KgPerT,
            HandlingCnyPerT = outlet.HandlingCnyPerT,
            Quality = FigureQuality.Of(outlet.Provenance, null),
        };
    }

    /// <summary>A need as a receiver.</summary>
    public static MaterialReceiver Receiver(MaterialTrade trade, IndexedPark basis)
    {
        var inlet = trade.Inlet ?? throw new ArgumentException("A need needs an inlet.", nameof(trade));
        return new MaterialReceiver
        {
            Place = trade.Place,
            PlantId = trade.PlantId,
            ElementId = trade.ElementId ?? inlet.Id,
            Accepts = inlet.Accepts,
            Purchases = inlet.Purchases,
            PricesCnyPerT = [.. inlet.Purchases.Select(purchase => Prices(purchase, trade.Place.Home, basis))],
            Limits = inlet.Limits,
            MinLotTPerH = inlet.MinLotTPerH,
            Need = trade.Flow.On(basis),
            Required = inlet.Required,
            Quality = FigureQuality.Of(inlet.Provenance, null),
        };
    }

    // Other parks have other steps; there the price is the mean of the year.
    private static double[] Prices(Purchase purchase, IndexedPark home, IndexedPark basis)
    {
        var own = home.Grid.Series(purchase.PriceCnyPerT, purchase.PriceProfileId);
        if (home == basis)
            return own;

        var mean = own.Select((price, t) => price * home.Hours[t]).Sum() / home.Hours.Sum();
        return [.. Enumerable.Repeat(mean, basis.Hours.Length)];
    }
}
