using System.Globalization;

namespace Symbiosis.Milp;

/// <summary>What recomputing a solution against its model found.</summary>
public sealed record SolutionCheck
{
    /// <summary>No violation exceeds its tolerance.</summary>
    public required bool IsFeasible { get; init; }

    /// <summary>Costs times values plus offset, recomputed; NaN when a value is not finite.</summary>
    public required double Objective { get; init; }

    /// <summary>Largest distance outside a column bound, divided by max(1, |bound|); 0 or above.</summary>
    public required double MaxBoundViolation { get; init; }

    /// <summary>Largest distance outside a row side, divided by max(1, largest |coefficient × value| in the row); 0 or above.</summary>
    public required double MaxRowViolation { get; init; }

    /// <summary>Largest distance of a whole-number variable from the nearest whole number, 0 to 0.5.</summary>
    public required double MaxIntegralityViolation { get; init; }

    /// <summary>The worst violations above tolerance, largest first, at most ten.</summary>
    public required IReadOnlyList<SolutionViolation> Worst { get; init; }

    /// <summary>One sentence for messages.</summary>
    public string Describe() => IsFeasible
        ? string.Create(CultureInfo.InvariantCulture, $"feasible, objective {Objective:G9}")
        : "infeasible: " + string.Join(
            "; ",
            Worst.Take(3).Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Kind} '{v.Name}' = {v.Value:G9} outside [{v.Lower:G9}, {v.Upper:G9}] by {v.Amount:G3}")));
}
