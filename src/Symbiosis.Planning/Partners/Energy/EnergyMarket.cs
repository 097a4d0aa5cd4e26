using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>
/// Finds who can take heat, gas or power that is offered, or give what is needed. What every plant could give and take of each carrier is known beforehand, so a
/// question only lays two profiles over each other and looks up the way between them. Heat, gas and power do not leave a park.
/// </summary>
internal sealed class EnergyMarket(EnergyBook book)
{
    private readonly PairReckoning reckoning = new(book.Park);

    /// <summary>All plants that have anything to do with the trade.</summary>
    public EnergyFindings Find(EnergyTrade trade, PartnerViewer viewer)
    {
        var matches = new List<(PlantEnergy Plant, PairMatch Match)>();
        var obstacles = new List<(PlantEnergy Plant, EnergyObstacle Obstacle)>();
        foreach (var plant in book.Plants)
        {
            if (plant.View.Index == trade.PlantIndex || !plant.View.IsFor(viewer) || !IsConcerned(trade, plant))
                continue;

            var (best, closest) = Look(trade, plant);
            if (best is { GainCny: > 0 })
                matches.Add((plant, best));
            else
                obstacles.Add((plant, best is null ? closest : new EnergyObstacle(PartnerReason.Economics, best.Lane, best.Way.LengthM, best)));
        }

        // Ids decide between equals, so that the order of the plants in a file does not.
        matches.Sort((a, b) => (b.Match.GainCny, a.Plant.View.Plant.Id).CompareTo((a.Match.GainCny, b.Plant.View.Plant.Id)));
        obstacles.Sort((a, b) => (b.Obstacle.Rank, a.Plant.View.Plant.Id).CompareTo((a.Obstacle.Rank, b.Plant.View.Plant.Id)));
        return new EnergyFindings(matches, obstacles);
    }

    /// <summary>What a second plant could take of an offer that a first one leaves, its pipe going on from the first one; null: nobody gains by it.</summary>
    public (PlantEnergy Plant, PairMatch Match)? SecondTaker(EnergyTrade trade, (PlantEnergy Plant, PairMatch Match) first, IEnumerable<PlantEnergy> others)
    {
        var lane = first.Match.Lane;
        var give = first.Match.Give;
        double[] left = [.. give.Kw.Select((kw, t) => Math.Max(0, kw - first.Match.SentKw[t]))];
        var kwh = left.Select((kw, t) => kw * book.Park.Hours[t]).Sum();
        if (trade.Side != PartnerSide.Offer || !(kwh > 0) || double.IsInfinity(kwh))
            return null;

        var rest = give with { Kw = left, YearlyKwh = kwh };
        var tree = lane.ByCost.From(first.Plant.View.Node);
        (PlantEnergy, PairMatch)? best = null;
        foreach (var other in others.Where(other => other != first.Plant))
        {
            var way = new PairWay(tree, other.View.Node, 0);
            if (double.IsInfinity(way.LengthM) || first.Match.Way.LengthM + way.LengthM > (lane.Carrier.MaxDistanceM ?? double.PositiveInfinity))
                continue;
            foreach (var take in other.Takes[lane.Index])
            {
                if (reckoning.Best(lane, rest, take, way) is { GainCny: > 0 } match && match.GainCny > (best?.Item2.GainCny ?? 0))
                    best = (other, match);
            }
        }

        return best;
    }

    // A plant without anything of the kind is nobody's partner and not worth a line.
    private static bool IsConcerned(EnergyTrade trade, PlantEnergy plant)
    {
        var asksHeat = (trade.Side == PartnerSide.Offer ? trade.Plant.HottestCelsius : trade.Plant.ColdestCelsius) is not null;
        var hasHeat = (trade.Side == PartnerSide.Offer ? plant.ColdestCelsius : plant.HottestCelsius) is not null;
        if (asksHeat && hasHeat)
            return true;
        var (own, theirs) = (trade.OwnPorts, trade.PortsOf(plant));
        for (var i = 0; i < own.Length; i++)
        {
            if (own[i].Count > 0 && theirs[i].Count > 0)
                return true;
        }

        return false;
    }

    private (PairMatch? Best, EnergyObstacle Closest) Look(EnergyTrade trade, PlantEnergy plant)
    {
        PairMatch? best = null;
        var closest = new EnergyObstacle(PartnerReason.Temperature, null, 0, null);
        foreach (var lane in book.Lanes)
        {
            foreach (var own in trade.OwnPorts[lane.Index])
            {
                foreach (var theirs in trade.PortsOf(plant)[lane.Index])
                {
                    var (give, take) = trade.Side == PartnerSide.Offer ? (own, theirs) : (theirs, own);
                    if (take.IsCooling && give.WorthCnyPerKwh.Max() + take.WorthCnyPerKwh[0] <= 0)
                        continue;
                    if (Obstacle(trade, lane, give, take, plant.View.Node) is { } obstacle)
                        closest = obstacle.Rank > closest.Rank ? obstacle : closest;
                    else if (reckoning.Best(lane, give, take, Way(trade, lane, plant.View.Node)) is not { } match)
                        closest = new EnergyObstacle(PartnerReason.Timing, lane, 0, null);
                    else if (match.GainCny > (best?.GainCny ?? double.NegativeInfinity))
                        best = match;
                }
            }

            if (trade.OwnPorts[lane.Index].Count > 0 && lane.Range is not null && trade.PortsOf(plant)[lane.Index].Count == 0
                && plant.View.Plant.ExcludedCarrierIds.Contains(lane.Carrier.Id) && closest.Reason == PartnerReason.Temperature)
                closest = new EnergyObstacle(PartnerReason.NotAccepted, lane, 0, null);
        }

        return (best, closest);
    }

    private EnergyObstacle? Obstacle(EnergyTrade trade, CarrierLane lane, CarrierPort give, CarrierPort take, int node)
    {
        var shortest = (trade.Side == PartnerSide.Offer ? lane.ByLength.From(trade.Place.Node) : lane.ByLength.To(trade.Place.Node)).LengthM(node) + trade.Place.ConnectionM;
        if (double.IsInfinity(shortest))
            return new EnergyObstacle(PartnerReason.NoRoute, lane, shortest, null);
        if (shortest > (lane.Carrier.MaxDistanceM ?? double.PositiveInfinity))
            return new EnergyObstacle(PartnerReason.Distance, lane, shortest, null);
        return reckoning.Overlap(give, take).Kwh <= 0 ? new EnergyObstacle(PartnerReason.Timing, lane, shortest, null) : null;
    }

    private static PairWay Way(EnergyTrade trade, CarrierLane lane, int node)
    {
        var cheapest = new PairWay(trade.Side == PartnerSide.Offer ? lane.ByCost.From(trade.Place.Node) : lane.ByCost.To(trade.Place.Node), node, trade.Place.ConnectionM);
        if (cheapest.LengthM <= (lane.Carrier.MaxDistanceM ?? double.PositiveInfinity))
            return cheapest;
        return cheapest with { Tree = trade.Side == PartnerSide.Offer ? lane.ByLength.From(trade.Place.Node) : lane.ByLength.To(trade.Place.Node) };
    }
}
