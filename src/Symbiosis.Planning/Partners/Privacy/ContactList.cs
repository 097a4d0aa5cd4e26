using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Plans;
using Symbiosis.Planning.Partners.Indexing;

namespace Symbiosis.Planning.Partners.Privacy;

/// <summary>
/// Plants that are hidden and can be contacted. They are never matched: whether one is listed depends on what it gives and takes and on no figure, so
/// that there is nothing to find out by asking again with other figures.
/// </summary>
internal static class ContactList
{
    /// <summary>Contacts for a question, in the order of parks and plant ids; a plant once for each kind of flow.</summary>
    /// <param name="parks">Parks that are looked in.</param>
    /// <param name="question">A question whose ids exist.</param>
    /// <param name="viewer">Who asks.</param>
    public static IReadOnlyList<Partner> Of(IReadOnlyList<IndexedPark> parks, PartnerQuestion question, PartnerViewer viewer)
    {
        var asked = AskedAbout(parks, question).ToList();
        return
        [
            .. from park in parks
               from view in park.Views.OrderBy(view => view.Plant.Id, StringComparer.Ordinal)
               where view.IsContactFor(viewer) && !IsAsker(park, view, question)
               from kind in PlantFlows.Of(view.Plant, park.Park).Where(flow => asked.Exists(flow.Meets)).Select(flow => flow.Kind).Distinct().Order()
               select new Partner { ParkId = park.Park.Id, PlantId = view.Plant.Id, Disclosure = DisclosureLevel.Contact, Kind = kind },
        ];
    }

    private static bool IsAsker(IndexedPark park, IndexedPlant view, PartnerQuestion question) =>
        question.Element is { } element && element.ParkId == park.Park.Id && element.PlantId == view.Plant.Id;

    private static IEnumerable<PlantFlow> AskedAbout(IReadOnlyList<IndexedPark> parks, PartnerQuestion question)
    {
        if (question.Heat is not null)
            return [new PlantFlow("", question.Side, CouplingKind.Heat, null)];
        if (question.Power is not null)
            return [new PlantFlow("", question.Side, CouplingKind.Power, null)];
        if (question.Material is { } material)
            return [new PlantFlow("", question.Side, CouplingKind.Material, material.MaterialId)];
        if (question.Element is not { } element)
            return [];

        var park = parks.First(candidate => candidate.Park.Id == element.ParkId).Park;
        var flows = PlantFlows.Of(park.Plants.First(plant => plant.Id == element.PlantId), park);
        return element.ElementId is { } id
            ? flows.Where(flow => flow.ElementId == id)
            : flows.Where(flow => question.Side == PartnerSide.Unspecified || flow.Side == question.Side);
    }
}
