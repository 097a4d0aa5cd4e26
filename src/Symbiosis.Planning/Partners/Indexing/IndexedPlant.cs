using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners.Privacy;

namespace Symbiosis.Planning.Partners.Indexing;

/// <summary>
/// A plant as somebody sees it. A plant that is not public stands in the index twice: whole for its owner, and veiled for all others, so that
/// no figure reckoned for a stranger ever touches what the plant keeps to itself.
/// </summary>
/// <param name="Plant">What is seen of it.</param>
/// <param name="Index">Its index in the park.</param>
/// <param name="Node">Node of its site in the park's graph.</param>
/// <param name="Disclosure">How much of it this view shows.</param>
/// <param name="Spread">Factor by which veiled figures may be off either way, at least 1; 1 for a view that is whole.</param>
internal sealed record IndexedPlant(Plant Plant, int Index, int Node, DisclosureLevel Disclosure, double Spread)
{
    /// <summary>Whether somebody's questions are matched with this view. A hidden plant's are matched with by its owner only; see <see cref="IsContactFor"/>.</summary>
    public bool IsFor(PartnerViewer viewer) => SpeakingRight.SeesWhole(Plant, viewer) ? Disclosure == DisclosureLevel.Full : Disclosure == DisclosureLevel.Ranges;

    /// <summary>Whether somebody learns of this view only that its plant can be contacted.</summary>
    public bool IsContactFor(PartnerViewer viewer) => Disclosure == DisclosureLevel.Contact && !SpeakingRight.SeesWhole(Plant, viewer);
}
