using System.Globalization;

namespace Symbiosis.Milp;

/// <summary>Collects variables, rows and costs of a minimisation and checks them once, at <see cref="Build"/>. Not thread-safe.</summary>
/// <remarks>
/// Rows are taken as triplets in the order they come and turned to columns by one counting sort at the end: two passes over
/// flat arrays, no object for a coefficient.
/// </remarks>
public sealed class LinearModelBuilder(string name)
{
    private static int lastBuilderId;

    private readonly int builderId = Interlocked.Increment(ref lastBuilderId);
    private readonly List<string> columnNames = [];
    private readonly List<double> columnLower = [];
    private readonly List<double> columnUpper = [];
    private readonly List<double> costs = [];
    private readonly List<VariableKind> kinds = [];
    private readonly List<string> rowNames = [];
    private readonly List<double> rowLower = [];
    private readonly List<double> rowUpper = [];
    private readonly List<int> rowStarts = [0];
    private readonly List<int> entryColumns = [];
    private readonly List<double> entryValues = [];
    private readonly List<string> faults = [];

    // Where a column's newest entry stands in the entry lists; below the start of the row being added it belongs to an older row.
    private int[] entryOfColumn = [];
    private double objectiveOffset;

    /// <summary>Name of the model; used in messages and files.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>Variables so far.</summary>
    public int VariableCount => columnNames.Count;

    /// <summary>Rows so far.</summary>
    public int RowCount => rowNames.Count;

    /// <summary>Matrix entries so far, merged within each row; entries that merged to zero are still counted.</summary>
    public int NonzeroCount => entryColumns.Count;

    /// <summary>Integer and binary variables so far.</summary>
    public int IntegerCount { get; private set; }

    /// <summary>Adds a variable.</summary>
    /// <param name="name">Unique and not empty, for example <c>residual[smelter,k=12,t=7]</c>.</param>
    /// <param name="lower">Inclusive; <see cref="double.NegativeInfinity"/> for none.</param>
    /// <param name="upper">Inclusive; <see cref="double.PositiveInfinity"/> for none.</param>
    /// <param name="cost">Objective coefficient, finite.</param>
    /// <param name="kind">Which values it may take.</param>
    public Variable AddVariable(string name, double lower, double upper, double cost = 0, VariableKind kind = VariableKind.Continuous)
    {
        columnNames.Add(name);
        columnLower.Add(lower);
        columnUpper.Add(upper);
        costs.Add(cost);
        kinds.Add(kind);
        if (kind != VariableKind.Continuous)
            IntegerCount++;
        return new Variable(columnNames.Count - 1, builderId);
    }

    /// <summary>Adds <c>lower &lt;= expression &lt;= upper</c>. The expression's constant moves to the sides, terms of one variable merge.</summary>
    /// <param name="name">Unique and not empty.</param>
    /// <param name="expression">Copied; may be changed and used again afterwards.</param>
    /// <param name="lower">Inclusive; <see cref="double.NegativeInfinity"/> for none.</param>
    /// <param name="upper">Inclusive; <see cref="double.PositiveInfinity"/> for none.</param>
    /// <exception cref="ArgumentException">A term's variable belongs to another builder.</exception>
    public Row AddRow(string name, LinearExpression expression, double lower, double upper)
    {
        ArgumentNullException.ThrowIfNull(expression);
        foreach (ref readonly var term in expression.Terms)
            RequireOwn(term.Variable, nameof(expression));

        if (entryOfColumn.Length < columnNames.Count)
            GrowEntryOfColumn();

        var start = entryColumns.Count;
        foreach (ref readonly var term in expression.Terms)
        {
            var column = term.Variable.Index;
            var at = entryOfColumn[column];
            if (at >= start)
            {
                entryValues[at] += term.Coefficient;
                continue;
            }

            entryOfColumn[column] = entryColumns.Count;
            entryColumns.Add(column);
            entryValues.Add(term.Coefficient);
        }

        if (!double.IsFinite(expression.Constant))
            faults.Add(Invariant($"Row '{name}': its constant is {expression.Constant}."));
        rowNames.Add(name);
        rowLower.Add(lower - expression.Constant);
        rowUpper.Add(upper - expression.Constant);
        rowStarts.Add(entryColumns.Count);
        return new Row(rowNames.Count - 1, builderId);
    }

    /// <summary>Adds to the objective coefficient of a variable.</summary>
    /// <exception cref="ArgumentException">The variable belongs to another builder.</exception>
    public void AddCost(Variable variable, double cost)
    {
        RequireOwn(variable, nameof(variable));
        costs[variable.Index] += cost;
    }

    /// <summary>Adds <paramref name="scale"/> times an expression, with its constant, to the objective.</summary>
    /// <exception cref="ArgumentException">A term's variable belongs to another builder.</exception>
    public void AddCost(LinearExpression expression, double scale = 1)
    {
        ArgumentNullException.ThrowIfNull(expression);
        foreach (ref readonly var term in expression.Terms)
            AddCost(term.Variable, term.Coefficient * scale);
        objectiveOffset += expression.Constant * scale;
    }

    /// <summary>Adds a constant to the objective.</summary>
    public void AddObjectiveOffset(double offset) => objectiveOffset += offset;

