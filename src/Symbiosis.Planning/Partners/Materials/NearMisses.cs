using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>
/// Plants that do not take the material but take one of the same family: the last word of the id in common, as in acid-gypsum and
/// phosphogypsum, and nothing that law or safety asks beyond it. A hint for a talk, so few are given.
/// </summary>
internal static class NearMisses
{
    private const int MostCount = 5;
    private const int LeastWordLength = 4;

    /// <summary>Near misses of an offer, in its own park.</summary>
    public static IReadOnlyList<RuledOutPartner> Find(MaterialTrade trade, PartnerViewer viewer, IReadOnlyList<ParkMarket> markets, MaterialSearch search)
    {
        var market = markets.FirstOrDefault(candidate => candidate.Park == trade.Place.Home);
        if (trade.Side != PartnerSide.Offer || trade.Outlet is not { } outlet || market is null || !MaterialHazard.Of(trade.Material).IsHarmless)
            return [];

        var family = outlet.MaterialId.Split('-', '_', '.')[^1];
        if (family.Length < LeastWordLength)
            return [];

        var found = new Dictionary<int, RuledOutPartner>();
        foreach (var receiver in market.AllReceivers)
        {
            if (receiver.View is not { } view || !view.IsFor(viewer) || found.ContainsKey(view.Index) || search.Knows(market.Park, view.Index) || view.Plant.Id == trade.PlantId)
                continue;
            if (receiver.Accepts.FirstOrDefault(terms => terms.MaterialId.EndsWith(family, StringComparison.Ordinal)) is not { } near || near.MaterialId == outlet.MaterialId)
                continue;
            found.Add(view.Index, new RuledOutPartner
            {
                ParkId = market.Park.Park.Id,
                PlantId = view.Plant.Id,
                Disclosure = view.Disclosure,
                Kind = CouplingKind.Material,
                FlowId = near.MaterialId,
                Reason = PartnerReason.NotAccepted,
                Sentence = $"It takes {near.MaterialId}, not {outlet.MaterialId}; ask whether a trial would widen that.",
            });
        }

        return [.. found.Values.OrderBy(near => near.PlantId, StringComparer.Ordinal).Take(MostCount)];
    }
}
