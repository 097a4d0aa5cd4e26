using Symbiosis.Milp;

namespace Symbiosis.Solvers.Tests;

/// <summary>Two engines that share no code must agree on outcome and objective.</summary>
public sealed class SecondOpinionTests(ITestOutputHelper output)
{
    [Fact]
    public void Solve_RandomNetworkDesigns_EnginesAgree()
    {
        const int firstSeed = 500;
        const int cases = 30;
        using var highs = new HighsEngine();
        using var cbc = new CbcEngine();
        var outcomes = new Dictionary<Termination, int>();
        for (var seed = firstSeed; seed < firstSeed + cases; seed++)
        {
            var model = RandomNetwork(seed);
            var first = Solve(highs, model);
            var second = Solve(cbc, model);

            Assert.True(first.Termination == second.Termination, $"seed {seed}: {first.Termination}, {second.Termination}");
            outcomes[first.Termination] = outcomes.GetValueOrDefault(first.Termination) + 1;
            if (first.Objective is { } a && second.Objective is { } b)
                Assert.True(Math.Abs(a - b) <= 1e-5 * Math.Max(1, Math.Abs(a)), $"seed {seed}: {a}, {b}");
        }

        output.WriteLine($"seeds from {firstSeed}: {string.Join(", ", outcomes.Select(o => $"{o.Value} {o.Key}"))}");
        Assert.True(outcomes.Count > 1, "all cases ended alike");
    }

    /// <summary>Pipes between nodes, each built or not, carry what the donors give to what the receivers need; some needs cannot be met.</summary>
    private static LinearModel RandomNetwork(int seed)
    {
        var random = new Random(seed);
        var b = new LinearModelBuilder($"network-{seed}");
        var nodes = random.Next(3, 6);
        var balance = Enumerable.Range(0, nodes).Select(_ => new LinearExpression()).ToArray();
        for (var from = 0; from < nodes; from++)
        {
            for (var to = 0; to < nodes; to++)
            {
                if (from == to || random.NextDouble() < 0.3)
                    continue;
                var capacity = random.Next(3, 15);
                var flow = b.AddVariable($"flow[{from},{to}]", 0, double.PositiveInfinity, random.Next(1, 9) / 4.0);
                var pipes = b.AddVariable($"pipes[{from},{to}]", 0, 2, random.Next(5, 40), VariableKind.Integer);
                b.AddRow($"capacity[{from},{to}]", new LinearExpression().Add(flow).Add(pipes, -capacity), double.NegativeInfinity, 0);
                balance[from].Add(flow, -1);
                balance[to].Add(flow, 0.97);
            }
        }

        for (var node = 0; node < nodes; node++)
        {
            var need = random.Next(-12, 9);
            b.AddRow($"balance[{node}]", balance[node], need, double.PositiveInfinity);
        }

        return b.Build();
    }

    private static SolveResult Solve(ISolverEngine engine, LinearModel model)
    {
        using var session = engine.Open(model);
        return session.Solve(new SolveOptions { AbsoluteGap = 0 }, stop: TestContext.Current.CancellationToken);
    }
}
