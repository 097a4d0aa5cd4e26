using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>A size that the plan reports.</summary>
/// <param name="PlantId">Plant; null for the network.</param>
/// <param name="FieldPath">Field that offers it.</param>
/// <param name="ElementId">Element.</param>
/// <param name="Existing">What stands today, in <paramref name="Unit"/>.</param>
/// <param name="New">What is added, in <paramref name="Unit"/>.</param>
/// <param name="Unit">kW, kWh, t/h or t.</param>
/// <param name="InvestmentCny">Paid once, CNY.</param>
internal sealed record ReportedSize(
    string? PlantId, string FieldPath, string ElementId, double Existing, LinearExpression New, string Unit, LinearExpression InvestmentCny);
