using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Subjects;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Partners.Materials;

internal sealed class MaterialTradeReader(IReadOnlyList<IndexedPark> parks, TypicalValues typical)
{
    public MaterialTrade OfSubject(MaterialSubject subject, PartnerSide side, SubjectPlace place, FilledValues filled)
    {
        _ = (parks, typical);
        throw new NotImplementedException($"{subject}{side}{place}{filled}");
    }

    public IReadOnlyList<MaterialTrade> OfPlant(IndexedPark park, IndexedPlant view, PartnerSide side) => park is null || view is null ? throw new NotImplementedException(side.ToString()) : [];

    public MaterialTrade? OfElement(IndexedPark park, IndexedPlant view, string elementId) => elementId.Length < 0 ? throw new NotImplementedException($"{park}{view}") : null;
}
