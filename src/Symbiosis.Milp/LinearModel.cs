namespace Symbiosis.Milp;

/// <summary>A checked minimisation: <c>min cost·x + offset</c>, row bounds on <c>Ax</c>, column bounds on <c>x</c>. Immutable, shareable between threads.</summary>
/// <remarks>The matrix is compressed by column: entries of column j stand at <c>ColumnStarts[j] .. ColumnStarts[j+1]</c>, rows ascending, no zeros, no repeats.</remarks>
public sealed class LinearModel
{
    private readonly int[] columnStarts;
    private readonly int[] rowIndices;
    private readonly double[] values;
    private readonly double[] columnLower;
    private readonly double[] columnUpper;
    private readonly double[] columnCosts;
    private readonly VariableKind[] columnKinds;
    private readonly string[] columnNames;
    private readonly double[] rowLower;
    private readonly double[] rowUpper;
    private readonly string[] rowNames;

    internal LinearModel(
        string name, int[] columnStarts, int[] rowIndices, double[] values,
        double[] columnLower, double[] columnUpper, double[] columnCosts, VariableKind[] columnKinds, string[] columnNames,
        double[] rowLower, double[] rowUpper, string[] rowNames, double objectiveOffset)
    {
        Name = name;
        this.columnStarts = columnStarts;
        this.rowIndices = rowIndices;
        this.values = values;
        this.columnLower = columnLower;
        this.columnUpper = columnUpper;
        this.columnCosts = columnCosts;
        this.columnKinds = columnKinds;
        this.columnNames = columnNames;
        this.rowLower = rowLower;
        this.rowUpper = rowUpper;
        this.rowNames = rowNames;
        ObjectiveOffset = objectiveOffset;
        IntegerCount = columnKinds.Count(k => k != VariableKind.Continuous);
    }

    /// <summary>Name for messages and files.</summary>
    public string Name { get; }

    /// <summary>Number of variables.</summary>
    public int ColumnCount => columnLower.Length;

    /// <summary>Number of rows.</summary>
    public int RowCount => rowLower.Length;

    /// <summary>Number of matrix entries.</summary>
    public int NonzeroCount => values.Length;

    /// <summary>Number of integer and binary variables.</summary>
    public int IntegerCount { get; }

    /// <summary>Added to the objective of every solution.</summary>
    public double ObjectiveOffset { get; }

    /// <summary>Length <see cref="ColumnCount"/> + 1.</summary>
    public ReadOnlyMemory<int> ColumnStarts => columnStarts;

    /// <summary>Row of each entry; length <see cref="NonzeroCount"/>.</summary>
    public ReadOnlyMemory<int> RowIndices => rowIndices;

    /// <summary>Finite and not zero; length <see cref="NonzeroCount"/>.</summary>
    public ReadOnlyMemory<double> Values => values;

    /// <summary>Inclusive, -infinity for none; length <see cref="ColumnCount"/>.</summary>
    public ReadOnlyMemory<double> ColumnLower => columnLower;

    /// <summary>Inclusive, +infinity for none; length <see cref="ColumnCount"/>.</summary>
    public ReadOnlyMemory<double> ColumnUpper => columnUpper;

    /// <summary>Objective coefficients; length <see cref="ColumnCount"/>.</summary>
    public ReadOnlyMemory<double> ColumnCosts => columnCosts;

    /// <summary>Length <see cref="ColumnCount"/>.</summary>
    public ReadOnlyMemory<VariableKind> ColumnKinds => columnKinds;

    /// <summary>Unique; length <see cref="ColumnCount"/>.</summary>
    public ReadOnlyMemory<string> ColumnNames => columnNames;

    /// <summary>Inclusive, -infinity for none; length <see cref="RowCount"/>.</summary>
    public ReadOnlyMemory<double> RowLower => rowLower;

    /// <summary>Inclusive, +infinity for none; length <see cref="RowCount"/>.</summary>
    public ReadOnlyMemory<double> RowUpper => rowUpper;

    /// <summary>Unique; length <see cref="RowCount"/>.</summary>
    public ReadOnlyMemory<string> RowNames => rowNames;

    /// <summary>The smallest and largest magnitudes, to judge scaling before solving.</summary>
    public CoefficientRanges Ranges() => CoefficientRanges.Of(this);

    /// <summary>A changed copy that shares the matrix, the names and every vector the change does not touch.</summary>
    /// <exception cref="ArgumentException">The change names a column or row this model has not, or gives a binary bounds outside [0, 1].</exception>
    public LinearModel With(ModelChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        change.RequireFits(this);

        var (lower, upper) = (columnLower, columnUpper);
        if (change.ColumnBounds.Count > 0)
            (lower, upper) = ([.. lower], [.. upper]);
        foreach (var (column, bounds) in change.ColumnBounds)
            (lower[column], upper[column]) = (bounds.Lower, bounds.Upper);

        var (below, above) = (rowLower, rowUpper);
        if (change.RowBounds.Count > 0)
            (below, above) = ([.. below], [.. above]);
        foreach (var (row, bounds) in change.RowBounds)
            (below[row], above[row]) = (bounds.Lower, bounds.Upper);

        var costs = change.Costs.Count > 0 ? [.. columnCosts] : columnCosts;
        foreach (var (column, cost) in change.Costs)
            costs[column] = cost;

        return new LinearModel(
            Name, columnStarts, rowIndices, values, lower, upper, costs, columnKinds, columnNames, below, above, rowNames, ObjectiveOffset);
    }
}
