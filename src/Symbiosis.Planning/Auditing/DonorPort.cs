using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Auditing;

/// <summary>Where a material leaves a plant: an outlet or a converter's port.</summary>
/// <param name="Plant">Plant.</param>
/// <param name="ElementId">"outlet" or "converter/port".</param>
/// <param name="Material">Material.</param>
/// <param name="Composition">Composition.</param>
/// <param name="Flow">What leaves, t/h by period.</param>
/// <param name="DisposalCnyPerT">Cost of disposal, CNY/t.</param>
/// <param name="DisposalCo2KgPerT">CO2 of disposal, kg/t.</param>
/// <param name="NoDisposal">All must be taken.</param>
/// <param name="HandlingCnyPerT">Cost of making it ready when taken, CNY/t.</param>
internal sealed record DonorPort(
    Plant Plant,
    string ElementId,
    Material Material,
    IReadOnlyList<Content> Composition,
    double[] Flow,
    double DisposalCnyPerT,
    double DisposalCo2KgPerT,
    bool NoDisposal,
    double HandlingCnyPerT);
