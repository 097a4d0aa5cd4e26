using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Tests.Partners;

/// <summary>Questions as tests ask them: everything is seen, nothing comes from a catalogue.</summary>
internal static class Ask
{
    /// <summary>A finder for one park.</summary>
    public static PartnerFinder Finder(Park park) => new(PartnerIndex.Build([park], TypicalValues.None));

    /// <summary>Partners of a plant, or of one of its elements.</summary>
    public static PartnerAnswer About(PartnerFinder finder, Park park, string plantId, PartnerSide side = PartnerSide.Unspecified, string? elementId = null, int limit = 100)
    {
        var element = new ElementSubject { ParkId = park.Id, PlantId = plantId, ElementId = elementId };
        return Answer(finder, new PartnerQuestion { Side = side, Element = element, Limit = limit, RuledOutLimit = 500 });
    }

    /// <summary>Partners of a plant of a park that is asked once.</summary>
    public static PartnerAnswer About(Park park, string plantId, PartnerSide side = PartnerSide.Unspecified, string? elementId = null) =>
        About(Finder(park), park, plantId, side, elementId);

    /// <summary>The answer of a question that has no faults.</summary>
    public static PartnerAnswer Answer(PartnerFinder finder, PartnerQuestion question)
    {
        var answer = finder.Find(question, PartnerViewer.Planner);
        Assert.True(answer.IsValid, string.Join('\n', answer.Violations));
        return answer.Value;
    }
}
