namespace Symbiosis.Milp.Tests;

public sealed class LinearModelBuilderTests
{
    private const double None = double.PositiveInfinity;

    [Fact]
    public void Build_TermsRepeatedInARow_AreMerged()
    {
        var b = new LinearModelBuilder("m");
        var x = b.AddVariable("x", 0, 1);
        var y = b.AddVariable("y", 0, 1);
        b.AddRow("first", new LinearExpression().Add(x, 2).Add(y).Add(x, 3), 0, 1);
        b.AddRow("second", new LinearExpression().Add(y, 4).Add(x).Add(y, 1), 0, 1);

        var model = b.Build();

        Assert.Equal([0, 2, 4], model.ColumnStarts.ToArray());
        Assert.Equal([0, 1, 0, 1], model.RowIndices.ToArray());
        Assert.Equal([5.0, 1.0, 1.0, 5.0], model.Values.ToArray());
    }

    [Fact]
    public void Build_TermsThatCancel_AreDropped()
    {
        var b = new LinearModelBuilder("m");
        var x = b.AddVariable("x", 0, 1);
        b.AddRow("row", new LinearExpression().Add(x, 2).Add(x, -2), 0, 1);

        Assert.Equal(0, b.Build().NonzeroCount);
    }

    [Fact]
    public void AddRow_Constant_MovesToTheSides()
    {
        var b = new LinearModelBuilder("m");
        var x = b.AddVariable("x", 0, 1);
        b.AddRow("row", new LinearExpression().Add(x).AddConstant(3), 1, 5);
        b.AddRow("open", new LinearExpression().Add(x).AddConstant(3), -None, None);

        var model = b.Build();

        Assert.Equal([-2.0, -None], model.RowLower.ToArray());
        Assert.Equal([2.0, None], model.RowUpper.ToArray());
    }

    [Fact]
    public void AddRow_ExpressionChangedAfterwards_RowStays()
    {
        var b = new LinearModelBuilder("m");
        var x = b.AddVariable("x", 0, 1);
        var expression = new LinearExpression().Add(x);
        b.AddRow("row", expression, 0, 1);
        expression.Add(x, 7);

        Assert.Equal([1.0], b.Build().Values.ToArray());
    }

    [Fact]
    public void AddCost_SeveralTimes_AddsUp()
    {
        var b = new LinearModelBuilder("m");
        var x = b.AddVariable("x", 0, 1, 2);
        b.AddCost(x, 3);
        b.AddCost(new LinearExpression().Add(x, 4).AddConstant(1), 2);
        b.AddObjectiveOffset(5);

        var model = b.Build();

        Assert.Equal([13.0], model.ColumnCosts.ToArray());
        Assert.Equal(7, model.ObjectiveOffset);
    }

    [Fact]
    public void Build_Counts_AgreeWithTheBuilder()
    {
        var b = new LinearModelBuilder("m");
        var x = b.AddVariable("x", 0, 1, 0, VariableKind.Binary);
        b.AddVariable("y", 0, 9, 0, VariableKind.Integer);
        b.AddVariable("z", 0, 1);
        b.SetBounds(x, 1, 1);
        b.AddRow("row", new LinearExpression().Add(x), 0, 1);

        var model = b.Build();

        Assert.Equal((3, 1, 1, 2), (b.VariableCount, b.RowCount, b.NonzeroCount, b.IntegerCount));
        Assert.Equal((3, 1, 1, 2), (model.ColumnCount, model.RowCount, model.NonzeroCount, model.IntegerCount));
        Assert.Equal([1.0, 0.0, 0.0], model.ColumnLower.ToArray());
    }

    [Fact]
    public void Build_ManyFaults_ListsAllOfThem()
    {
        var b = new LinearModelBuilder("faulty");
        var x = b.AddVariable("x", 2, 1);
        b.AddVariable("x", double.NaN, 1);
        b.AddVariable("", 0, 1);
        b.AddVariable("dear", 0, 1, double.NegativeInfinity);
        b.AddVariable("binary", 0, 2, 0, VariableKind.Binary);
        b.AddVariable("nowhere", None, None);
        b.AddRow("row", new LinearExpression().Add(x, double.NaN), 0, 1);
        b.AddRow("row", new LinearExpression().Add(x, None), 3, 2);
        b.AddRow("constant", new LinearExpression().AddConstant(None), 0, 1);
        b.AddRow(" ", new LinearExpression(), 0, double.NaN);
        b.AddObjectiveOffset(double.NaN);

        var fault = Assert.Throws<LinearModelException>(b.Build);

        Assert.Equal("faulty", fault.ModelName);
        Assert.Equal(
            [
                "Row 'constant': its constant is Infinity.",
                "Variable 'x': the lower bound 2 is above the upper bound 1.",
                "Variable 'x' occurs more than once.",
                "Variable 'x': a bound is not a number, [NaN, 1].",
                "Variable 2 has no name.",
                "Variable 'dear': its cost is -Infinity.",
                "Variable 'binary': binary with bounds [0, 2] outside [0, 1].",
                "Variable 'nowhere': no finite value lies in [Infinity, Infinity].",
                "Row 'row': the coefficient of 'x' is NaN.",
                "Row 'row' occurs more than once.",
                "Row 'row': the lower bound 3 is above the upper bound 2.",
                "Row 'row': the coefficient of 'x' is Infinity.",
                "Row 'constant': no finite value lies in [-Infinity, -Infinity].",
                "Row 3 has no name.",
                "Row ' ': a bound is not a number, [0, NaN].",
                "The objective offset is NaN.",
            ],
            fault.Faults);
    }