    /// <summary>Replaces the bounds of a variable; both inclusive, infinities allowed.</summary>
    /// <exception cref="ArgumentException">The variable belongs to another builder.</exception>
    public void SetBounds(Variable variable, double lower, double upper)
    {
        RequireOwn(variable, nameof(variable));
        columnLower[variable.Index] = lower;
        columnUpper[variable.Index] = upper;
    }

    /// <summary>Checks everything and makes the model. The builder can go on and build again.</summary>
    /// <exception cref="LinearModelException">NaN, an infinite coefficient, crossed bounds, an empty or repeated name: all of them listed.</exception>
    public LinearModel Build()
    {
        var found = new List<string>(faults);
        CheckColumns(found);
        CheckRows(found);
        if (!double.IsFinite(objectiveOffset))
            found.Add(Invariant($"The objective offset is {objectiveOffset}."));
        if (found.Count > 0)
            throw new LinearModelException(Name, found);

        var (starts, rows, values) = ToColumns();
        return new LinearModel(
            Name, starts, rows, values,
            [.. columnLower], [.. columnUpper], [.. costs], [.. kinds], [.. columnNames],
            [.. rowLower], [.. rowUpper], [.. rowNames], objectiveOffset);
    }

    private (int[] Starts, int[] Rows, double[] Values) ToColumns()
    {
        var starts = new int[columnNames.Count + 1];
        for (var k = 0; k < entryColumns.Count; k++)
        {
            if (entryValues[k] != 0)
                starts[entryColumns[k] + 1]++;
        }

        for (var j = 0; j < columnNames.Count; j++)
            starts[j + 1] += starts[j];

        var next = starts.AsSpan(0, columnNames.Count).ToArray();
        var rows = new int[starts[^1]];
        var values = new double[starts[^1]];
        for (var i = 0; i < rowNames.Count; i++)
        {
            for (var k = rowStarts[i]; k < rowStarts[i + 1]; k++)
            {
                if (entryValues[k] == 0)
                    continue;
                var at = next[entryColumns[k]]++;
                rows[at] = i;
                values[at] = entryValues[k];
            }
        }

        return (starts, rows, values);
    }

    private void CheckColumns(List<string> found)
    {
        var seen = new HashSet<string>(columnNames.Count, StringComparer.Ordinal);
        for (var j = 0; j < columnNames.Count; j++)
        {
            CheckName("Variable", columnNames[j], j, seen, found);
            CheckSides("Variable", columnNames[j], columnLower[j], columnUpper[j], found);
            if (!double.IsFinite(costs[j]))
                found.Add(Invariant($"Variable '{columnNames[j]}': its cost is {costs[j]}."));
            if (!Enum.IsDefined(kinds[j]))
                found.Add(Invariant($"Variable '{columnNames[j]}': {(int)kinds[j]} is no kind of variable."));
            if (kinds[j] == VariableKind.Binary && (columnLower[j] < 0 || columnUpper[j] > 1))
                found.Add(Invariant($"Variable '{columnNames[j]}': binary with bounds [{columnLower[j]}, {columnUpper[j]}] outside [0, 1]."));
        }
    }

    private void CheckRows(List<string> found)
    {
        var seen = new HashSet<string>(rowNames.Count, StringComparer.Ordinal);
        for (var i = 0; i < rowNames.Count; i++)
        {
            CheckName("Row", rowNames[i], i, seen, found);
            CheckSides("Row", rowNames[i], rowLower[i], rowUpper[i], found);
            for (var k = rowStarts[i]; k < rowStarts[i + 1]; k++)
            {
                if (!double.IsFinite(entryValues[k]))
                    found.Add(Invariant($"Row '{rowNames[i]}': the coefficient of '{columnNames[entryColumns[k]]}' is {entryValues[k]}."));
            }
        }
    }

    private static void CheckName(string what, string name, int index, HashSet<string> seen, List<string> found)
    {
        if (string.IsNullOrWhiteSpace(name))
            found.Add($"{what} {index} has no name.");
        else if (!seen.Add(name))
            found.Add($"{what} '{name}' occurs more than once.");
    }

    private static void CheckSides(string what, string name, double lower, double upper, List<string> found)
    {
        if (double.IsNaN(lower) || double.IsNaN(upper))
            found.Add(Invariant($"{what} '{name}': a bound is not a number, [{lower}, {upper}]."));
        else if (lower > upper)
            found.Add(Invariant($"{what} '{name}': the lower bound {lower} is above the upper bound {upper}."));
        else if (double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
            found.Add(Invariant($"{what} '{name}': no finite value lies in [{lower}, {upper}]."));
    }

    private void RequireOwn(Variable variable, string parameter)
    {
        if (variable.BuilderId != builderId)
            throw new ArgumentException($"Variable {variable.Index} was not made by the builder of model '{Name}'.", parameter);
    }

    private void GrowEntryOfColumn()
    {
        var old = entryOfColumn.Length;
        Array.Resize(ref entryOfColumn, Math.Max(columnNames.Count, 2 * old));
        Array.Fill(entryOfColumn, -1, old, entryOfColumn.Length - old);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
