using Symbiosis.Milp;

namespace Symbiosis.Solvers.Tests;

/// <summary>Small models with known answers, shared by all engines. Each says its variables, its problem and why the answer is what it is.</summary>
internal static class TestModels
{
    public const double None = double.PositiveInfinity;

    /// <summary>x in [0, 3], y >= 0; min -3x - 2y; x + y &lt;= 4, x + 3y &lt;= 8. The first row and x's bound bind: x = 3, y = 1, objective -11.</summary>
    public static LinearModel TinyLp()
    {
        var b = new LinearModelBuilder("tiny-lp");
        var x = b.AddVariable("x", 0, 3, -3);
        var y = b.AddVariable("y", 0, None, -2);
        b.AddRow("sum", new LinearExpression().Add(x).Add(y), -None, 4);
        b.AddRow("mix", new LinearExpression().Add(x).Add(y, 3), -None, 8);
        return b.Build();
    }

    /// <summary>a, b, c binary; min -10a - 13b - 7c + 100; 3a + 4b + 2c &lt;= 6. b + c weighs 6 and gives 20; a + c gives 17: objective 80.</summary>
    public static LinearModel TinyKnapsack()
    {
        var builder = new LinearModelBuilder("tiny-knapsack");
        var a = builder.AddVariable("a", 0, 1, -10, VariableKind.Binary);
        var b = builder.AddVariable("b", 0, 1, -13, VariableKind.Binary);
        var c = builder.AddVariable("c", 0, 1, -7, VariableKind.Binary);
        builder.AddRow("weight", new LinearExpression().Add(a, 3).Add(b, 4).Add(c, 2), -None, 6);
        builder.AddObjectiveOffset(100);
        return builder.Build();
    }

    /// <summary>x in [0, 1]; x >= 5. No x does.</summary>
    public static LinearModel InfeasibleLp()
    {
        var b = new LinearModelBuilder("infeasible-lp");
        var x = b.AddVariable("x", 0, 1, 1);
        b.AddRow("need", new LinearExpression().Add(x), 5, None);
        return b.Build();
    }

    /// <summary>x, y whole in [0, 4]; 2x + 2y = 3. The relaxation is feasible; an even number is never 3.</summary>
    public static LinearModel InfeasibleMip()
    {
        var b = new LinearModelBuilder("infeasible-mip");
        var x = b.AddVariable("x", 0, 4, -1, VariableKind.Integer);
        var y = b.AddVariable("y", 0, 4, 0, VariableKind.Integer);
        b.AddRow("parity", new LinearExpression().Add(x, 2).Add(y, 2), 3, 3);
        return b.Build();
    }

    /// <summary>x >= 0 (whole if asked); min -x; x - y >= -2, y in [0, 4]. x can grow for ever.</summary>
    public static LinearModel Unbounded(bool isMip)
    {
        var b = new LinearModelBuilder("unbounded");
        var x = b.AddVariable("x", 0, None, -1, isMip ? VariableKind.Integer : VariableKind.Continuous);
        var y = b.AddVariable("y", 0, 4, 0, isMip ? VariableKind.Integer : VariableKind.Continuous);
        b.AddRow("far", new LinearExpression().Add(x).Add(y, -1), -2, None);
        return b.Build();
    }

    /// <summary>x >= 0 free to grow at cost -1, but 2y = 1 with y whole (or y = 5 with y &lt;= 1). A ray of improvement, and not one solution.</summary>
    public static LinearModel InfeasibleWithRay(bool isMip)
    {
        var b = new LinearModelBuilder("infeasible-with-ray");
        var x = b.AddVariable("x", 0, None, -1);
        var y = b.AddVariable("y", 0, 1, 0, isMip ? VariableKind.Integer : VariableKind.Continuous);
        var z = b.AddVariable("z", 0, 1);
        b.AddRow("never", new LinearExpression().Add(y, 2).Add(z, isMip ? 0 : 2), isMip ? 1 : 5, isMip ? 1 : 5);
        b.AddRow("loose", new LinearExpression().Add(x).Add(y), 0, None);
        return b.Build();
    }