    [Fact]
    public void Build_ManyMoreFaultsThanAMessageHolds_KeepsThemAll()
    {
        var b = new LinearModelBuilder("faulty");
        for (var j = 0; j < 500; j++)
            b.AddVariable($"x{j}", 1, 0);

        var fault = Assert.Throws<LinearModelException>(b.Build);

        Assert.Equal(500, fault.Faults.Count);
        Assert.Contains("and 480 more", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Handles_OfAnotherBuilder_AreRefused()
    {
        var b = new LinearModelBuilder("mine");
        b.AddVariable("x", 0, 1);
        var foreign = new LinearModelBuilder("other").AddVariable("x", 0, 1);

        Assert.Throws<ArgumentException>(() => b.AddCost(foreign, 1));
        Assert.Throws<ArgumentException>(() => b.SetBounds(foreign, 0, 1));
        Assert.Throws<ArgumentException>(() => b.AddRow("row", new LinearExpression().Add(foreign), 0, 1));
        Assert.Throws<ArgumentException>(() => b.AddCost(default(Variable), 1));
        Assert.Equal(0, b.RowCount);
    }

    [Fact]
    public void Handles_OfOneBuilder_AreEqualByIndex()
    {
        var b = new LinearModelBuilder("m");
        var x = b.AddVariable("x", 0, 1);
        var y = b.AddVariable("y", 0, 1);
        var foreign = new LinearModelBuilder("other").AddVariable("x", 0, 1);

        Assert.NotEqual(x, y);
        Assert.NotEqual(x, foreign);
        Assert.Equal(1, y.Index);
    }

    [Fact]
    public void Build_Twice_GivesIndependentModels()
    {
        var b = new LinearModelBuilder("m");
        var x = b.AddVariable("x", 0, 1);
        var first = b.Build();
        b.SetBounds(x, 0, 9);
        b.AddRow("row", new LinearExpression().Add(x), 0, 1);

        var second = b.Build();

        Assert.Equal((1.0, 0), (first.ColumnUpper.Span[0], first.RowCount));
        Assert.Equal((9.0, 1), (second.ColumnUpper.Span[0], second.RowCount));
    }

    [Fact]
    public void Build_RandomRows_MatrixHoldsTheSumOfTheTerms()
    {
        const int cases = 2000;
        for (var seed = 0; seed < cases; seed++)
        {
            var random = new Random(seed);
            var b = new LinearModelBuilder("random");
            var variables = Enumerable.Range(0, random.Next(1, 8)).Select(j => b.AddVariable($"x{j}", 0, 1)).ToList();
            var expected = new Dictionary<(int Row, int Column), double>();
            for (var i = 0; i < random.Next(0, 8); i++)
            {
                var expression = new LinearExpression();
                for (var k = random.Next(0, 12); k > 0; k--)
                {
                    // Variables added between rows must find their place too.
                    if (random.Next(10) == 0)
                        variables.Add(b.AddVariable($"x{variables.Count}", 0, 1));
                    var (column, coefficient) = (random.Next(variables.Count), random.Next(-2, 3));
                    expression.Add(variables[column], coefficient);
                    expected[(i, column)] = expected.GetValueOrDefault((i, column)) + coefficient;
                }

                b.AddRow($"r{i}", expression, 0, 1);
            }

            var model = b.Build();

            var found = Entries(model).ToDictionary(e => (e.Row, e.Column), e => e.Value);
            Assert.True(found.Count == expected.Count(e => e.Value != 0), $"seed {seed}");
            Assert.True(found.All(e => expected[e.Key] == e.Value), $"seed {seed}");
            Assert.True(Entries(model).Zip(Entries(model).Skip(1)).All(p => p.First.Column < p.Second.Column || p.First.Row < p.Second.Row), $"seed {seed}");
        }
    }

    private static IEnumerable<(int Row, int Column, double Value)> Entries(LinearModel model)
    {
        for (var j = 0; j < model.ColumnCount; j++)
        {
            for (var k = model.ColumnStarts.Span[j]; k < model.ColumnStarts.Span[j + 1]; k++)
                yield return (model.RowIndices.Span[k], j, model.Values.Span[k]);
        }
    }
}
