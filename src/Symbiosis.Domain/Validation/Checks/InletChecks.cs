using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation.Checks;

/// <summary>Inlets and the intake ports of converters: limits, and whether the need can be met.</summary>
internal static class InletChecks
{
    public static void Check(Park park, ViolationList violations)
    {
        foreach (var (path, plant) in Places.Plants(park))
        {
            foreach (var (at, inlet) in Places.Of($"{path}.inlets", plant.Inlets))
            {
                CheckLimits($"{at}.limits", inlet.Limits, violations);
                CheckAccepts($"{at}.accepts", inlet.Accepts.Select(acceptance => acceptance.MaterialId), violations);
                CheckNeed(at, inlet, park, violations);
            }

            foreach (var (at, converter) in Places.Of($"{path}.converters", plant.Converters))
            {
                foreach (var (portAt, port) in Places.Of($"{at}.ports", converter.Ports))
                {
                    if (port.Material is not { } material) continue;
                    CheckLimits($"{portAt}.material.limits", material.Limits, violations);
                    CheckAccepts($"{portAt}.material.accepts", material.Accepts.Select(acceptance => acceptance.MaterialId), violations);
                }
            }
        }
    }

    private static void CheckLimits(string path, IReadOnlyList<QualityLimit> limits, ViolationList violations)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, limit) in Places.Of(path, limits))
        {
            if (limit.MinFraction > limit.MaxFraction)
            {
                var sentence = $"The smallest share of {limit.Component}, {NumberText.Of(limit.MinFraction.Value)}, is above the largest, {NumberText.Of(limit.MaxFraction.Value)}.";
                violations.Error($"{at}.max_fraction", ViolationCodes.QualityLimits, sentence, NumberText.Of(limit.MaxFraction.Value));
            }

            if (!seen.Add(limit.Component))
                violations.Error($"{at}.component", ViolationCodes.DuplicateId, $"Component '{limit.Component}' has two limits; give both bounds in one.", limit.Component);
        }
    }

    private static void CheckAccepts(string path, IEnumerable<string> materialIds, ViolationList violations)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, materialId) in Places.Of(path, [.. materialIds]))
        {
            if (!seen.Add(materialId))
                violations.Error($"{at}.material_id", ViolationCodes.DuplicateId, $"Material '{materialId}' is accepted twice.", materialId);
        }
    }

    private static void CheckNeed(string path, Inlet inlet, Park park, ViolationList violations)
    {
        if (inlet.Accepts.Count == 0 && inlet.Purchases.Count == 0)
        {
            violations.Error($"{path}.accepts", ViolationCodes.InletWithoutInput, $"Inlet '{inlet.Id}' accepts no material and buys none.", inlet.Id);
            return;
        }

        if (!inlet.Required || inlet.Purchases.Count > 0) return;
        var displacements = Places.ById(inlet.Accepts, acceptance => acceptance.MaterialId);
        var ports = park.Plants.SelectMany(plant => plant.Converters).SelectMany(converter => converter.Ports);
        if (ports.Any(port => port.Direction == Direction.Out && port.Material is { } made && displacements.ContainsKey(made.MaterialId))) return;

        var offered = park.Plants.SelectMany(plant => plant.Outlets)
            .Sum(outlet => displacements.TryGetValue(outlet.MaterialId, out var acceptance) ? outlet.FlowTPerH * acceptance.Displacement : 0);
        if (offered >= inlet.FlowTPerH) return;
        var sentence = $"Inlet '{inlet.Id}' must have {NumberText.Of(inlet.FlowTPerH)} t/h, the park's outlets offer {NumberText.Of(offered)} t/h, and nothing can be bought. Add a purchase.";
        violations.Warn($"{path}.purchases", ViolationCodes.InletUnmet, sentence, NumberText.Of(inlet.FlowTPerH));
    }
}
