using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>A need that an elastic model may leave unmet.</summary>
/// <param name="FieldPath">Field it concerns.</param>
/// <param name="PlantId">Plant; empty for the park.</param>
/// <param name="ElementId">Stream, inlet, demand or policy.</param>
/// <param name="Kind">What is missing.</param>
/// <param name="Unit">Unit of the missing amount.</param>
/// <param name="PerUnit">That unit per model unit.</param>
/// <param name="Missing">One variable per period, or one for the horizon.</param>
internal sealed record Stretch(
    string FieldPath, string PlantId, string ElementId, StretchKind Kind, string Unit, double PerUnit, Variable[] Missing);
