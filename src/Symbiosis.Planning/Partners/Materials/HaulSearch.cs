using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>Ways found between two places, or why there is none.</summary>
/// <param name="Hauls">Ways, one a mode.</param>
/// <param name="Reason">Why there is none.</param>
/// <param name="Sentence">The fact behind it; made only when asked for.</param>
internal readonly record struct HaulSearch(IReadOnlyList<Haul> Hauls, PartnerReason Reason, Func<string>? Sentence)
{
    private static readonly Haul[] Nothing = [Haul.OnSite];

    /// <summary>Nothing has to travel.</summary>
    public static readonly HaulSearch OnSite = new(Nothing, PartnerReason.Unspecified, null);

    /// <summary>No way.</summary>
    public static HaulSearch None(PartnerReason reason, Func<string> sentence) => new([], reason, sentence);
}
