using Symbiosis.Milp;

namespace Symbiosis.Solvers.Tests;

/// <summary>What every engine must do. Tests that need a capability are skipped, and say so, where the engine does not declare it.</summary>
public abstract partial class EngineConformanceTests(ISolverEngine engine, ITestOutputHelper output)
{
    private const double Tolerance = 1e-6;

    // What takes longer hangs, even on a machine busy with other work.
    private const double LongSeconds = 30;

    private static CancellationToken TestStop => TestContext.Current.CancellationToken;

    [Fact]
    public void Solve_TinyLp_FindsOptimumWithBound()
    {
        var result = Solve(TestModels.TinyLp());

        Assert.Equal(Termination.Optimal, result.Termination);
        Assert.Equal(-11, result.Objective!.Value, Tolerance);
        Assert.Equal(-11, result.Bound!.Value, Tolerance);
        Assert.Equal([3.0, 1.0], result.Values!.Select(v => Math.Round(v, 6)));
    }

    [Fact]
    public void Solve_TinyLp_ReturnsDuals()
    {
        Require(EngineCapabilities.Duals);

        var result = Solve(TestModels.TinyLp());

        Assert.Equal([-2.0, 0.0], result.RowDuals!.Select(v => Math.Round(v, 6) + 0.0));
        Assert.Equal([-1.0, 0.0], result.ReducedCosts!.Select(v => Math.Round(v, 6) + 0.0));
    }

    [Fact]
    public void Solve_TinyKnapsack_FindsOptimumWithOffset()
    {
        var result = Solve(TestModels.TinyKnapsack());

        Assert.Equal(Termination.Optimal, result.Termination);
        Assert.Equal(80, result.Objective!.Value, Tolerance);
        Assert.InRange(result.Bound!.Value, 80 - 0.01, 80 + Tolerance);
        Assert.Null(result.RowDuals);
    }

    [Fact]
    public void Solve_EveryKindOfBound_FindsOptimum()
    {
        var result = Solve(TestModels.EveryKindOfBound());

        Assert.Equal(Termination.Optimal, result.Termination);
        Assert.Equal(-3, result.Objective!.Value, Tolerance);
    }

    [Fact]
    public void Solve_Relaxed_IgnoresWholeNumbers()
    {
        using var session = engine.Open(TestModels.TinyKnapsack());

        var relaxed = session.Solve(new SolveOptions { RelaxIntegrality = true }, stop: TestStop);
        var whole = session.Solve(new SolveOptions(), stop: TestStop);

        // By value a weight: c 3.5, a 3.33, b 3.25; c and a fill 5, a quarter of b fills the rest: 7 + 10 + 3.25.
        Assert.Equal(79.75, relaxed.Objective!.Value, Tolerance);
        Assert.Equal(80, whole.Objective!.Value, Tolerance);
    }

    [Fact]
    public void Solve_InfeasibleLp_SaysInfeasible() => AssertNoSolution(Termination.Infeasible, Solve(TestModels.InfeasibleLp()));

