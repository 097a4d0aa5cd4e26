using Symbiosis.Domain.Parks;

namespace Symbiosis.TestKit.RandomParkParts;

/// <summary>Plants on sites, junctions, and corridors that join all of them and make a few circles.</summary>
internal static class RandomNetwork
{
    private const int MinCorridorCount = 3;
    private const int MaxCorridorCount = 8;

    public static Park Add(Park park, Draw draw, RandomParkOptions options)
    {
        var plantCount = draw.Count(2, options.MaxPlantCount);
        var siteCount = plantCount > 2 && draw.Chance(0.2) ? plantCount - 1 : plantCount;
        var sites = Nodes(draw, "site", siteCount);
        var junctions = Nodes(draw, "junction", draw.Count(siteCount < 3 ? 1 : 0, 2));
        return park with
        {
            Sites = [.. sites.Select(node => new Site { Id = node.Id, XM = node.XM, YM = node.YM })],
            Junctions = [.. junctions.Select(node => new Junction { Id = node.Id, XM = node.XM, YM = node.YM })],
            Corridors = Corridors(draw, [.. sites, .. junctions]),
            Network = new NetworkRules
            {
                TrenchCnyPerM = draw.Chance(0.7) ? draw.Between(100, 1000) : 0,
                PumpingCnyPerKwh = draw.Chance(0.5) ? 0.6 : 0,
                PumpingCo2KgPerKwh = draw.Chance(0.3) ? 0.5 : 0,
            },
            Plants = [.. Enumerable.Range(0, plantCount).Select(index => new Plant { Id = $"plant{index}", SiteId = sites[index % siteCount].Id })],
        };
    }

    private static Node[] Nodes(Draw draw, string prefix, int count) =>
        [.. Enumerable.Range(0, count).Select(index => new Node($"{prefix}{index}", draw.Count(0, 1500), draw.Count(0, 1500)))];

    private static Corridor[] Corridors(Draw draw, Node[] nodes)
    {
        // Each node joins one of those before it: a tree. What is missing to the drawn number are further pairs.
        var pairs = Enumerable.Range(1, nodes.Length - 1).Select(node => (From: draw.Count(0, node - 1), To: node)).ToHashSet();
        var possible = nodes.Length * (nodes.Length - 1) / 2;
        var count = Math.Min(possible, draw.Count(Math.Max(MinCorridorCount, pairs.Count), MaxCorridorCount));
        while (pairs.Count < count)
        {
            var to = draw.Count(1, nodes.Length - 1);
            pairs.Add((draw.Count(0, to - 1), to));
        }

        return [.. pairs.Select((pair, index) => new Corridor
        {
            Id = $"corridor{index}",
            FromNodeId = nodes[pair.From].Id,
            ToNodeId = nodes[pair.To].Id,
            LengthM = draw.Chance(0.5) ? Math.Ceiling(nodes[pair.From].DistanceM(nodes[pair.To]) * draw.Between(1, 1.6)) : null,
            CostFactor = draw.Chance(0.3) ? draw.Between(0.6, 2.5) : 1,
            TrenchCnyPerM = draw.Chance(0.2) ? draw.Between(100, 1500) : null,
            OneWay = draw.Chance(0.1),
            Closed = draw.Chance(0.05),
            NoTransport = draw.Chance(0.15),
        })];
    }

    private sealed record Node(string Id, double XM, double YM)
    {
        public double DistanceM(Node other) => double.Hypot(XM - other.XM, YM - other.YM);
    }
}
