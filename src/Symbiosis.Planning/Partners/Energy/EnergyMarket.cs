using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>
/// Finds who can take heat, gas or power that is offered, or give what is needed. What every plant could give and take of each carrier is known beforehand, so a
/// question only lays two profiles over each other and looks up the way between them. Heat, gas and power do not leave a park. Not thread-safe: one for a question.
/// </summary>
internal sealed class EnergyMarket(EnergyBook book) : IDisposable
{
    // A loss beyond this share of the saving no smaller station turns: at 0.4 of the largest flow costs by size are 0.4 of what they were.
    private const double MostTurnedShare = 1.5;

    // Plants that pay alone too and are tried as sharers of the best one's pipe.
    private const int SharedCount = 10;

    // Plants that do not pay alone and are tried as sharers, those that came closest.
    private const int FailedCount = 30;

    // Carriers whose best partner's pipe is offered to others.
    private const int SharedLaneCount = 3;

    private readonly List<Candidate> candidates = [];
    private readonly PairReckoning reckoning = new(book.Park);

    /// <inheritdoc/>
    public void Dispose() => reckoning.Dispose();

    /// <summary>All plants that have anything to do with the trade.</summary>
    /// <param name="trade">What is offered or needed.</param>
    /// <param name="viewer">Through whose eyes.</param>
    /// <param name="limit">How many partners are told; of the others only that they pay.</param>
    public EnergyFindings Find(EnergyTrade trade, PartnerViewer viewer, int limit)
    {
        var options = new List<(PlantEnergy Plant, PairOption Option)>();
        var obstacles = new List<(PlantEnergy Plant, EnergyObstacle Obstacle)>();
        foreach (var plant in book.Plants)
        {
            if (plant.View.Index == trade.PlantIndex || !plant.View.IsFor(viewer))
                continue;

            var (best, closest) = Look(trade, plant);
            if (best is { GainCny: <= 0 } && best.GainCny > -MostTurnedShare * best.Flow.SavingCny)
                best = reckoning.Refined(best);
            if (best is { GainCny: > 0 })
                options.Add((plant, best));
            else if (IsConcerned(trade, plant))
                obstacles.Add((plant, best is null ? closest : new EnergyObstacle(PartnerReason.Economics, best.Lane, best.Way.LengthM, best)));
        }

        Refine(options, limit + SharedCount);
        var sharers = Share(trade, options, obstacles);

        // Ids decide between equals, so that the order of the plants in a file does not.
        options.Sort((a, b) => (b.Option.GainCny, a.Plant.View.Plant.Id).CompareTo((a.Option.GainCny, b.Plant.View.Plant.Id)));
        obstacles.Sort((a, b) => (b.Obstacle.Rank, a.Plant.View.Plant.Id).CompareTo((a.Obstacle.Rank, b.Plant.View.Plant.Id)));
        return new EnergyFindings(options, obstacles, sharers);
    }

    /// <summary>An option with all that is told of it.</summary>
    public PairMatch Detail(PairOption option) => reckoning.Detail(option);

    // The best are told with their best sizes; of the others only that they pay.
    private void Refine(List<(PlantEnergy Plant, PairOption Option)> options, int count)
    {
        options.Sort((a, b) => b.Option.GainCny.CompareTo(a.Option.GainCny));
        for (var i = 0; i < Math.Min(count, options.Count); i++)
            options[i] = (options[i].Plant, reckoning.Refined(options[i].Option));
    }

    // Plants that do not pay alone may pay by sharing the pipe of a carrier's best partner: they get what he leaves (or give what he cannot), and pay only for
    // their branch and for what a larger pipe costs more.
    private List<PipeSharer> Share(EnergyTrade trade, List<(PlantEnergy Plant, PairOption Option)> options, List<(PlantEnergy Plant, EnergyObstacle Obstacle)> obstacles)
    {
        var sharers = new List<PipeSharer>();
        foreach (var (plant, option) in options.OrderByDescending(pair => pair.Option.GainCny).DistinctBy(pair => pair.Option.Lane.Index).Take(SharedLaneCount).ToList())
        {
            var first = reckoning.Detail(option);
            if (!first.Way.IsOneSite && Rest(trade, first) is { } rest)
                sharers.AddRange(Sharers(trade, plant, first, rest, options, obstacles));
        }

        return sharers;
    }

