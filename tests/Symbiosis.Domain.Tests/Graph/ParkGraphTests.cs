using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Tests.Graph;

public sealed class ParkGraphTests
{
    [Fact]
    public void Create_NoLength_TakesTheStraightLine()
    {
        var park = new Park
        {
            Id = "park",
            Sites = [new Site { Id = "a", XM = 0, YM = 0 }, new Site { Id = "b", XM = 300, YM = 400 }],
            Corridors = [Way("ab", "a", "b", null)],
        };

        Assert.Equal(500, ParkGraph.Create(park).Corridors[0].LengthM, 1e-9);
    }

    [Fact]
    public void Create_LatitudeAndLongitude_TakesTheGreatCircle()
    {
        var park = new Park
        {
            Id = "park",
            Sites = [new Site { Id = "a", LatitudeDegrees = 30, LongitudeDegrees = 120 }, new Site { Id = "b", LatitudeDegrees = 30.01, LongitudeDegrees = 120 }],
            Corridors = [Way("ab", "a", "b", null)],
        };

        // A hundredth of a degree of latitude is 1,112 m.
        Assert.Equal(1111.95, ParkGraph.Create(park).Corridors[0].LengthM, 0.01);
    }

    [Fact]
    public void Create_NeitherLengthNorCoordinates_Throws()
    {
        Assert.Throws<ArgumentException>(() => ParkGraph.Create(Network(2, Way("ab", "n0", "n1", null))));
    }

    [Fact]
    public void Create_UnknownNode_Throws()
    {
        Assert.Throws<ArgumentException>(() => ParkGraph.Create(Network(1, Way("ab", "n0", "elsewhere", 1))));
    }

    [Fact]
    public void From_TwoWays_TakesTheShorter()
    {
        var graph = ParkGraph.Create(Network(3, Way("long", "n0", "n2", 10), Way("first", "n0", "n1", 4), Way("second", "n1", "n2", 5)));

        var path = graph.From(0).Path(2)!;

        Assert.Equal(["n0", "n1", "n2"], path.NodeIds);
        Assert.Equal(["first", "second"], path.CorridorIds);
        Assert.Equal(9, path.LengthM);
    }

    [Fact]
    public void From_UnusableCorridor_IsAvoided()
    {
        var graph = ParkGraph.Create(Network(2, Way("rack", "n0", "n1", 1) with { NoTransport = true }, Way("road", "n0", "n1", 3)));

        Assert.Equal(3, graph.From(0, corridor => !corridor.Corridor.NoTransport).Distance(1));
    }

    [Fact]
    public void From_OneWay_IsNotRunAgainst()
    {
        var graph = ParkGraph.Create(Network(2, Way("down", "n0", "n1", 1) with { OneWay = true }));

        Assert.True(graph.From(0).IsReachable(1));
        Assert.False(graph.From(1).IsReachable(0));
        Assert.Null(graph.From(1).Path(0));
    }

    [Fact]
    public void From_Itself_IsAnEmptyPath()
    {
        var path = ParkGraph.Create(Network(1)).From(0).Path(0)!;

        Assert.Equal(["n0"], path.NodeIds);
        Assert.Empty(path.CorridorIds);
    }

    [Fact]
    public void From_NegativeWeight_Throws()
    {
        var graph = ParkGraph.Create(Network(2, Way("ab", "n0", "n1", 1)));

        Assert.Throws<ArgumentException>(() => graph.From(0, weight: _ => -1));
    }

    [Fact]
    public void From_RandomNetworks_AgreesWithAllPairsByRelaxation()
    {
        for (var seed = 1; seed <= 500; seed++)
        {
            var random = new Random(seed);
            var graph = ParkGraph.Create(RandomNetwork(random));
            var expected = AllPairs(graph);
            for (var from = 0; from < graph.Nodes.Count; from++)
            {
                var paths = graph.From(from);
                for (var to = 0; to < graph.Nodes.Count; to++)
                {
                    Assert.True(paths.Distance(to).Equals(expected[from, to]) || Math.Abs(paths.Distance(to) - expected[from, to]) < 1e-9, $"seed {seed}: {from} to {to}");
                    Assert.True(paths.Path(to) is not { } path || Math.Abs(path.LengthM - expected[from, to]) < 1e-9, $"seed {seed}: path {from} to {to}");
                }
            }
        }
    }

    [Fact]
    public void ConnectedComponents_RandomNetworks_AgreeWithReachability()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var park = RandomNetwork(new Random(seed));
            park = park with { Corridors = [.. park.Corridors.Select(corridor => corridor with { OneWay = false })] };
            var graph = ParkGraph.Create(park);
            var component = graph.ConnectedComponents();
            for (var from = 0; from < graph.Nodes.Count; from++)
            {
                var paths = graph.From(from);
                for (var to = 0; to < graph.Nodes.Count; to++)
                    Assert.True(paths.IsReachable(to) == (component[from] == component[to]), $"seed {seed}: {from} and {to}");
            }
        }
    }

    private static double[,] AllPairs(ParkGraph graph)
    {
        // Floyd and Warshall: another algorithm than the one under test.
        var count = graph.Nodes.Count;
        var distance = new double[count, count];
        for (var from = 0; from < count; from++)
        {
            for (var to = 0; to < count; to++)
                distance[from, to] = from == to ? 0 : double.PositiveInfinity;
        }

        foreach (var corridor in graph.Corridors)
        {
            distance[corridor.From, corridor.To] = Math.Min(distance[corridor.From, corridor.To], corridor.LengthM);
            if (!corridor.Corridor.OneWay)
                distance[corridor.To, corridor.From] = Math.Min(distance[corridor.To, corridor.From], corridor.LengthM);
        }

        for (var over = 0; over < count; over++)
        {
            for (var from = 0; from < count; from++)
            {
                for (var to = 0; to < count; to++)
                    distance[from, to] = Math.Min(distance[from, to], distance[from, over] + distance[over, to]);
            }
        }

        return distance;
    }

    private static Park RandomNetwork(Random random)
    {
        var nodeCount = random.Next(1, 9);
        var corridors = Enumerable.Range(0, random.Next(0, 15)).Select(index =>
        {
            var way = Way($"c{index}", $"n{random.Next(nodeCount)}", $"n{random.Next(nodeCount)}", random.Next(0, 20));
            return way with { OneWay = random.Next(3) == 0 };
        });
        return Network(nodeCount, [.. corridors]);
    }

    private static Park Network(int nodeCount, params Corridor[] corridors) => new()
    {
        Id = "park",
        Sites = [.. Enumerable.Range(0, nodeCount).Select(index => new Site { Id = $"n{index}" })],
        Corridors = corridors,
    };

    private static Corridor Way(string id, string from, string to, double? lengthM) =>
        new() { Id = id, FromNodeId = from, ToNodeId = to, LengthM = lengthM };
}
