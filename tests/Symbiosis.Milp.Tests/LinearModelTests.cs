namespace Symbiosis.Milp.Tests;

public sealed class LinearModelTests
{
    [Fact]
    public void With_Change_LeavesTheOldModelAndSharesTheMatrix()
    {
        var model = Model();
        var change = new ModelChange().SetColumnBounds(1, 2, 3).SetCost(0, 9).SetRowBounds(0, -1, 1);

        var changed = model.With(change);

        Assert.Equal([0.0, 2.0], changed.ColumnLower.ToArray());
        Assert.Equal([1.0, 3.0], changed.ColumnUpper.ToArray());
        Assert.Equal([9.0, 0.0], changed.ColumnCosts.ToArray());
        Assert.Equal([-1.0], changed.RowLower.ToArray());
        Assert.Equal([0.0, 0.0], model.ColumnLower.ToArray());
        Assert.Equal([1.0, 0.0], model.ColumnCosts.ToArray());
        Assert.True(changed.Values.Equals(model.Values));
        Assert.True(changed.ColumnNames.Equals(model.ColumnNames));
    }

    [Fact]
    public void With_ChangeThatDoesNotFit_Throws()
    {
        var model = Model();

        Assert.Throws<ArgumentException>(() => model.With(new ModelChange().SetColumnBounds(2, 0, 1)));
        Assert.Throws<ArgumentException>(() => model.With(new ModelChange().SetCost(2, 0)));
        Assert.Throws<ArgumentException>(() => model.With(new ModelChange().SetRowBounds(1, 0, 1)));
        Assert.Throws<ArgumentException>(() => model.With(new ModelChange().SetColumnBounds(0, 0, 2)));
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(2, 1)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Change_BoundsWithoutAFiniteValue_Throws(double lower, double upper)
    {
        Assert.Throws<ArgumentException>(() => new ModelChange().SetColumnBounds(0, lower, upper));
        Assert.Throws<ArgumentException>(() => new ModelChange().SetRowBounds(0, lower, upper));
    }

    [Fact]
    public void Change_BadIndexOrCost_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModelChange().SetColumnBounds(-1, 0, 1));
        Assert.Throws<ArgumentException>(() => new ModelChange().SetCost(0, double.NaN));
        Assert.True(new ModelChange().IsEmpty);
    }

    [Fact]
    public void Change_Added_TheLaterWins()
    {
        var change = new ModelChange().SetCost(0, 1).SetCost(1, 5);

        change.Add(new ModelChange().SetCost(0, 2));

        Assert.Equal([(0, 2.0), (1, 5.0)], change.Costs.Select(c => (c.Key, c.Value)));
    }

    [Fact]
    public void Ranges_FindsTheExtremesAndTheirPlaces()
    {
        var b = new LinearModelBuilder("ranges");
        var x = b.AddVariable("x", -1000, double.PositiveInfinity, 0);
        b.AddVariable("alone", 0, 0.5, -3);
        var y = b.AddVariable("y", 0, 2, 7);
        b.AddRow("small", new LinearExpression().Add(x, 1e-3).Add(y, -4), 0, 12);
        b.AddRow("large", new LinearExpression().Add(y, -2e5), double.NegativeInfinity, 0);

        var ranges = b.Build().Ranges();

        Assert.Equal(new CoefficientRange(1e-3, "small / x", 2e5, "large / y"), ranges.Matrix);
        Assert.Equal(2e8, ranges.Matrix!.Ratio, 1.0);
        Assert.Equal("matrix: 0.001 (small / x) to 2E+05 (large / y)\ncost: 3 (alone) to 7 (y)\nbounds: 0.5 (alone) to 1000 (x)\nright-hand side: 12 (small) to 12 (small)", ranges.ToString());
    }

    [Fact]
    public void Ranges_EmptyModel_HasNone()
    {
        var ranges = new LinearModelBuilder("empty").Build().Ranges();

        Assert.Equal(new CoefficientRanges(null, null, null, null), ranges);
    }

    private static LinearModel Model()
    {
        var b = new LinearModelBuilder("m");
        var x = b.AddVariable("x", 0, 1, 1, VariableKind.Binary);
        var y = b.AddVariable("y", 0, 5);
        b.AddRow("row", new LinearExpression().Add(x).Add(y), 0, 4);
        return b.Build();
    }
}
