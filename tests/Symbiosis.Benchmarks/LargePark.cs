using Symbiosis.Domain.Parks;

namespace Symbiosis.Benchmarks;

/// <summary>
/// A park of the size that questions for partners must bear: 500 plants with 20 streams each, 2,500 nodes in a grid of streets with 5,000 corridors,
/// four heat carriers, ten materials. Invented; the same seed gives the same park.
/// </summary>
internal static class LargePark
{
    private const int SideCount = 50;
    private const int PlantCount = 500;
    private const int StreamsPerPlant = 20;
    private const int ShortcutCount = 100;
    private const int ProfileCount = 12;
    private const int MaterialCount = 10;
    private const double StreetM = 200;

    /// <summary>Lays it out.</summary>
    public static Park Create(int seed)
    {
        var random = new Random(seed);
        var order = Enumerable.Range(0, SideCount * SideCount).OrderBy(_ => random.Next()).ToList();
        var sites = order.Take(PlantCount).ToList();
        return new Park
        {
            Id = "large",
            Sites = [.. sites.Select(node => new Site { Id = $"n{node}", XM = node % SideCount * StreetM, YM = node / SideCount * StreetM })],
            Junctions = [.. order.Skip(PlantCount).Select(node => new Junction { Id = $"n{node}", XM = node % SideCount * StreetM, YM = node / SideCount * StreetM })],
            Corridors = [.. Corridors(random)],
            Profiles = [.. Enumerable.Range(0, ProfileCount).Select(i => new Profile { Id = $"p{i}", Values = [.. Enumerable.Range(0, 24).Select(_ => random.NextDouble())] })],
            Carriers =
            [
                Steam("hp", 250), Steam("mp", 185), Steam("lp", 145),
                new Carrier { Id = "hw", Kind = CarrierKind.Water, SupplyCelsius = 95, ReturnCelsius = 60, GenerationStation = new Investment { FixedCny = 1e5, CnyPerKw = 250 } },
            ],
            Sizes = [.. new[] { "hp", "mp", "lp", "hw" }.SelectMany(carrier => new[] { 3000.0, 10000, 40000 }
                .Select(kw => new LinkSize { Id = $"{carrier}-{kw:0}", CarrierId = carrier, CapacityKw = kw, CnyPerM = 800 + kw / 10, LossWPerM = 80 }))],
            Materials = [.. Enumerable.Range(0, MaterialCount).Select(i => new Material { Id = $"m{i}" })],
            TransportModes = [new TransportMode { Id = "truck", Kind = TransportKind.Truck, CnyPerTKm = 0.6, CnyPerT = 8 }],
            Plants = [.. sites.Select((node, i) => Plant(random, i, $"n{node}"))],
        };
    }

    private static Carrier Steam(string id, double celsius) =>
        new() { Id = id, Kind = CarrierKind.Steam, SupplyCelsius = celsius, ReturnCelsius = 105, GenerationStation = new Investment { FixedCny = 2e5, CnyPerKw = 400 }, MaxDistanceM = 6000 };

    private static IEnumerable<Corridor> Corridors(Random random)
    {
        for (var node = 0; node < SideCount * SideCount; node++)
        {
            if (node % SideCount + 1 < SideCount)
                yield return new Corridor { Id = $"e{node}", FromNodeId = $"n{node}", ToNodeId = $"n{node + 1}", CostFactor = 0.7 + random.NextDouble() };
            if (node / SideCount + 1 < SideCount)
                yield return new Corridor { Id = $"s{node}", FromNodeId = $"n{node}", ToNodeId = $"n{node + SideCount}", CostFactor = 0.7 + random.NextDouble() };
        }

        for (var i = 0; i < ShortcutCount; i++)
        {
            var from = random.Next(SideCount * SideCount);
            yield return new Corridor { Id = $"x{i}", FromNodeId = $"n{from}", ToNodeId = $"n{(from + SideCount + 1) % (SideCount * SideCount)}" };
        }
    }

    private static Plant Plant(Random random, int index, string siteId) => new()
    {
        Id = $"plant{index}",
        SiteId = siteId,
        Streams = [.. Enumerable.Range(0, StreamsPerPlant).Select(i => Stream(random, i))],
        HotUtilities = [new HotUtility { Id = "boiler", SupplyCelsius = 1000, PriceCnyPerKwh = 0.2 + 0.2 * random.NextDouble(), Co2KgPerKwh = 0.22 }],
        ColdUtilities = [new ColdUtility { Id = "cooling", SupplyCelsius = 15, TargetCelsius = 20, PriceCnyPerKwh = 0.02 }],
        Recovery = new Recovery { ExistingKw = 0, Investment = new Investment { CnyPerKw = 300 } },
        Outlets = [new Outlet { Id = "out", MaterialId = $"m{random.Next(MaterialCount)}", FlowTPerH = 20 * random.NextDouble(), DisposalCnyPerT = 80 * random.NextDouble() }],
        Inlets =
        [
            new Inlet
            {
                Id = "in",
                FlowTPerH = 20 * random.NextDouble(),
                Accepts = [new Acceptance { MaterialId = $"m{random.Next(MaterialCount)}" }],
                Purchases = [new Purchase { Id = "bought", PriceCnyPerT = 50 + 200 * random.NextDouble() }],
            },
        ],
    };

    private static HeatStream Stream(Random random, int index)
    {
        var (high, low) = (80 + 400 * random.NextDouble(), 25 + 40 * random.NextDouble());
        var isHot = index % 2 == 0;
        return new HeatStream
        {
            Id = $"s{index}",
            SupplyCelsius = isHot ? high : low,
            TargetCelsius = isHot ? low + 20 : Math.Min(high, 180),
            HeatKw = 100 + 3000 * random.NextDouble(),
            HeatProfileId = random.Next(3) == 0 ? null : $"p{random.Next(ProfileCount)}",
        };
    }
}
