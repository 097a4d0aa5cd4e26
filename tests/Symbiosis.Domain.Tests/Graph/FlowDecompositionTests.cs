using Symbiosis.Domain.Graph;

namespace Symbiosis.Domain.Tests.Graph;

public sealed class FlowDecompositionTests
{
    private const double Tolerance = 1e-6;

    [Fact]
    public void Create_OneDonorTwoReceivers_SplitsAtTheFork()
    {
        var flow = FlowDecomposition.Create([10, -4, -6], [new FlowArc(0, 1, 10, 10), new FlowArc(1, 2, 6, 6)]);

        Assert.Equal([(0, 1, 4.0), (0, 2, 6.0)], flow.Paths.Select(path => (path.DonorNode, path.ReceiverNode, path.Delivered)));
        Assert.Equal([0, 1], flow.Paths[1].Arcs);
    }

    [Fact]
    public void Create_LossOnTheWay_IsBornByThePath()
    {
        var flow = FlowDecomposition.Create([10, 0, -8], [new FlowArc(0, 1, 10, 9), new FlowArc(1, 2, 9, 8)]);

        var path = Assert.Single(flow.Paths);
        Assert.Equal(10, path.Sent, Tolerance);
        Assert.Equal(8, path.Delivered, Tolerance);
    }

    [Fact]
    public void Create_Circle_IsCancelledAndReported()
    {
        FlowArc[] arcs = [new(0, 1, 8, 8), new(1, 2, 3, 3), new(2, 0, 3, 3)];

        var flow = FlowDecomposition.Create([5, -5, 0], arcs);

        Assert.Equal(3, Assert.Single(flow.Cycles).Sent, Tolerance);
        Assert.Equal(5, Assert.Single(flow.Paths).Delivered, Tolerance);
    }

    [Fact]
    public void Create_PipeThatOnlyLoses_DeliversNothing()
    {
        // An idle pipe whose losses are fed half from each end.
        var flow = FlowDecomposition.Create([1, 0], [new FlowArc(0, 1, 1, 0)]);

        Assert.Empty(flow.Paths);
        Assert.Equal(1, flow.LostAlone, Tolerance);
    }

    [Fact]
    public void Create_EndFeedsItsOwnLoss_IsNoDelivery()
    {
        // Node 1 receives 5 of 5 over the first arc and feeds 1 into the end of the second, which sent 2.
        var flow = FlowDecomposition.Create([5, -4, 2], [new FlowArc(0, 1, 5, 5), new FlowArc(2, 1, 2, -1)]);

        var path = Assert.Single(flow.Paths);
        Assert.Equal((0, 1), (path.DonorNode, path.ReceiverNode));
        Assert.Equal(4, path.Delivered, Tolerance);
        Assert.Equal(3, flow.LostAlone, Tolerance);
        Assert.Equal(0, flow.Residual, Tolerance);
    }

    [Fact]
    public void Create_ArrivesWithMoreThanSent_Throws()
    {
        Assert.Throws<ArgumentException>(() => FlowDecomposition.Create([1, -2], [new FlowArc(0, 1, 1, 2)]));
    }

    [Fact]
    public void Create_RandomFlows_AddUp()
    {
        for (var seed = 1; seed <= 2000; seed++)
        {
            var (injections, arcs) = RandomFlow(new Random(seed), isLossless: seed % 2 == 0);

            var flow = FlowDecomposition.Create(injections, arcs);

            for (var node = 0; node < injections.Length; node++)
            {
                var sent = flow.Paths.Where(path => path.DonorNode == node).Sum(path => path.Sent);
                var delivered = flow.Paths.Where(path => path.ReceiverNode == node).Sum(path => path.Delivered);
                Assert.True(sent <= Math.Max(0, injections[node]) + Tolerance, $"seed {seed}: node {node} sends {sent}");
                Assert.True(Math.Abs(delivered - Math.Max(0, -injections[node])) < Tolerance, $"seed {seed}: node {node} receives {delivered} of {-injections[node]}");
            }

            var supplied = injections.Where(amount => amount > 0).Sum();
            Assert.True(Math.Abs(supplied - flow.Paths.Sum(path => path.Sent) - flow.LostAlone) < Tolerance, $"seed {seed}: supply");
            Assert.True(flow.Residual < Tolerance, $"seed {seed}: residual {flow.Residual}");
            AssertArcsAreNotOverused(seed, arcs, flow);
        }
    }

    [Fact]
    public void Create_RandomFlows_FollowConnectedArcs()
    {
        for (var seed = 1; seed <= 500; seed++)
        {
            var (injections, arcs) = RandomFlow(new Random(seed), isLossless: false);

            foreach (var path in FlowDecomposition.Create(injections, arcs).Paths)
            {
                var node = path.DonorNode;
                foreach (var arc in path.Arcs)
                {
                    Assert.True(arcs[arc].From == node, $"seed {seed}");
                    node = arcs[arc].To;
                }

                Assert.True(node == path.ReceiverNode, $"seed {seed}");
            }
        }
    }

    private static void AssertArcsAreNotOverused(int seed, FlowArc[] arcs, FlowDecomposition flow)
    {
        var used = new double[arcs.Length];
        foreach (var (way, sent) in flow.Paths.Select(path => (path.Arcs, path.Sent)).Concat(flow.Cycles.Select(cycle => (cycle.Arcs, cycle.Sent))))
        {
            var amount = sent;
            foreach (var arc in way)
            {
                used[arc] += amount;
                amount *= Math.Max(0, arcs[arc].Arrived) / arcs[arc].Sent;
            }
        }

        for (var arc = 0; arc < arcs.Length; arc++)
            Assert.True(used[arc] <= arcs[arc].Sent + Tolerance, $"seed {seed}: arc {arc} carries {used[arc]} of {arcs[arc].Sent}");
    }

    private static (double[] Injections, FlowArc[] Arcs) RandomFlow(Random random, bool isLossless)
    {
        // Any arcs at all are a flow once the nodes inject what is missing.
        var nodeCount = random.Next(2, 9);
        var arcs = Enumerable.Range(0, random.Next(1, 16)).Select(_ =>
        {
            var sent = random.Next(5) == 0 ? 0 : random.NextDouble() * 100;
            var arrived = isLossless ? sent : sent * (0.7 + 0.3 * random.NextDouble()) - (random.Next(4) == 0 ? random.NextDouble() : 0);
            return new FlowArc(random.Next(nodeCount), random.Next(nodeCount), sent, arrived);
        }).ToArray();
        var injections = new double[nodeCount];
        foreach (var arc in arcs)
        {
            injections[arc.From] += arc.Sent;
            injections[arc.To] -= arc.Arrived;
        }

        return (injections, arcs);
    }
}
