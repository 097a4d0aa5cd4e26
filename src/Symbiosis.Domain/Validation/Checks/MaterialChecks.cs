using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation.Checks;

/// <summary>Compositions, and whether materials can move.</summary>
internal static class MaterialChecks
{
    private const double FractionTolerance = 1e-9;

    public static void Check(Park park, ViolationList violations)
    {
        foreach (var (path, composition) in Compositions(park)) CheckComposition(path, composition, violations);
        CheckMobility(park, violations);
    }

    /// <summary>Whether the mode may carry the material.</summary>
    public static bool MayCarry(TransportMode mode, Material material) =>
        (mode.MaterialIds.Count == 0 || mode.MaterialIds.Contains(material.Id))
        && (material.Hazard is HazardClass.Unspecified or HazardClass.None or HazardClass.GeneralWaste || mode.LicensedHazards.Contains(material.Hazard));

    /// <summary>Materials that leave a plant, by outlets or converters.</summary>
    public static IEnumerable<string> Given(Plant plant) => plant.Outlets.Select(outlet => outlet.MaterialId)
        .Concat(plant.Converters.SelectMany(converter => converter.Ports)
            .Where(port => port.Direction == Direction.Out && port.Material is not null)
            .Select(port => port.Material!.MaterialId));

    /// <summary>Materials that a plant accepts, by inlets or converters.</summary>
    public static IEnumerable<string> Accepted(Plant plant) => plant.Inlets.SelectMany(inlet => inlet.Accepts)
        .Concat(plant.Converters.SelectMany(converter => converter.Ports)
            .Where(port => port.Direction == Direction.In && port.Material is not null)
            .SelectMany(port => port.Material!.Accepts.Prepend(new Acceptance { MaterialId = port.Material.MaterialId })))
        .Select(acceptance => acceptance.MaterialId);

    private static void CheckComposition(string path, IReadOnlyList<Content> composition, ViolationList violations)
    {
        var sum = composition.Sum(content => content.Fraction);
        if (sum > 1 + FractionTolerance)
            violations.Error(path, ViolationCodes.CompositionSum, $"The shares add up to {NumberText.Of(sum)}, more than 1. Were they given in percent?", NumberText.Of(sum));

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, content) in Places.Of(path, composition))
        {
            if (!seen.Add(content.Component))
                violations.Error($"{at}.component", ViolationCodes.DuplicateId, $"Component '{content.Component}' stands twice.", content.Component);
        }
    }

    // Only materials that somebody gives and somebody on another site accepts: the others need not move.
    private static void CheckMobility(Park park, ViolationList violations)
    {
        var materials = Places.ById(park.Materials, material => material.Id);
        var given = park.Plants.SelectMany(plant => Given(plant).Select(id => (id, plant.SiteId))).ToLookup(pair => pair.id, pair => pair.SiteId);
        var accepted = park.Plants.SelectMany(plant => Accepted(plant).Select(id => (id, plant.SiteId))).ToLookup(pair => pair.id, pair => pair.SiteId);
        foreach (var (path, material) in Places.Of("park.materials", park.Materials))
        {
            if (!ReferenceEquals(materials[material.Id], material)) continue;
            var moves = given[material.Id].Any(from => accepted[material.Id].Any(to => to != from));
            if (!moves || park.TransportModes.Any(mode => MayCarry(mode, material))) continue;
            var sentence = $"No transport mode may carry '{material.Id}' (hazard class {material.Hazard}), so its couplings cannot be built. License a mode for it.";
            violations.Warn($"{path}.hazard", ViolationCodes.MaterialImmobile, sentence, material.Id);
        }
    }

    private static IEnumerable<(string Path, IReadOnlyList<Content> Composition)> Compositions(Park park)
    {
        foreach (var (path, material) in Places.Of("park.materials", park.Materials)) yield return ($"{path}.composition", material.Composition);
        foreach (var (path, plant) in Places.Plants(park))
        {
            foreach (var (at, outlet) in Places.Of($"{path}.outlets", plant.Outlets)) yield return ($"{at}.composition", outlet.Composition);
            foreach (var (at, inlet) in Places.Of($"{path}.inlets", plant.Inlets))
            {
                foreach (var (boughtAt, purchase) in Places.Of($"{at}.purchases", inlet.Purchases)) yield return ($"{boughtAt}.composition", purchase.Composition);
            }

            foreach (var (at, converter) in Places.Of($"{path}.converters", plant.Converters))
            {
                foreach (var (portAt, port) in Places.Of($"{at}.ports", converter.Ports))
                {
                    if (port.Material is not { } material) continue;
                    yield return ($"{portAt}.material.composition", material.Composition);
                    foreach (var (boughtAt, purchase) in Places.Of($"{portAt}.material.purchases", material.Purchases))
                        yield return ($"{boughtAt}.composition", purchase.Composition);
                }
            }
        }
    }
}
