namespace Symbiosis.Milp;

/// <summary>Recomputes every row, bound and whole number of a solution from the model alone: no engine is trusted.</summary>
public static class SolutionChecker
{
    private const int WorstCount = 10;

    /// <summary>Checks a full vector of values.</summary>
    /// <param name="model">The model the values claim to solve.</param>
    /// <param name="values">One value a column.</param>
    /// <param name="feasibilityTolerance">
    /// For bounds and rows, relative as <see cref="SolutionCheck"/> says: a row of terms around 1e6 cannot be met to 1e-6 in doubles
    /// by any engine, so the largest term of the row is its scale.
    /// </param>
    /// <param name="integralityTolerance">Absolute; <see cref="double.PositiveInfinity"/> checks a relaxation.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> has another length than the model has columns.</exception>
    public static SolutionCheck Check(
        LinearModel model, ReadOnlySpan<double> values, double feasibilityTolerance = 1e-6, double integralityTolerance = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (values.Length != model.ColumnCount)
            throw new ArgumentException($"Model '{model.Name}' has {model.ColumnCount} columns, the solution has {values.Length} values.", nameof(values));

        var violations = new WorstViolations();
        var (activity, scale) = (new double[model.RowCount], new double[model.RowCount]);
        Array.Fill(scale, 1);
        var objective = model.ObjectiveOffset;
        double boundViolation = 0, integralityViolation = 0;

        var starts = model.ColumnStarts.Span;
        var rows = model.RowIndices.Span;
        var entries = model.Values.Span;
        var lower = model.ColumnLower.Span;
        var upper = model.ColumnUpper.Span;
        for (var j = 0; j < values.Length; j++)
        {
            var value = values[j];
            if (!double.IsFinite(value))
            {
                boundViolation = double.PositiveInfinity;
                violations.Add(new SolutionViolation(ViolationKind.NotFinite, model.ColumnNames.Span[j], value, lower[j], upper[j], double.PositiveInfinity));
            }

            objective += model.ColumnCosts.Span[j] * value;
            for (var k = starts[j]; k < starts[j + 1]; k++)
            {
                var term = entries[k] * value;
                activity[rows[k]] += term;
                scale[rows[k]] = Math.Max(scale[rows[k]], Math.Abs(term));
            }

            var outside = Outside(value, lower[j], upper[j], 0);
            boundViolation = Math.Max(boundViolation, outside);
            if (outside > feasibilityTolerance)
                violations.Add(new SolutionViolation(ViolationKind.Bound, model.ColumnNames.Span[j], value, lower[j], upper[j], outside));

            if (model.ColumnKinds.Span[j] == VariableKind.Continuous)
                continue;
            var fraction = Math.Abs(value - Math.Round(value));
            integralityViolation = Math.Max(integralityViolation, fraction);
            if (fraction > integralityTolerance)
                violations.Add(new SolutionViolation(ViolationKind.Integrality, model.ColumnNames.Span[j], value, lower[j], upper[j], fraction));
        }

        double rowViolation = 0;
        for (var i = 0; i < activity.Length; i++)
        {
            var (below, above) = (model.RowLower.Span[i], model.RowUpper.Span[i]);
            var outside = double.IsFinite(activity[i]) ? Outside(activity[i], below, above, scale[i]) : double.PositiveInfinity;
            rowViolation = Math.Max(rowViolation, outside);
            if (outside > feasibilityTolerance)
                violations.Add(new SolutionViolation(ViolationKind.Row, model.RowNames.Span[i], activity[i], below, above, outside));
        }

        return new SolutionCheck
        {
            IsFeasible = violations.Count == 0,
            Objective = double.IsFinite(objective) ? objective : double.NaN,
            MaxBoundViolation = boundViolation,
            MaxRowViolation = rowViolation,
            MaxIntegralityViolation = integralityViolation,
            Worst = violations.Sorted(),
        };
    }

    /// <summary>Distance outside, divided by <paramref name="scale"/>, or by max(1, |side|) where the scale is zero. NaN gives zero: reported apart.</summary>
    private static double Outside(double value, double lower, double upper, double scale)
    {
        if (value < lower)
            return (lower - value) / (scale > 0 ? scale : Math.Max(1, Math.Abs(lower)));
        if (value > upper)
            return (value - upper) / (scale > 0 ? scale : Math.Max(1, Math.Abs(upper)));
        return 0;
    }

    private sealed class WorstViolations
    {
        private readonly PriorityQueue<SolutionViolation, double> smallestFirst = new();

        public int Count { get; private set; }

        public void Add(SolutionViolation violation)
        {
            Count++;
            smallestFirst.Enqueue(violation, violation.Amount);
            if (smallestFirst.Count > WorstCount)
                smallestFirst.Dequeue();
        }

        public SolutionViolation[] Sorted() => [.. smallestFirst.UnorderedItems
            .OrderByDescending(i => i.Priority).ThenBy(i => i.Element.Name, StringComparer.Ordinal).Select(i => i.Element)];
    }
}