    [Fact]
    public void Solve_InfeasibleMip_SaysInfeasible() => AssertNoSolution(Termination.Infeasible, Solve(TestModels.InfeasibleMip()));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Solve_Unbounded_SaysUnbounded(bool isMip) => AssertNoSolution(Termination.Unbounded, Solve(TestModels.Unbounded(isMip)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Solve_InfeasibleWithRay_DoesNotSayUnbounded(bool isMip)
    {
        var result = Solve(TestModels.InfeasibleWithRay(isMip));

        Assert.Contains(result.Termination, new[] { Termination.Infeasible, Termination.InfeasibleOrUnbounded });
        Assert.Null(result.Values);
    }

    [Fact]
    public void Solve_NoColumns_DecidesByRows()
    {
        var feasible = new LinearModelBuilder("no columns");
        feasible.AddObjectiveOffset(4);
        feasible.AddRow("zero", new LinearExpression(), -1, 1);
        var infeasible = new LinearModelBuilder("no columns");
        infeasible.AddRow("one", new LinearExpression(), 1, 1);

        Assert.Equal(4, Solve(feasible.Build()).Objective);
        AssertNoSolution(Termination.Infeasible, Solve(infeasible.Build()));
    }

    [Fact]
    public void Solve_NoRows_FindsBounds()
    {
        var b = new LinearModelBuilder("no rows");
        b.AddVariable("x", -2, 3, 1);
        b.AddVariable("y", -2.5, 2.5, -1, VariableKind.Integer);

        Assert.Equal(-4, Solve(b.Build()).Objective!.Value, Tolerance);
    }

    [Fact]
    public void Solve_RandomWholeModels_AgreesWithTryingAllPoints()
    {
        const int cases = 40;
        for (var seed = 1000; seed < 1000 + cases; seed++)
        {
            var model = TestModels.RandomWhole(seed);
            var expected = TestModels.BestByTrying(model);

            var result = Solve(model);

            Assert.True(expected is null ? result.Termination == Termination.Infeasible : result.Termination == Termination.Optimal, $"seed {seed}: {result.Termination}, expected {expected}");
            Assert.True(expected is null || Math.Abs(expected.Value - result.Objective!.Value) < Tolerance, $"seed {seed}: {result.Objective}, expected {expected}");
        }

        output.WriteLine($"{cases} cases from seed 1000");
    }

    [Fact]
    public void Solve_Transport_ObeysDuality()
    {
        Require(EngineCapabilities.Duals);
        for (var seed = 1; seed <= 8; seed++)
        {
            var model = TestModels.Transport(4 + seed, 3 + seed, seed);

            var result = Solve(model);

            // Objective = duals times active sides + reduced costs times active bounds; the sign names the side.
            var dual = model.ObjectiveOffset;
            for (var i = 0; i < model.RowCount; i++)
                dual += AtSide(result.RowDuals![i], model.RowLower.Span[i], model.RowUpper.Span[i]);
            for (var j = 0; j < model.ColumnCount; j++)
                dual += AtSide(result.ReducedCosts![j], model.ColumnLower.Span[j], model.ColumnUpper.Span[j]);
            Assert.True(Math.Abs(dual - result.Objective!.Value) < 1e-5 * Math.Max(1, Math.Abs(dual)), $"seed {seed}: primal {result.Objective}, dual {dual}");
        }
    }

    [Fact]
    public void Apply_ManyRandomChanges_SameAsSendingTheModelAnew()
    {
        var random = new Random(77);
        using var session = engine.Open(TestModels.Transport(6, 5, seed: 3));
        for (var round = 0; round < 12; round++)
        {
            var change = new ModelChange();
            for (var k = 0; k < 4; k++)
            {
                var lower = random.Next(0, 5);
                change.SetColumnBounds(random.Next(30), lower, lower + random.Next(0, 18));
                change.SetCost(random.Next(30), random.Next(-5, 30));
                change.SetRowBounds(6 + random.Next(5), random.Next(1, 60), TestModels.None);
            }

            session.Apply(change);
            var again = session.Solve(new SolveOptions(), stop: TestStop);
            var anew = Solve(session.Model);

            Assert.Equal(anew.Termination, again.Termination);
            if (anew.Objective is { } objective)
                Assert.Equal(objective, again.Objective!.Value, 1e-6 * Math.Max(1, Math.Abs(objective)));
        }

        output.WriteLine("seed 77");
    }

    [Fact]
    public void Apply_ChangeOfWholeModelBetweenRelaxations_CountsInBoth()
    {
        using var session = engine.Open(TestModels.TinyKnapsack());
        session.Solve(new SolveOptions(), stop: TestStop);

        session.Apply(new ModelChange().SetColumnBounds(1, 0, 0));
        var relaxed = session.Solve(new SolveOptions { RelaxIntegrality = true }, stop: TestStop);
        session.Apply(new ModelChange().SetCost(2, -70).SetRowBounds(0, -TestModels.None, 4));
        var whole = session.Solve(new SolveOptions(), stop: TestStop);

        Assert.Equal(83, relaxed.Objective!.Value, Tolerance);
        Assert.Equal(30, whole.Objective!.Value, Tolerance);
    }

    [Fact]
    public void Apply_ChangeThatDoesNotFit_Throws()
    {
        using var session = engine.Open(TestModels.TinyKnapsack());

        Assert.Throws<ArgumentException>(() => session.Apply(new ModelChange().SetCost(3, 1)));
        Assert.Throws<ArgumentException>(() => session.Apply(new ModelChange().SetColumnBounds(0, 0, 2)));
    }

    private static double AtSide(double multiplier, double lower, double upper)
    {
        const double zero = 1e-9;
        if (Math.Abs(multiplier) < zero)
            return 0;
        return multiplier * (multiplier > 0 ? lower : upper);
    }

    private static double[] GreedyStart(LinearModel model)
    {
        var values = new double[model.ColumnCount];
        for (var j = 0; j < values.Length; j++)
        {
            values[j] = 1;
            if (!SolutionChecker.Check(model, values).IsFeasible)
                values[j] = 0;
        }

        return values;
    }

    private static void AssertNoSolution(Termination expected, SolveResult result)
    {
        Assert.Equal(expected, result.Termination);
        Assert.Null(result.Values);
        Assert.Null(result.Objective);
    }

    private SolveResult Solve(LinearModel model, SolveOptions? options = null, Action<SolveProgress>? onProgress = null)
    {
        using var session = engine.Open(model);
        return session.Solve(options ?? new SolveOptions(), onProgress, TestStop);
    }

    private void Require(EngineCapabilities capability) =>
        Assert.SkipUnless(engine.Capabilities.HasFlag(capability), $"{engine.Name} does not declare {capability}.");
}
