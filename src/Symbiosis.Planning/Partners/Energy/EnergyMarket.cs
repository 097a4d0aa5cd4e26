using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners.Routing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>
/// Finds who can take heat, gas or power that is offered, or give what is needed. What every plant could give and take of each carrier is known beforehand, so a
/// question only lays two profiles over each other and looks up the way between them. Heat, gas and power do not leave a park.
/// </summary>
internal sealed class EnergyMarket(EnergyBook book)
{
    // Carriers whose best partner's pipe is offered to others.
    private const int SharedLaneCount = 3;

    private readonly PairReckoning reckoning = new(book.Park);

    /// <summary>All plants that have anything to do with the trade.</summary>
    public EnergyFindings Find(EnergyTrade trade, PartnerViewer viewer)
    {
        var matches = new List<(PlantEnergy Plant, PairMatch Match)>();
        var obstacles = new List<(PlantEnergy Plant, EnergyObstacle Obstacle)>();
        foreach (var plant in book.Plants)
        {
            if (plant.View.Index == trade.PlantIndex || !plant.View.IsFor(viewer))
                continue;

            var (best, closest) = Look(trade, plant);
            if (best is { GainCny: > 0 })
                matches.Add((plant, best));
            else if (IsConcerned(trade, plant))
                obstacles.Add((plant, best is null ? closest : new EnergyObstacle(PartnerReason.Economics, best.Lane, best.Way.LengthM, best)));
        }

        matches = Ranked(matches);
        Share(trade, matches, obstacles);

        // Ids decide between equals, so that the order of the plants in a file does not.
        obstacles.Sort((a, b) => (b.Obstacle.Rank, a.Plant.View.Plant.Id).CompareTo((a.Obstacle.Rank, b.Plant.View.Plant.Id)));
        return new EnergyFindings(Ranked(matches), obstacles);
    }

    private static List<(PlantEnergy Plant, PairMatch Match)> Ranked(List<(PlantEnergy Plant, PairMatch Match)> matches) =>
        [.. matches.OrderByDescending(pair => pair.Match.GainCny).ThenBy(pair => pair.Plant.View.Plant.Id, StringComparer.Ordinal)];

    // Plants that do not pay alone may pay together with the best partner of a carrier.
    private void Share(EnergyTrade trade, List<(PlantEnergy Plant, PairMatch Match)> matches, List<(PlantEnergy Plant, EnergyObstacle Obstacle)> obstacles)
    {
        foreach (var first in matches.DistinctBy(pair => pair.Match.Lane.Index).Take(SharedLaneCount).ToList())
        {
            var failed = obstacles.Where(pair => pair.Obstacle.Reason == PartnerReason.Economics).Select(pair => pair.Plant);
            foreach (var pair in Sharing(trade, first, failed))
            {
                matches.Add(pair);
                obstacles.RemoveAll(obstacle => obstacle.Plant == pair.Plant);
            }
        }
    }

    /// <summary>
    /// Who gains by sharing a first partner's pipe: he gets what the first leaves (or gives what the first cannot), and pays only for his branch and for
    /// what a larger pipe costs more. Best first.
    /// </summary>
    public IReadOnlyList<(PlantEnergy Plant, PairMatch Match)> Sharing(EnergyTrade trade, (PlantEnergy Plant, PairMatch Match) first, IEnumerable<PlantEnergy> others)
    {
        var lane = first.Match.Lane;
        var isOffer = trade.Side == PartnerSide.Offer;
        if (Rest(isOffer ? first.Match.Give : first.Match.Take, first.Match.SentKw) is not { } rest || first.Match.Way.IsOneSite)
            return [];

        var (tree, table) = Shared(trade, first.Match);
        var found = new List<(PlantEnergy Plant, PairMatch Match)>();
        foreach (var other in others.Where(other => other != first.Plant))
        {
            var way = new PairWay(table, tree, other.View.Node, trade.Place.ConnectionM);
            if (!(way.LengthM <= (lane.Carrier.MaxDistanceM ?? double.MaxValue)))
                continue;
            PairMatch? best = null;
            foreach (var theirs in trade.PortsOf(other)[lane.Index].Where(port => !port.IsRemote))
            {
                if (reckoning.Best(lane, isOffer ? rest : theirs, isOffer ? theirs : rest, way) is { GainCny: > 0 } match && match.GainCny > (best?.GainCny ?? 0))
                    best = match;
            }

            if (best is not null)
                found.Add((other, best with { SharedWith = first.Plant }));
        }

        return [.. found.OrderByDescending(pair => pair.Match.GainCny).ThenBy(pair => pair.Plant.View.Plant.Id, StringComparer.Ordinal)];
    }

    private CarrierPort? Rest(CarrierPort own, double[] used)
    {
        double[] left = [.. own.Kw.Zip(used, (kw, taken) => Math.Max(0, kw - taken))];
        var kwh = left.Select((kw, t) => kw * book.Park.Hours[t]).Sum();

        // His station stands for the first partner anyhow; a larger one costs by its size.
        return kwh > 0 ? own with { Kw = left, YearlyKwh = kwh, Station = own.Station is { } law ? law with { FixedCny = 0 } : null } : null;
    }

    private static (RouteTree Tree, RouteTable Table) Shared(EnergyTrade trade, PairMatch first)
    {
        var lane = first.Lane;
        var main = first.Link.MainSize is { } size ? Enumerable.Range(0, lane.Sizes.Count).First(i => lane.Sizes[i] == size) : (int?)null;
        var passed = first.Way.Tree.Corridors(first.Way.Node).ToHashSet();
        var table = lane.ByCost.With((corridor, leg) => leg.IsNew && passed.Contains(corridor)
            ? leg with { Weight = 0, TrenchCny = 0, SharedSize = main, SharedPeakKw = first.SentKw.Max() }
            : leg);
        return (trade.Side == PartnerSide.Offer ? table.From(trade.Place.Node) : table.To(trade.Place.Node), table);
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
            if (own[i].Any(port => !port.IsRemote) && theirs[i].Any(port => !port.IsRemote))
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
                    var isRemote = give.IsRemote || take.IsRemote;
                    if (isRemote && give.WorthCnyPerKwh.Max() + take.WorthCnyPerKwh.Max() <= 0)
                        continue;
                    if (isRemote)
                        best = Better(best, Obstacle(trade, lane, give, take, plant.View.Node) is null ? reckoning.Best(lane, give, take, Way(trade, lane, plant.View.Node)) : null);
                    else if (Obstacle(trade, lane, give, take, plant.View.Node) is { } obstacle)
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

    // A remote way counts only where it pays.
    private static PairMatch? Better(PairMatch? best, PairMatch? remote) => remote is { GainCny: > 0 } && remote.GainCny > (best?.GainCny ?? 0) ? remote : best;

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
        var cheapest = new PairWay(lane.ByCost, trade.Side == PartnerSide.Offer ? lane.ByCost.From(trade.Place.Node) : lane.ByCost.To(trade.Place.Node), node, trade.Place.ConnectionM);
        if (cheapest.LengthM <= (lane.Carrier.MaxDistanceM ?? double.PositiveInfinity))
            return cheapest;
        return cheapest with { Table = lane.ByLength, Tree = trade.Side == PartnerSide.Offer ? lane.ByLength.From(trade.Place.Node) : lane.ByLength.To(trade.Place.Node) };
    }
}
