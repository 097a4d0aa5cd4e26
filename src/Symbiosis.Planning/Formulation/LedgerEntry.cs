using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>One cost or emission: what causes it, and the expression that gives its amount from a solution.</summary>
/// <param name="FieldPath">Field of the request that causes it.</param>
/// <param name="Category">What it is; for emissions the scope "1", "2" or "3".</param>
/// <param name="PlantId">Plant it belongs to; null where it is the park's.</param>
internal sealed record LedgerEntry(string FieldPath, string Category, string? PlantId)
{
    /// <summary>Amount in CNY (kg for emissions).</summary>
    public LinearExpression Amount { get; } = new();
}
