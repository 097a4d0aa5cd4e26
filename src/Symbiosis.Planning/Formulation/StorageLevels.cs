using Symbiosis.Domain.Parks;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>Levels of a storage over the periods; the equations stand at <see cref="StorageBlock"/>.</summary>
internal static class StorageLevels
{
    /// <summary>Adds the levels, their bounds and their boundary.</summary>
    public static void Add(
        FormulationContext context, Plant plant, Storage storage, string name, Sizing size, Variable[] charge, Variable[] discharge, string unit, double perUnit)
    {
        if (context.Grid.IsAveraged)
        {
            AddNetBalance(context, storage, name, charge, discharge, size);
            return;
        }

        var grid = context.Grid.Grid;
        var level = context.AddSeries($"level[{name}]", _ => size.MaxTotal);
        context.Report(plant.Id, $"level:{storage.Id}", unit, perUnit, level);
        for (var t = 0; t < context.PeriodCount; t++)
            Bound(context, $"{name},t={t}", size, storage.MinFraction, new LinearExpression().Add(level[t]));

        var passesDays = storage.Boundary is StorageBoundary.CyclicHorizon or StorageBoundary.FreeEnd or StorageBoundary.Fixed;
        var startOfDay = new LinearExpression[grid.Days.Count];
        LinearExpression? horizonStart = null;
        if (passesDays)
            startOfDay[0] = horizonStart = Start(context, storage, name, size);

        for (var d = 0; d < grid.Days.Count; d++)
        {
            var day = grid.Days[d];
            var last = day.LastPeriod;
            var before = passesDays ? startOfDay[d] : new LinearExpression().Add(level[last]);
            for (var t = day.FirstPeriod; t <= last; t++)
            {
                AddStep(context, storage, name, before, level[t], charge[t], discharge[t], t);
                before = new LinearExpression().Add(level[t]);
            }

            if (!passesDays)
                continue;

            // A day that occurs w times passes its gain on w times; levels of its last repetition are shifted by (w - 1) gains.
            var weight = grid.Periods[day.FirstPeriod].Weight;
            var shift = new LinearExpression().Add(level[last], weight - 1).Add(startOfDay[d], 1 - weight);
            var end = new LinearExpression().Add(level[last]).Add(shift);
            if (weight > 1)
            {
                for (var t = day.FirstPeriod; t <= last; t++)
                    Bound(context, $"{name},last,t={t}", size, storage.MinFraction, new LinearExpression().Add(level[t]).Add(shift), withUpperBound: true);
            }

            if (d + 1 < grid.Days.Count)
                startOfDay[d + 1] = end;
            else
                AddEnd(context, storage, name, size, horizonStart!, end);
        }
    }

    private static void AddStep(
        FormulationContext context, Storage storage, string name, LinearExpression before, Variable level, Variable charge, Variable discharge, int t)
    {
        var hours = context.Grid.Grid.Periods[t].DurationHours;
        var kept = Math.Pow(1 - storage.LossPerHour, hours);
        var row = new LinearExpression()
            .Add(level)
            .Add(before, -kept)
            .Add(charge, -storage.ChargeEfficiency * hours)
            .Add(discharge, hours / storage.DischargeEfficiency);
        context.Builder.AddRow($"level[{name},t={t}]", row, 0, 0);
    }

    private static LinearExpression Start(FormulationContext context, Storage storage, string name, Sizing size)
    {
        if (storage.InitialFraction is { } fraction)
            return new LinearExpression().Add(size.Total, fraction);
        if (storage.Boundary == StorageBoundary.FreeEnd)
            return new LinearExpression();

        var start = context.Builder.AddVariable($"level_start[{name}]", 0, size.MaxTotal);
        var expression = new LinearExpression().Add(start);
        Bound(context, $"{name},start", size, storage.MinFraction, expression);
        return expression;
    }

    private static void AddEnd(FormulationContext context, Storage storage, string name, Sizing size, LinearExpression start, LinearExpression end)
    {
        if (storage.Boundary == StorageBoundary.FreeEnd)
            return;

        var wanted = storage is { Boundary: StorageBoundary.Fixed, FinalFraction: { } fraction } ? new LinearExpression().Add(size.Total, fraction) : start;
        context.Builder.AddRow($"level_end[{name}]", new LinearExpression().Add(end).Add(wanted, -1), 0, 0);
    }

    private static void Bound(FormulationContext context, string name, Sizing size, double minimum, LinearExpression level, bool withUpperBound = false)
    {
        if (!size.IsFixed || withUpperBound)
            context.Builder.AddRow($"level_max[{name}]", new LinearExpression().Add(level).Add(size.Total, -1), double.NegativeInfinity, 0);
        if (minimum > 0 || withUpperBound)
            context.Builder.AddRow($"level_min[{name}]", new LinearExpression().Add(level).Add(size.Total, -minimum), 0, double.PositiveInfinity);
    }

    private static void AddNetBalance(FormulationContext context, Storage storage, string name, Variable[] charge, Variable[] discharge, Sizing size)
    {
        var net = new LinearExpression();
        for (var t = 0; t < context.PeriodCount; t++)
            net.Add(charge[t], storage.ChargeEfficiency * context.Grid.Hours[t]).Add(discharge[t], -context.Grid.Hours[t] / storage.DischargeEfficiency);

        // What leaves cannot exceed what came in, but for the content at the start.
        net.Add(size.Total, storage.Boundary is StorageBoundary.FreeEnd or StorageBoundary.Fixed ? 1 : 0);
        context.Builder.AddRow($"net[{name}]", net, 0, double.PositiveInfinity);
    }
}
