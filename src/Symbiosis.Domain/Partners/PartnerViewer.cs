namespace Symbiosis.Domain.Partners;

/// <summary>
/// From whose eyes an answer is given: own plants are seen whole, others as far as their visibility says. The plant whose element is asked
/// about counts as own only where the viewer may speak for it.
/// </summary>
/// <param name="SeesAll">Everything is seen: whoever holds the whole park file.</param>
/// <param name="Owner">Plants of this owner are own; null: none.</param>
public sealed record PartnerViewer(bool SeesAll, string? Owner)
{
    /// <summary>Whoever holds the whole park file.</summary>
    public static readonly PartnerViewer Planner = new(true, null);

    /// <summary>Somebody who owns nothing here.</summary>
    public static readonly PartnerViewer Stranger = new(false, null);
}
