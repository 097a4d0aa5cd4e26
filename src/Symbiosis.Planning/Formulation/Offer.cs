namespace Symbiosis.Planning.Formulation;

/// <summary>Something that can be bought, and by whom.</summary>
/// <param name="PlantId">Plant; null for the network.</param>
/// <param name="FieldPath">Field of the request that offers it.</param>
/// <param name="ElementId">Element, as in the plan's equipment.</param>
/// <param name="Unit">Unit of the size: kW, kWh, t/h or t.</param>
/// <param name="PerUnit">That unit per unit of the model.</param>
internal sealed record Offer(string? PlantId, string FieldPath, string ElementId, string Unit, double PerUnit);
