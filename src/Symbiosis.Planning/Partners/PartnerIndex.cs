using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Partners;

/// <summary>
/// Parks made ready for questions: who could give and take what, when, and how far apart they are. It belongs to the park records it was built
/// from and is never changed; a park that changed gets a new index. Thread-safe.
/// </summary>
public sealed class PartnerIndex
{
    private PartnerIndex(IReadOnlyList<IndexedPark> parks, TypicalValues typical) => (Parks, Typical) = (parks, typical);

    internal IReadOnlyList<IndexedPark> Parks { get; }

    internal TypicalValues Typical { get; }

    /// <summary>Builds the index.</summary>
    /// <param name="parks">Valid parks with different ids, at least one.</param>
    /// <param name="typical">Figures that stand in for what a question leaves out.</param>
    public static PartnerIndex Build(IReadOnlyList<Park> parks, TypicalValues typical) => new([.. parks.Select(park => new IndexedPark(park))], typical);
}