    /// <summary>
    /// Every kind of bound and side at once: f free, m &lt;= -3, n whole in [-5, -2], u whole without upper bound, k fixed at 2.5, an
    /// empty row, a free row, an empty column e, a range row. min f + 2n + u - m + 3e + 0.5. f + n + u + k in [1, 4] gives
    /// f + n + u >= -1.5; f >= -10 from row low; e = 0; m = -3 costs 3. Trading: n counts 2, f and u 1, so n = -5, u or f fill
    /// up: f + u = 3.5 with u whole: cost 3.5 - 10 + 3 + 0.5 = -3.
    /// </summary>
    public static LinearModel EveryKindOfBound()
    {
        var b = new LinearModelBuilder("every kind of bound");
        var f = b.AddVariable("f", -None, None, 1);
        var m = b.AddVariable("m", -None, -3, -1);
        var n = b.AddVariable("n", -5, -2, 2, VariableKind.Integer);
        var u = b.AddVariable("u", 0, None, 1, VariableKind.Integer);
        var k = b.AddVariable("k", 2.5, 2.5);
        b.AddVariable("e", 0, 7, 3);
        b.AddRow("range", new LinearExpression().Add(f).Add(n).Add(u).Add(k), 1, 4);
        b.AddRow("low", new LinearExpression().Add(f), -10, None);
        b.AddRow("free", new LinearExpression().Add(f).Add(u), -None, None);
        b.AddRow("empty", new LinearExpression(), -1, 0);
        b.AddRow("below", new LinearExpression().Add(m), -20, None);
        b.AddObjectiveOffset(0.5);
        return b.Build();
    }

    /// <summary>A multi-knapsack of many items and tight rows that no engine finishes in a minute, with many solutions on the way.</summary>
    public static LinearModel Long(int items = 200, int rows = 60, int seed = 7)
    {
        var random = new Random(seed);
        var b = new LinearModelBuilder("long");
        var take = new Variable[items];
        for (var j = 0; j < items; j++)
            take[j] = b.AddVariable($"take[{j}]", 0, 1, -random.Next(1, 100), VariableKind.Binary);
        for (var i = 0; i < rows; i++)
        {
            var weight = new LinearExpression();
            foreach (var item in take)
            {
                if (random.NextDouble() < 0.3)
                    weight.Add(item, random.Next(1, 50));
            }

            b.AddRow($"weight[{i}]", weight, -None, items * 1.5);
        }

        b.AddObjectiveOffset(1000);
        return b.Build();
    }

    /// <summary>A transport problem with random supplies, demands and costs; feasible and bounded by construction.</summary>
    public static LinearModel Transport(int donors, int receivers, int seed)
    {
        var random = new Random(seed);
        var b = new LinearModelBuilder("transport");
        var outOf = Enumerable.Range(0, donors).Select(_ => new LinearExpression()).ToArray();
        var into = Enumerable.Range(0, receivers).Select(_ => new LinearExpression()).ToArray();
        for (var d = 0; d < donors; d++)
        {
            for (var r = 0; r < receivers; r++)
            {
                var flow = b.AddVariable($"flow[{d},{r}]", 0, 20, random.Next(1, 30));
                outOf[d].Add(flow);
                into[r].Add(flow);
            }
        }

        for (var d = 0; d < donors; d++)
            b.AddRow($"supply[{d}]", outOf[d], -None, 20 * receivers);
        for (var r = 0; r < receivers; r++)
            b.AddRow($"demand[{r}]", into[r], random.Next(1, 20 * donors), None);
        return b.Build();
    }

    /// <summary>Few whole variables in small boxes and random rows: all points can be tried.</summary>
    public static LinearModel RandomWhole(int seed)
    {
        var random = new Random(seed);
        var b = new LinearModelBuilder($"random-{seed}");
        var variables = new Variable[random.Next(1, 6)];
        for (var j = 0; j < variables.Length; j++)
        {
            var lower = random.Next(-3, 2);
            variables[j] = b.AddVariable($"v{j}", lower, lower + random.Next(0, 5), random.Next(-9, 10), VariableKind.Integer);
        }

        for (var i = random.Next(0, 5); i > 0; i--)
        {
            var row = new LinearExpression();
            foreach (var variable in variables)
            {
                if (random.NextDouble() < 0.7)
                    row.Add(variable, random.Next(-5, 6));
            }

            var side = random.Next(-8, 9);
            var kind = random.Next(4);
            b.AddRow($"row{i}", row, kind == 0 ? -None : side, kind switch { 0 => side, 1 => None, 2 => side + random.Next(0, 4), _ => side });
        }

        b.AddObjectiveOffset(random.Next(-50, 50));
        return b.Build();
    }

    /// <summary>The best objective over all whole points in the box; <c>null</c> when none is feasible.</summary>
    public static double? BestByTrying(LinearModel model)
    {
        var point = model.ColumnLower.ToArray();
        double? best = null;
        while (true)
        {
            var check = SolutionChecker.Check(model, point);
            if (check.IsFeasible && !(check.Objective >= best))
                best = check.Objective;

            var j = 0;
            while (j < point.Length && point[j] >= model.ColumnUpper.Span[j])
                point[j] = model.ColumnLower.Span[j++];
            if (j == point.Length)
                return best;
            point[j]++;
        }
    }
}
