using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>A material that a treatment makes.</summary>
/// <param name="PortId">Port.</param>
/// <param name="MaterialId">Material.</param>
/// <param name="Hazard">What law and safety say of it.</param>
/// <param name="Composition">Composition.</param>
/// <param name="Yield">Tonnes made of a tonne treated.</param>
/// <param name="DisposalCnyPerT">Cost of disposing of it, CNY/t; negative: it is sold.</param>
/// <param name="DisposalCo2KgPerT">CO2 of that, kg/t.</param>
internal sealed record TreatmentProduct(
    string PortId, string MaterialId, MaterialHazard Hazard, IReadOnlyList<Content> Composition, double Yield, double DisposalCnyPerT, double DisposalCo2KgPerT);
