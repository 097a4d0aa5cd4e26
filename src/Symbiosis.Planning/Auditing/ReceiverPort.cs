using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Auditing;

/// <summary>Where a plant takes material: an inlet or a converter's port.</summary>
/// <param name="Plant">Plant.</param>
/// <param name="ElementId">"inlet" or "converter/port".</param>
/// <param name="Accepts">What it accepts.</param>
/// <param name="Purchases">What can be bought.</param>
/// <param name="Limits">Limits on the blend.</param>
/// <param name="MinLotTPerH">Smallest lot of one donor, t/h.</param>
/// <param name="Need">Need, or largest intake, t/h by period.</param>
/// <param name="Required">The need must be met in full.</param>
internal sealed record ReceiverPort(
    Plant Plant,
    string ElementId,
    IReadOnlyList<Acceptance> Accepts,
    IReadOnlyList<Purchase> Purchases,
    IReadOnlyList<QualityLimit> Limits,
    double MinLotTPerH,
    double[] Need,
    bool Required);
