namespace Symbiosis.Milp.Tests;

/// <summary>The written files, compared with the approved ones beside this test.</summary>
public sealed class ModelTextTests
{
    private const double None = double.PositiveInfinity;

    [Fact]
    public void MpsWriter_EveryKindOfBound_IsAsApproved() => AssertApproved("every-kind.mps", Mps(EveryKind(), MpsNames.Readable));

    [Fact]
    public void MpsWriter_IndexedNames_IsAsApproved() => AssertApproved("every-kind-indexed.mps", Mps(EveryKind(), MpsNames.Indexed));

    [Fact]
    public void LpTextWriter_EveryKindOfBound_IsAsApproved() => AssertApproved("every-kind.lp", LpTextWriter.Write(EveryKind()));

    [Fact]
    public void LpTextWriter_FixedBinary_IsListedAsGeneralWithItsBounds()
    {
        var model = EveryKind().With(new ModelChange().SetColumnBounds(3, 1, 1));

        var text = LpTextWriter.Write(model);

        Assert.Contains("\n built[pipe,e3] = 1\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Binaries", text, StringComparison.Ordinal);
    }

    [Fact]
    public void LpTextWriter_LongRow_IsBroken()
    {
        var b = new LinearModelBuilder("long");
        var expression = new LinearExpression();
        for (var j = 0; j < 40; j++)
            expression.Add(b.AddVariable($"residual[smelter,k={j},t=7]", 0, None), j + 0.5);
        b.AddRow("row", expression, 1, 1);

        Assert.All(LpTextWriter.Write(b.Build()).Split('\n'), line => Assert.InRange(line.Length, 0, 125));
    }

    [Fact]
    public void MpsWriter_NamesThatClashOnceSafe_StayUnique()
    {
        var b = new LinearModelBuilder("names");
        foreach (var name in new[] { "a b", "a_b", "a\tb", "钢铁", "1st", "-x", "$y", "COST" })
            b.AddVariable(name, 0, 1, 1);
        b.AddRow("COST", new LinearExpression(), 0, 1);

        var text = Mps(b.Build(), MpsNames.Readable);

        Assert.Equal(["a_b", "a_b~2", "a_b~3", "__", "C1st", "C-x", "C$y", "COST"], Section(text, "COLUMNS").Select(l => l.Split(' ')[1]));
        Assert.Equal(["COST", "COST~2"], Section(text, "ROWS").Select(l => l.Split(' ')[2]));
    }

    [Fact]
    public void MpsWriter_Numbers_ReadBackExactly()
    {
        const double value = 0.1 + 0.2;
        var b = new LinearModelBuilder("numbers");
        b.AddRow("row", new LinearExpression().Add(b.AddVariable("x", 0, 1), value), 0, 1);

        Assert.Contains(" x row 0.30000000000000004\n", Mps(b.Build(), MpsNames.Readable), StringComparison.Ordinal);
    }

    private static LinearModel EveryKind()
    {
        var b = new LinearModelBuilder("every kind");
        var free = b.AddVariable("free", -None, None, 1);
        var below = b.AddVariable("below", -None, -3, -1.5);
        var whole = b.AddVariable("whole", -5, -2, 2, VariableKind.Integer);
        var built = b.AddVariable("built[pipe,e3]", 0, 1, 12000, VariableKind.Binary);
        var count = b.AddVariable("count", 0, None, 0, VariableKind.Integer);
        var flow = b.AddVariable("flow", 0, None);
        var share = b.AddVariable("share", 0.25, None, 1e-7);
        b.AddVariable("given", 2.5, 2.5);
        b.AddRow("range", new LinearExpression().Add(free).Add(whole).Add(count, -1), 1, 4);
        b.AddRow("size", new LinearExpression().Add(flow).Add(built, -800), -None, 0);
        b.AddRow("need", new LinearExpression().Add(flow, 2).Add(share), 7, None);
        b.AddRow("balance", new LinearExpression().Add(below).Add(flow, -1).AddConstant(1), 0, 0);
        b.AddRow("unbound", new LinearExpression().Add(free), -None, None);
        b.AddRow("empty", new LinearExpression(), -1, 1);
        b.AddObjectiveOffset(-42);
        return b.Build();
    }

    private static string Mps(LinearModel model, MpsNames names)
    {
        using var writer = new StringWriter();
        MpsWriter.Write(model, writer, names);
        return writer.ToString();
    }

    private static IEnumerable<string> Section(string text, string name) =>
        text.Split('\n').SkipWhile(l => l != name).Skip(1).TakeWhile(l => l.StartsWith(' '));

    private static void AssertApproved(string file, string text) =>
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "approved", file)), text, ignoreLineEndingDifferences: true);
}