    private List<PipeSharer> Sharers(
        EnergyTrade trade,
        PlantEnergy firstPlant,
        PairMatch first,
        CarrierPort rest,
        List<(PlantEnergy Plant, PairOption Option)> options,
        List<(PlantEnergy Plant, EnergyObstacle Obstacle)> obstacles)
    {
        var found = new List<(PlantEnergy Plant, PairOption Option)>();
        var failed = obstacles.Where(pair => pair.Obstacle.Reason == PartnerReason.Economics).OrderByDescending(pair => pair.Obstacle.Rank).Take(FailedCount).Select(pair => pair.Plant).ToHashSet();
        var near = options.Where(pair => pair.Option.Lane == first.Lane).OrderByDescending(pair => pair.Option.GainCny).Take(SharedCount).Select(pair => pair.Plant);
        foreach (var other in failed.Concat(near).Where(other => other != firstPlant))
        {
            if (Shared(trade, first, rest, other) is { GainCny: > 0 } option)
                found.Add((other, option));
        }

        options.AddRange(found.Where(pair => failed.Contains(pair.Plant)));
        var paying = found.Select(pair => pair.Plant).ToHashSet();
        obstacles.RemoveAll(obstacle => paying.Contains(obstacle.Plant));
        return found.ConvertAll(pair => new PipeSharer(pair.Plant, pair.Option, firstPlant));
    }

    private PairOption? Shared(EnergyTrade trade, PairMatch first, CarrierPort rest, PlantEnergy other)
    {
        var lane = first.Lane;
        var isOffer = trade.Side == PartnerSide.Offer;
        var branches = isOffer ? lane.ByCost.From(first.Way.Node) : lane.ByCost.To(first.Way.Node);
        PairWay[] ways =
        [
            Way(trade, lane, other.View.Node) with { SharedWith = first },
            new PairWay(lane.ByCost, branches, other.View.Node, 0) { Through = first.Way, SharedWith = first },
        ];
        PairOption? best = null;
        foreach (var way in ways.Where(way => way.LengthM <= (lane.Carrier.MaxDistanceM ?? double.MaxValue)))
        {
            foreach (var theirs in trade.PortsOf(other)[lane.Index].Where(port => !port.IsRemote))
            {
                if (reckoning.Best(lane, isOffer ? rest : theirs, isOffer ? theirs : rest, way) is { } option && option.GainCny > (best?.GainCny ?? 0))
                    best = option;
            }
        }

        return best;
    }

