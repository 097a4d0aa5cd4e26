using System.Globalization;

namespace Symbiosis.Milp;

/// <summary>New bounds, costs and sides for some columns and rows of a model; the last value set for an item counts. Not thread-safe.</summary>
public sealed class ModelChange
{
    private readonly SortedDictionary<int, ModelBounds> columnBounds = [];
    private readonly SortedDictionary<int, double> costs = [];
    private readonly SortedDictionary<int, ModelBounds> rowBounds = [];

    /// <summary>New column bounds by zero-based column, ascending.</summary>
    public IReadOnlyDictionary<int, ModelBounds> ColumnBounds => columnBounds;

    /// <summary>New objective coefficients by zero-based column, ascending.</summary>
    public IReadOnlyDictionary<int, double> Costs => costs;

    /// <summary>New row sides by zero-based row, ascending.</summary>
    public IReadOnlyDictionary<int, ModelBounds> RowBounds => rowBounds;

    /// <summary>True when nothing has been set.</summary>
    public bool IsEmpty => columnBounds.Count + costs.Count + rowBounds.Count == 0;

    /// <summary>Sets the bounds of a column; both inclusive, infinities allowed.</summary>
    /// <exception cref="ArgumentException">NaN, crossed, or no finite value between them.</exception>
    public ModelChange SetColumnBounds(int column, double lower, double upper)
    {
        columnBounds[Index(column, nameof(column))] = Sides($"column {column}", lower, upper);
        return this;
    }

    /// <summary>Sets the objective coefficient of a column.</summary>
    /// <exception cref="ArgumentException">Not finite.</exception>
    public ModelChange SetCost(int column, double cost)
    {
        if (!double.IsFinite(cost))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The cost of column {column} is {cost}."), nameof(cost));
        costs[Index(column, nameof(column))] = cost;
        return this;
    }

    /// <summary>Sets the sides of a row; both inclusive, infinities allowed.</summary>
    /// <exception cref="ArgumentException">NaN, crossed, or no finite value between them.</exception>
    public ModelChange SetRowBounds(int row, double lower, double upper)
    {
        rowBounds[Index(row, nameof(row))] = Sides($"row {row}", lower, upper);
        return this;
    }

    /// <summary>Takes over everything another change sets.</summary>
    public ModelChange Add(ModelChange other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (column, bounds) in other.columnBounds)
            columnBounds[column] = bounds;
        foreach (var (column, cost) in other.costs)
            costs[column] = cost;
        foreach (var (row, bounds) in other.rowBounds)
            rowBounds[row] = bounds;
        return this;
    }

    internal void RequireFits(LinearModel model)
    {
        // Sorted, so the last key is the largest.
        if (LastKey(columnBounds) >= model.ColumnCount || LastKey(costs) >= model.ColumnCount)
            throw new ArgumentException($"The change names a column that model '{model.Name}' with {model.ColumnCount} columns has not.");
        if (LastKey(rowBounds) >= model.RowCount)
            throw new ArgumentException($"The change names a row that model '{model.Name}' with {model.RowCount} rows has not.");
        var kinds = model.ColumnKinds.Span;
        foreach (var (column, bounds) in columnBounds)
        {
            if (kinds[column] == VariableKind.Binary && (bounds.Lower < 0 || bounds.Upper > 1))
                throw new ArgumentException($"The change gives the binary '{model.ColumnNames.Span[column]}' bounds outside [0, 1].");
        }
    }

    private static int LastKey<T>(SortedDictionary<int, T> items)
    {
        var last = -1;
        foreach (var key in items.Keys)
            last = key;
        return last;
    }

    private static int Index(int index, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index, parameter);
        return index;
    }

    private static ModelBounds Sides(string what, double lower, double upper)
    {
        if (double.IsNaN(lower) || double.IsNaN(upper) || lower > upper || double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"No finite value lies in [{lower}, {upper}] given for {what}."));
        return new ModelBounds(lower, upper);
    }
}
