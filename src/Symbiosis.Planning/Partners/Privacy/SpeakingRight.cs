using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Planning.Partners.Privacy;

/// <summary>Who may ask in a plant's name, and who sees it whole.</summary>
internal static class SpeakingRight
{
    /// <summary>Whether the viewer sees all of a plant: it is public, or the viewer's own, or the viewer sees everything.</summary>
    public static bool SeesWhole(Plant plant, PartnerViewer viewer) =>
        plant.Visibility is Visibility.Unspecified or Visibility.Public
        || viewer.SeesAll
        || (viewer.Owner is { Length: > 0 } owner && plant.Owner == owner);

    /// <summary>
    /// What is told to somebody who may not ask in a plant's name; null: he may. It must be asked before any element of the plant is looked up, for a
    /// suggestion of the nearest id would tell what elements there are.
    /// </summary>
    /// <param name="plant">Plant whose element is asked about.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="path">Path of the plant's id in the question.</param>
    public static Violation? Refusal(Plant plant, PartnerViewer viewer, string path) => SeesWhole(plant, viewer)
        ? null
        : new Violation(path, ViolationCodes.PlantNotYours, "The plant is not public and not yours. Describe what you look for by its figures and place instead.", plant.Id);
}
