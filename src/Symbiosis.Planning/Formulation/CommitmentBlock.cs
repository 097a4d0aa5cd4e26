using Symbiosis.Domain.Parks;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>On/off of a converter with a minimum load or a start cost; the equations stand at <see cref="ConverterBlock"/>.</summary>
internal static class CommitmentBlock
{
    /// <summary>Adds <c>on</c>, <c>on_size</c> and <c>start</c> of one converter.</summary>
    public static void Add(FormulationContext context, Plant plant, Converter converter, string path, Variable[] activity, Sizing size, double[] share)
    {
        if (double.IsInfinity(size.MaxTotal))
            throw new InvalidOperationException($"{path}: a minimum load needs a largest size; give investment.max_size_kw.");

        var name = $"{plant.Id},{converter.Id}";
        var on = context.AddSeries($"on[{name}]", _ => 1, VariableKind.Binary);
        for (var t = 0; t < context.PeriodCount; t++)
        {
            var running = Running(context, name, size, on, t);
            context.Builder.AddRow($"load_max[{name},t={t}]", new LinearExpression().Add(activity[t]).Add(running, -share[t]), double.NegativeInfinity, 0);
            if (converter.MinLoadFraction > 0)
                context.Builder.AddRow($"load_min[{name},t={t}]", new LinearExpression().Add(activity[t]).Add(running, -converter.MinLoadFraction), 0, double.PositiveInfinity);
        }

        if (converter.StartCny > 0)
            AddStarts(context, plant, converter, path, name, on);
    }

    private static LinearExpression Running(FormulationContext context, string name, Sizing size, Variable[] on, int t)
    {
        if (size.IsFixed)
            return new LinearExpression().Add(on[t], size.Total.Constant);

        var max = size.MaxTotal;
        var running = context.Builder.AddVariable($"on_size[{name},t={t}]", 0, max);
        context.Builder.AddRow($"on_size_a[{name},t={t}]", new LinearExpression().Add(running).Add(size.Total, -1), double.NegativeInfinity, 0);
        context.Builder.AddRow($"on_size_b[{name},t={t}]", new LinearExpression().Add(running).Add(on[t], -max), double.NegativeInfinity, 0);
        context.Builder.AddRow($"on_size_c[{name},t={t}]", new LinearExpression().Add(running).Add(size.Total, -1).Add(on[t], -max), -max, double.PositiveInfinity);
        return new LinearExpression().Add(running);
    }

    private static void AddStarts(FormulationContext context, Plant plant, Converter converter, string path, string name, Variable[] on)
    {
        var start = context.AddSeries($"start[{name}]", _ => 1);
        foreach (var day in context.Grid.Grid.Days)
        {
            for (var t = day.FirstPeriod; t <= day.LastPeriod; t++)
            {
                var before = t == day.FirstPeriod ? day.LastPeriod : t - 1;
                if (before == t)
                    continue;
                context.Builder.AddRow($"start[{name},t={t}]", new LinearExpression().Add(start[t]).Add(on[t], -1).Add(on[before], 1), 0, double.PositiveInfinity);
                context.Costs.Charge($"{path}.start_cny", "start", plant.Id, start[t], converter.StartCny * context.Grid.Grid.Periods[t].Weight);
            }
        }
    }
}
