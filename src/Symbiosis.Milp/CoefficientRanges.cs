using System.Globalization;

namespace Symbiosis.Milp;

/// <summary>How far a model's numbers are spread; a part is <c>null</c> when it has no finite nonzero number.</summary>
/// <param name="Matrix">Entries of the matrix.</param>
/// <param name="Cost">Objective coefficients.</param>
/// <param name="Bounds">Column bounds.</param>
/// <param name="RightHandSide">Row sides.</param>
public sealed record CoefficientRanges(CoefficientRange? Matrix, CoefficientRange? Cost, CoefficientRange? Bounds, CoefficientRange? RightHandSide)
{
    /// <summary>Four lines for people.</summary>
    public override string ToString() => string.Join(
        '\n',
        Line("matrix", Matrix), Line("cost", Cost), Line("bounds", Bounds), Line("right-hand side", RightHandSide));

    internal static CoefficientRanges Of(LinearModel model)
    {
        var (matrix, cost, bounds, sides) = (new Extremes(), new Extremes(), new Extremes(), new Extremes());
        var starts = model.ColumnStarts.Span;
        var values = model.Values.Span;
        for (var j = 0; j < model.ColumnCount; j++)
        {
            for (var k = starts[j]; k < starts[j + 1]; k++)
                matrix.See(values[k], k);
            cost.See(model.ColumnCosts.Span[j], j);
            bounds.See(model.ColumnLower.Span[j], j);
            bounds.See(model.ColumnUpper.Span[j], j);
        }

        for (var i = 0; i < model.RowCount; i++)
        {
            sides.See(model.RowLower.Span[i], i);
            sides.See(model.RowUpper.Span[i], i);
        }

        return new CoefficientRanges(
            matrix.ToRange(k => EntryName(model, k)),
            cost.ToRange(j => model.ColumnNames.Span[j]),
            bounds.ToRange(j => model.ColumnNames.Span[j]),
            sides.ToRange(i => model.RowNames.Span[i]));
    }

    private static string EntryName(LinearModel model, int entry)
    {
        // The last column that starts at or before the entry; empty columns share their start with the next.
        var starts = model.ColumnStarts.Span;
        var (low, high) = (0, model.ColumnCount - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (starts[middle] <= entry)
                low = middle;
            else
                high = middle - 1;
        }

        return model.RowNames.Span[model.RowIndices.Span[entry]] + " / " + model.ColumnNames.Span[low];
    }

    private static string Line(string name, CoefficientRange? range) => range is null
        ? name + ": none"
        : string.Create(CultureInfo.InvariantCulture, $"{name}: {range.Smallest:G4} ({range.SmallestAt}) to {range.Largest:G4} ({range.LargestAt})");

    private sealed class Extremes
    {
        private double smallest = double.PositiveInfinity;
        private double largest;
        private int smallestAt;
        private int largestAt;

        public void See(double value, int at)
        {
            var magnitude = Math.Abs(value);
            if (magnitude == 0 || !double.IsFinite(magnitude))
                return;
            if (magnitude < smallest)
                (smallest, smallestAt) = (magnitude, at);
            if (magnitude > largest)
                (largest, largestAt) = (magnitude, at);
        }

        public CoefficientRange? ToRange(Func<int, string> nameOf) =>
            largest == 0 ? null : new CoefficientRange(smallest, nameOf(smallestAt), largest, nameOf(largestAt));
    }
}
