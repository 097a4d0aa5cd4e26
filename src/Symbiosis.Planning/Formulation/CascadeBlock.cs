using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>
/// Heat cascade of a plant: the transshipment model of Papoulias and Grossmann (Comput. Chem. Eng. 7 (1983) 707, model P1) in every period.
/// <para>For interval k from hot to cold: <c>R[k-1] - R[k] + sum(hot in k) - unused[k] = sum(cold in k)</c>, R[0] = R[K] = 0, R >= 0,
/// <c>0 &lt;= unused[k] &lt;= duty in k of hot streams that need not be used</c>.</para>
/// <para>Boundaries stand only where a residual can touch zero, at the inlets of hot and of cold elements (Duran and Grossmann, AIChE J. 32 (1986) 123):
/// between two of them the residual is concave, so the intervals between other temperatures need no variable.</para>
/// <para>Recovery: heat that own streams pass to own streams is what the cold streams need less what comes from outside them,
/// <c>outside[t] + recovery size >= cold[t]</c>.</para>
/// Reads: the elements other blocks put into <see cref="PlantCascade"/>. Creates: <c>residual</c>, <c>unused</c>, rows <c>cascade</c>, <c>recovery</c>.
/// </summary>
internal static class CascadeBlock
{
    /// <summary>Adds the cascade of every plant that exchanges heat.</summary>
    public static void Add(FormulationContext context)
    {
        foreach (var cascade in context.Cascades.Values.Where(cascade => cascade.IsUsed))
        {
            AddCascade(context, cascade);
            AddRecovery(context, cascade);
        }
    }

    private static void AddCascade(FormulationContext context, PlantCascade cascade)
    {
        var plant = context.Park.Plants[cascade.PlantIndex];
        var boundaries = Boundaries(cascade);
        var unusedTotal = new LinearExpression[context.PeriodCount];
        for (var t = 0; t < context.PeriodCount; t++)
        {
            unusedTotal[t] = new LinearExpression();
            Variable? above = null;
            for (var k = 0; k + 1 < boundaries.Count; k++)
            {
                var (row, optional) = Balance(cascade, boundaries[k], boundaries[k + 1], t);
                if (above is { } residualAbove)
                    row.Add(residualAbove);
                above = null;
                if (k + 2 < boundaries.Count)
                {
                    above = context.Builder.AddVariable($"residual[{plant.Id},k={k},t={t}]", 0, double.PositiveInfinity);
                    row.Add(above.Value, -1);
                }

                if (optional > 0)
                {
                    var unused = context.Builder.AddVariable($"unused[{plant.Id},k={k},t={t}]", 0, optional);
                    row.Add(unused, -1);
                    unusedTotal[t].Add(unused);
                }

                context.Builder.AddRow($"cascade[{plant.Id},k={k},t={t}]", row, 0, 0);
            }
        }

        if (cascade.Elements.Any(element => element.IsOptional))
            context.Report(plant.Id, "unused_heat", "kW", context.Scale.KwPerUnit, unusedTotal);
    }

    private static List<CascadeBoundary> Boundaries(PlantCascade cascade)
    {
        var inner = new SortedSet<CascadeBoundary>();
        foreach (var element in cascade.Elements)
            inner.Add(element.IsHot ? new CascadeBoundary(element.High, 0) : new CascadeBoundary(element.Low, 2));

        var hottest = cascade.Elements.Max(element => element.High) + 1;
        var coldest = cascade.Elements.Min(element => element.Low) - 1;
        return [new CascadeBoundary(hottest, 0), .. inner, new CascadeBoundary(coldest, 2)];
    }

    private static (LinearExpression Row, double Optional) Balance(PlantCascade cascade, CascadeBoundary upper, CascadeBoundary lower, int t)
    {
        var row = new LinearExpression();
        var optional = 0.0;
        foreach (var element in cascade.Elements)
        {
            var share = element.ShareBetween(upper, lower);
            if (share == 0)
                continue;

            var sign = element.IsHot ? share : -share;
            if (element.Duty is { } duty)
            {
                row.AddConstant(sign * duty[t]);
                if (element.IsOptional)
                    optional += share * duty[t];
            }
            else
            {
                row.Add(element.Flow![t], sign);
            }
        }

        return (row, optional);
    }

    private static void AddRecovery(FormulationContext context, PlantCascade cascade)
    {
        var plant = context.Park.Plants[cascade.PlantIndex];
        var cold = Duty(context, cascade, isHot: false);
        var hot = Duty(context, cascade, isHot: true);
        if (cold.Max() <= 0 || hot.Max() <= 0)
            return;

        var outside = new LinearExpression[context.PeriodCount];
        for (var t = 0; t < context.PeriodCount; t++)
        {
            outside[t] = new LinearExpression();
            foreach (var element in cascade.Elements.Where(element => element.IsHot && !element.IsOwnStream))
                outside[t].Add(element.Flow![t]);
        }

        var inside = new LinearExpression[context.PeriodCount];
        for (var t = 0; t < context.PeriodCount; t++)
            inside[t] = new LinearExpression().AddConstant(cold[t]).Add(outside[t], -1);
        context.Report(plant.Id, "recovery", "kW", context.Scale.KwPerUnit, inside);

        if (plant.Recovery is not { Investment: { } investment } recovery)
            return;

        var offer = new Offer(plant.Id, $"{FormulationContext.PlantPath(cascade.PlantIndex)}.recovery.investment", "recovery", "kW", context.Scale.KwPerUnit);
        var useful = Enumerable.Range(0, context.PeriodCount).Max(t => Math.Min(cold[t], hot[t])) * context.Scale.KwPerUnit;
        var size = Sizing.Add(context, $"recovery,{plant.Id}", offer, investment, recovery.ExistingKw, useful);
        for (var t = 0; t < context.PeriodCount; t++)
        {
            if (cold[t] > 0)
                context.Builder.AddRow($"recovery[{plant.Id},t={t}]", new LinearExpression().Add(outside[t]).Add(size.Total), cold[t], double.PositiveInfinity);
        }
    }

    private static double[] Duty(FormulationContext context, PlantCascade cascade, bool isHot)
    {
        var sum = new double[context.PeriodCount];
        foreach (var element in cascade.Elements.Where(element => element.IsOwnStream && element.IsHot == isHot))
        {
            for (var t = 0; t < sum.Length; t++)
                sum[t] += element.Duty![t];
        }

        return sum;
    }
}