    private CarrierPort? Rest(EnergyTrade trade, PairMatch first)
    {
        var own = trade.Side == PartnerSide.Offer ? first.Give : first.Take;
        double[] left = [.. own.Kw.Zip(first.SentKw, (kw, taken) => Math.Max(0, kw - taken))];
        var kwh = left.Select((kw, t) => kw * book.Park.Hours[t]).Sum();

        // His station stands for the first partner anyhow; a larger one costs by its size.
        return kwh > 0 ? own with { Kw = left, YearlyKwh = kwh, Station = own.Station is { } law ? law with { FixedCny = 0 } : null } : null;
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

    private (PairOption? Best, EnergyObstacle Closest) Look(EnergyTrade trade, PlantEnergy plant)
    {
        var closest = new EnergyObstacle(PartnerReason.Temperature, null, 0, null);
        candidates.Clear();
        foreach (var lane in book.Lanes)
        {
            foreach (var own in trade.OwnPorts[lane.Index])
            {
                foreach (var theirs in trade.PortsOf(plant)[lane.Index])
                {
                    var (give, take) = trade.Side == PartnerSide.Offer ? (own, theirs) : (theirs, own);
                    var isRemote = give.IsRemote || take.IsRemote;
                    if (isRemote && give.BestWorthCnyPerKwh + take.BestWorthCnyPerKwh <= 0)
                        continue;
                    var overlap = reckoning.Overlap(give, take);
                    var lengthM = LengthM(trade, lane, plant.View.Node);
                    if (Obstacle(lane, overlap, lengthM) is { } obstacle)
                        closest = !isRemote && obstacle.Rank > closest.Rank ? obstacle : closest;
                    else
                        candidates.Add(new Candidate(lane, give, take, overlap, isRemote, overlap.MostSavingCny - lengthM * lane.LeastCnyPerMYear));
                }
            }

            if (closest.Reason == PartnerReason.Temperature && lane.Range is not null && IsBarred(trade, plant, lane))
                closest = new EnergyObstacle(PartnerReason.NotAccepted, lane, 0, null);
        }

        // The most promising first: what it gains rules most others out unreckoned.
        candidates.Sort((a, b) => b.MostGainCny.CompareTo(a.MostGainCny));
        PairOption? best = null;
        foreach (var tried in candidates)
        {
            if (best is not null && tried.MostGainCny <= Math.Max(best.GainCny, 0) || tried.IsRemote && tried.MostGainCny <= 0)
                continue;
            var option = reckoning.Rough(tried.Lane, tried.Give, tried.Take, Way(trade, tried.Lane, plant.View.Node), tried.Overlap);
            if (option is null)
                closest = tried.IsRemote ? closest : new EnergyObstacle(PartnerReason.NoRoute, tried.Lane, 0, null);
            else if ((!tried.IsRemote || option.GainCny > 0) && option.GainCny > (best?.GainCny ?? double.NegativeInfinity))
                best = option;
        }

        return (best, closest);
    }

    // One end could, and the other is barred from the carrier.
    private static bool IsBarred(EnergyTrade trade, PlantEnergy plant, CarrierLane lane)
    {
        var (own, theirs) = (trade.OwnPorts[lane.Index].Count, trade.PortsOf(plant)[lane.Index].Count);
        return (own > 0 && theirs == 0 && plant.View.Plant.ExcludedCarrierIds.Contains(lane.Carrier.Id))
            || (theirs > 0 && own == 0 && trade.Plant.View.Plant.ExcludedCarrierIds.Contains(lane.Carrier.Id));
    }

    private static EnergyObstacle? Obstacle(CarrierLane lane, in PairOverlap overlap, double shortest)
    {
        if (double.IsInfinity(shortest))
            return new EnergyObstacle(PartnerReason.NoRoute, lane, shortest, null);
        if (shortest > (lane.Carrier.MaxDistanceM ?? double.PositiveInfinity))
            return new EnergyObstacle(PartnerReason.Distance, lane, shortest, null);
        return overlap.Kwh <= 0 ? new EnergyObstacle(PartnerReason.Timing, lane, shortest, null) : null;
    }

    private static double LengthM(EnergyTrade trade, CarrierLane lane, int node) =>
        (trade.Side == PartnerSide.Offer ? lane.ByLength.From(trade.Place.Node) : lane.ByLength.To(trade.Place.Node)).LengthM(node) + trade.Place.ConnectionM;

    private static PairWay Way(EnergyTrade trade, CarrierLane lane, int node)
    {
        var cheapest = new PairWay(lane.ByCost, trade.Side == PartnerSide.Offer ? lane.ByCost.From(trade.Place.Node) : lane.ByCost.To(trade.Place.Node), node, trade.Place.ConnectionM);
        if (cheapest.LengthM <= (lane.Carrier.MaxDistanceM ?? double.PositiveInfinity))
            return cheapest;
        return cheapest with { Table = lane.ByLength, Tree = trade.Side == PartnerSide.Offer ? lane.ByLength.From(trade.Place.Node) : lane.ByLength.To(trade.Place.Node) };
    }

    private readonly record struct Candidate(CarrierLane Lane, CarrierPort Give, CarrierPort Take, PairOverlap Overlap, bool IsRemote, double MostGainCny);
}
