namespace Symbiosis.Milp.Tests;

public sealed class LinearExpressionTests
{
    [Fact]
    public void Add_ExpressionScaled_ScalesTermsAndConstant()
    {
        var b = new LinearModelBuilder("m");
        var x = b.AddVariable("x", 0, 1);
        var inner = new LinearExpression().Add(x, 2).AddConstant(5);

        var outer = new LinearExpression(4).Add(x).Add(inner, -3).AddConstant(1);

        Assert.Equal([1.0, -6.0], outer.Select(t => t.Coefficient));
        Assert.Equal(-14, outer.Constant);
        Assert.Equal(2, outer.TermCount);
    }

    [Fact]
    public void Add_Itself_Doubles()
    {
        var b = new LinearModelBuilder("m");
        var expression = new LinearExpression().Add(b.AddVariable("x", 0, 1), 2).AddConstant(5);

        expression.Add(expression);

        Assert.Equal([2.0, 2.0], expression.Select(t => t.Coefficient));
        Assert.Equal(10, expression.Constant);
    }
}
