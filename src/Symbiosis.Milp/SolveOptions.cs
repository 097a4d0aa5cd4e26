namespace Symbiosis.Milp;

/// <summary>Limits, gaps and starts of one solve. <c>null</c> leaves the choice to the engine.</summary>
public sealed record SolveOptions
{
    /// <summary>Wall-clock time for this solve, above zero; <c>null</c> for none.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Accepted difference between objective and bound, 0 or above. Given alone, the relative gap is 0, not the engine's default.</summary>
    public double? AbsoluteGap { get; init; }

    /// <summary>Accepted difference divided by |objective|, 0 or above. Given alone, the absolute gap is the engine's default.</summary>
    public double? RelativeGap { get; init; }

    /// <summary>One value a column; a start that is not feasible may be ignored or completed.</summary>
    public IReadOnlyList<double>? WarmStart { get; init; }

    /// <summary>Solves the LP relaxation and returns duals where the engine can.</summary>
    public bool RelaxIntegrality { get; init; }

    /// <summary>Only solutions at or below this objective are of interest; if none exists the end is <see cref="Termination.CutOff"/>.</summary>
    public double? ObjectiveCutoff { get; init; }

    /// <summary>Random seed, 0 or above.</summary>
    /// <value>Default 0.</value>
    public int Seed { get; init; }

    /// <summary>Options in the engine's own names and text form, for example <c>mip_heuristic_effort</c> = <c>0.2</c>. They win over the options above.</summary>
    public IReadOnlyDictionary<string, string> EngineOptions { get; init; } = new Dictionary<string, string>();

    /// <summary>Refuses values outside their ranges.</summary>
    /// <exception cref="ArgumentException">An option is out of range or the warm start has the wrong length.</exception>
    public void RequireValid(LinearModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (TimeLimit is { } limit && limit <= TimeSpan.Zero)
            throw new ArgumentException($"The time limit is {limit}; it must be above zero.");
        if (AbsoluteGap is { } absolute && !(absolute >= 0 && double.IsFinite(absolute)))
            throw new ArgumentException($"The absolute gap is {absolute}; it must be finite and 0 or above.");
        if (RelativeGap is { } relative && !(relative >= 0 && double.IsFinite(relative)))
            throw new ArgumentException($"The relative gap is {relative}; it must be 0 or above.");
        if (ObjectiveCutoff is { } cutoff && double.IsNaN(cutoff))
            throw new ArgumentException("The objective cutoff is not a number.");
        if (Seed < 0)
            throw new ArgumentException($"The seed is {Seed}; it must be 0 or above.");
        if (WarmStart is not null && WarmStart.Count != model.ColumnCount)
            throw new ArgumentException($"The warm start has {WarmStart.Count} values, model '{model.Name}' has {model.ColumnCount} columns.");
    }
}
