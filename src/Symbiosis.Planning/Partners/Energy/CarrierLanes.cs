using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Formulation;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Routing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>Lays out the ways of every carrier of a park; carriers that see the same corridors share their tables.</summary>
internal sealed class CarrierLanes(IndexedPark park)
{
    // Of two ways of equal cost the shorter one.
    private const double CnyPerMOfLength = 0.01;

    private readonly List<(RouteLeg?[] Legs, RouteTable Table)> tables = [];

    /// <summary>The lanes, in the order of the park's carriers.</summary>
    public IReadOnlyList<CarrierLane> Create()
    {
        var planner = new LinkPlanner(park);
        var lanes = park.Park.Carriers.Select(Lane).ToList();
        foreach (var lane in lanes)
        {
            lane.Legs = [.. Enumerable.Range(0, lane.Sizes.Count).Select(design => Enumerable.Range(0, park.Graph.Corridors.Count)
                .Select(corridor => lane.ByCost.Leg(corridor) is { } leg ? planner.Leg(lane, leg, design) : LinkFigures.Barred).ToArray())];
        }

        return lanes;
    }

    private CarrierLane Lane(Carrier carrier, int index)
    {
        var sizes = park.Park.Sizes.Where(size => size.CarrierId == carrier.Id).OrderBy(size => size.CapacityKw).Take(CarrierLane.MaxSizeCount).ToList();
        var reference = sizes.Count == 0 ? 0 : CnyPerM(sizes[sizes.Count / 2]);
        double[] rates = [.. sizes.Select(size => (size.CostIsYearly ? 1 : park.Annuity(null, size.LifetimeYears)) + (size.OmFraction ?? (size.CostIsYearly ? 0 : park.Park.Economics.OmFraction)))];
        var lies = park.Park.Corridors.Any(corridor => corridor.Existing.Any(link => sizes.Exists(size => size.Id == link.SizeId)));
        return new CarrierLane
        {
            Index = index,
            Carrier = carrier,
            Range = carrier.SupplyCelsius is { } supply
                ? new CarrierRange(supply, carrier.Kind == CarrierKind.Steam ? supply : carrier.ReturnCelsius ?? supply, carrier.ApproachK)
                : null,
            Sizes = sizes,
            SizeRates = rates,
            LeastCnyPerMYear = lies || sizes.Count == 0 ? 0
                : sizes.Select((size, i) => size.CnyPerM * rates[i]).Min() * park.Park.Corridors.Select(corridor => corridor.CostFactor).DefaultIfEmpty(0).Min(),
            ByCost = Table([.. park.Graph.Corridors.Select(corridor => Leg(corridor, carrier, sizes, (costLength, trench) => costLength * reference + trench + corridor.LengthM * CnyPerMOfLength))]),
            ByLength = Table([.. park.Graph.Corridors.Select(corridor => Leg(corridor, carrier, sizes, (_, _) => corridor.LengthM))]),
        };
    }

    private static double CnyPerM(LinkSize size) => size.CnyPerM + size.CnyPerKwM * size.CapacityKw;

    private RouteLeg? Leg(GraphCorridor corridor, Carrier carrier, List<LinkSize> sizes, Func<double, double, double> weight)
    {
        var existing = corridor.Corridor.Existing.Select(link => (link, Size: sizes.Find(size => size.Id == link.SizeId))).Where(pair => pair.Size is not null).ToList();
        if (existing.Count > 0)
            return new RouteLeg(weight(0, 0), corridor.LengthM, 0, 0, 0, existing.Sum(pair => pair.link.CapacityKw ?? pair.Size!.CapacityKw));

        var allowed = NewSizes(corridor.Corridor, carrier, sizes);
        if (allowed == 0)
            return null;
        var factor = corridor.Corridor.CostFactor;
        var trench = factor * corridor.LengthM * (corridor.Corridor.TrenchCnyPerM ?? park.Park.Network.TrenchCnyPerM);
        return new RouteLeg(weight(factor * corridor.LengthM, trench), corridor.LengthM, factor, trench, allowed, 0);
    }

    private static ulong NewSizes(Corridor corridor, Carrier carrier, List<LinkSize> sizes)
    {
        var option = corridor.Options.FirstOrDefault(candidate => candidate.CarrierId == carrier.Id);
        if (corridor.Closed || (option is null && corridor.Options.Count > 0))
            return 0;

        var mask = 0UL;
        for (var i = 0; i < sizes.Count; i++)
        {
            if (option is null || option.SizeIds.Count == 0 || option.SizeIds.Contains(sizes[i].Id))
                mask |= 1UL << i;
        }

        return mask;
    }

    private RouteTable Table(RouteLeg?[] legs)
    {
        foreach (var known in tables)
        {
            if (known.Legs.AsSpan().SequenceEqual(legs))
                return known.Table;
        }

        var table = new RouteTable(park.Graph, legs);
        tables.Add((legs, table));
        return table;
    }
}
