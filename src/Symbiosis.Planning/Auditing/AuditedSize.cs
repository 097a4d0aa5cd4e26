using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Auditing;

/// <summary>Something that stands or can be bought, with the size the plan gives it.</summary>
/// <param name="Plant">Plant it belongs to.</param>
/// <param name="ElementId">Element, as in the plan's equipment.</param>
/// <param name="Law">Cost law; null: nothing can be bought.</param>
/// <param name="ExistingSize">What stands today, in the unit of the element; infinite where nothing limits it.</param>
/// <param name="NewSize">What the plan adds.</param>
/// <param name="IsPaid">The plan pays for it, whatever its size.</param>
internal sealed record AuditedSize(Plant Plant, string ElementId, Investment? Law, double ExistingSize, double NewSize, bool IsPaid)
{
    /// <summary>Existing and new.</summary>
    public double Total => ExistingSize + NewSize;
}
