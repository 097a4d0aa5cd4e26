using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Energy;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Materials;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Partners;

/// <summary>
/// Parks made ready for questions: who could give and take what, when, and how far apart they are. It belongs to the park records it was built
/// from and is never changed; a park that changed gets a new index. Thread-safe.
/// </summary>
public sealed class PartnerIndex
{
    private PartnerIndex(IReadOnlyList<IndexedPark> parks, TypicalValues typical)
    {
        (Parks, Typical) = (parks, typical);
        Energy = [.. parks.Select(park => new EnergyBook(park, typical))];
        Materials = new MaterialMarket(parks, typical);
    }

    internal IReadOnlyList<IndexedPark> Parks { get; }

    /// <summary>What plants could give and take of carriers, in the order of the parks.</summary>
    internal IReadOnlyList<EnergyBook> Energy { get; }

    /// <summary>What they could give and take of materials.</summary>
    internal MaterialMarket Materials { get; }

    internal TypicalValues Typical { get; }

    /// <summary>Builds the index.</summary>
    /// <param name="parks">Valid parks with different ids, at least one.</param>
    /// <param name="typical">Figures that stand in for what a question leaves out.</param>
    public static PartnerIndex Build(IReadOnlyList<Park> parks, TypicalValues typical)
    {
        ArgumentOutOfRangeException.ThrowIfZero(parks.Count);
        return new PartnerIndex([.. parks.Select(park => new IndexedPark(park))], typical);
    }
}
