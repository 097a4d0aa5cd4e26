namespace Symbiosis.Milp.Tests;

public sealed class SolutionCheckerTests
{
    [Fact]
    public void Check_FeasiblePoint_RecomputesTheObjective()
    {
        var check = SolutionChecker.Check(Model(), [1, 2.5]);

        Assert.True(check.IsFeasible);
        Assert.Equal(10 + 1 - 5, check.Objective);
        Assert.Empty(check.Worst);
        Assert.Equal(0, check.MaxBoundViolation + check.MaxRowViolation + check.MaxIntegralityViolation);
    }

    [Fact]
    public void Check_EveryKindOfViolation_IsFoundWorstFirst()
    {
        var check = SolutionChecker.Check(Model(), [0.4, 6]);

        Assert.False(check.IsFeasible);
        Assert.Equal([ViolationKind.Row, ViolationKind.Integrality, ViolationKind.Bound], check.Worst.Select(v => v.Kind));
        Assert.Equal(["sum", "x", "y"], check.Worst.Select(v => v.Name));
        Assert.Equal(0.4, check.MaxIntegralityViolation, 1e-12);
        Assert.Equal(1.0 / 5, check.MaxBoundViolation, 1e-12);
        Assert.Equal(2.4 / 6, check.MaxRowViolation, 1e-12);
        Assert.StartsWith("infeasible: Row 'sum' = 6.4 outside [1, 4]", check.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Relaxation_LetsFractionsPass() =>
        Assert.True(SolutionChecker.Check(Model(), [0.4, 2], integralityTolerance: double.PositiveInfinity).IsFeasible);

    [Theory]
    [InlineData(1e-7, true)]
    [InlineData(1e-5, false)]
    public void Check_RowOfLargeTerms_IsJudgedRelativeToThem(double relative, bool isFeasible)
    {
        var b = new LinearModelBuilder("large");
        var x = b.AddVariable("x", 0, 1e9);
        var y = b.AddVariable("y", 0, 1e9);
        b.AddRow("balance", new LinearExpression().Add(x).Add(y, -1), 0, 0);

        Assert.Equal(isFeasible, SolutionChecker.Check(b.Build(), [1e6, 1e6 * (1 + relative)]).IsFeasible);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Check_ValueNotFinite_IsInfeasible(double value)
    {
        var check = SolutionChecker.Check(Model(), [0, value]);

        Assert.False(check.IsFeasible);
        Assert.Contains(check.Worst, v => v.Kind == ViolationKind.NotFinite && v.Name == "y");
        Assert.True(double.IsNaN(check.Objective));
    }

    [Fact]
    public void Check_WrongLength_Throws() => Assert.Throws<ArgumentException>(() => SolutionChecker.Check(Model(), [1]));

    [Fact]
    public void Check_ManyViolations_KeepsTheTenWorst()
    {
        var b = new LinearModelBuilder("many");
        for (var j = 0; j < 100; j++)
            b.AddVariable($"x{j}", 0, 1);

        var check = SolutionChecker.Check(b.Build(), [.. Enumerable.Range(0, 100).Select(j => 1.0 + j)]);

        Assert.Equal(Enumerable.Range(90, 10).Reverse().Select(j => $"x{j}"), check.Worst.Select(v => v.Name));
    }

    [Fact]
    public void Check_RandomModels_AgreesWithRowByRowSums()
    {
        const int cases = 3000;
        for (var seed = 0; seed < cases; seed++)
        {
            var random = new Random(seed);
            var b = new LinearModelBuilder("random");
            var variables = Enumerable.Range(0, random.Next(1, 6)).Select(j => b.AddVariable($"x{j}", random.Next(-3, 1), random.Next(1, 4), random.Next(-3, 4))).ToArray();
            var values = variables.Select(_ => (double)random.Next(-4, 5)).ToArray();
            var isFeasible = variables.Zip(values).All(p => InBox(b, p.First, p.Second));
            for (var i = random.Next(0, 5); i > 0; i--)
            {
                var expression = new LinearExpression();
                double activity = 0;
                foreach (var variable in variables)
                {
                    var coefficient = random.Next(-3, 4);
                    expression.Add(variable, coefficient);
                    activity += coefficient * values[variable.Index];
                }

                var (lower, upper) = (random.Next(-9, 1), random.Next(1, 9));
                b.AddRow($"r{i}", expression, lower, upper);
                isFeasible &= activity >= lower && activity <= upper;
            }

            Assert.True(isFeasible == SolutionChecker.Check(b.Build(), values).IsFeasible, $"seed {seed}");
        }
    }

    private static bool InBox(LinearModelBuilder b, Variable variable, double value)
    {
        var model = b.Build();
        return value >= model.ColumnLower.Span[variable.Index] && value <= model.ColumnUpper.Span[variable.Index];
    }

    private static LinearModel Model()
    {
        var b = new LinearModelBuilder("m");
        var x = b.AddVariable("x", 0, 1, 1, VariableKind.Binary);
        var y = b.AddVariable("y", 0, 5, -2);
        b.AddRow("sum", new LinearExpression().Add(x).Add(y), 1, 4);
        b.AddObjectiveOffset(10);
        return b.Build();
    }
}
