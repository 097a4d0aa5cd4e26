using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>A quantity over the periods that the plan reports.</summary>
/// <param name="PlantId">Plant; null for the network.</param>
/// <param name="Quantity">What, for example <c>hot_utility:boiler</c>.</param>
/// <param name="Unit">kW, kWh, t/h or t.</param>
/// <param name="PerUnit">Factor from model units.</param>
/// <param name="Values">One expression per period.</param>
internal sealed record ReportedSeries(string? PlantId, string Quantity, string Unit, double PerUnit, LinearExpression[] Values);
