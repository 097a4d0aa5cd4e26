using System.Text.Json;
using System.Text.Json.Nodes;
using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Privacy;

namespace Symbiosis.Planning.Tests.Partners.Privacy;

/// <summary>Changes all figures of a plant at once, found by reflection, so that one that is added later is not forgotten.</summary>
internal static class PlantFigures
{
    private static readonly string[] s_enums = ["Quality", "Visibility", "Sector", "Kind", "Direction", "Boundary"];

    /// <summary>With a profile it is the mean that has a range, so that shifting the figure alone would leave it.</summary>
    public static Plant WithoutProfiles(Plant plant)
    {
        var node = JsonSerializer.SerializeToNode(plant with { Generators = [] });
        Change(node, (name, value) => name.EndsWith("ProfileId", StringComparison.Ordinal) ? null : value);
        return node.Deserialize<Plant>()!;
    }

    /// <summary>Other figures in the same ranges; temperatures keep their order.</summary>
    public static Plant ShiftedInRanges(Plant plant, Random random)
    {
        var place = random.NextDouble() * 0.999;
        return With(
            plant,
            old => (Math.Floor(old / FigureVeil.StepK) + place) * FigureVeil.StepK,
            old => FigureVeil.Amount(old) * Math.Pow(PlantVeil.Spread, (random.NextDouble() * 2 - 1) * 0.999));
    }

    /// <summary>Quite other figures.</summary>
    public static Plant ShiftedFar(Plant plant, Random random) =>
        With(plant, old => old * 0.5 + 7, old => old * Math.Pow(10, random.NextDouble() * 2 - 1));

    private static Plant With(Plant plant, Func<double, double> celsius, Func<double, double> amount)
    {
        var node = JsonSerializer.SerializeToNode(plant);
        Change(node, (name, value) =>
        {
            if (value is not JsonValue scalar || scalar.GetValueKind() != JsonValueKind.Number || s_enums.Contains(name) || name.EndsWith("Year", StringComparison.Ordinal))
                return value;
            var old = scalar.GetValue<double>();
            if (name.EndsWith("Celsius", StringComparison.Ordinal))
                return JsonValue.Create(celsius(old));
            var isShare = name.EndsWith("Fraction", StringComparison.Ordinal) || name.EndsWith("Share", StringComparison.Ordinal);
            return JsonValue.Create(isShare ? Math.Min(amount(old), 1) : amount(old));
        });
        return node.Deserialize<Plant>()!;
    }

    private static void Change(JsonNode? node, Func<string, JsonNode?, JsonNode?> change)
    {
        if (node is JsonArray list)
        {
            foreach (var child in list)
                Change(child, change);
        }
        else if (node is JsonObject fields)
        {
            foreach (var (name, child) in fields.ToList())
            {
                var changed = change(name, child);
                if (!ReferenceEquals(changed, child))
                    fields[name] = changed;
                else
                    Change(child, change);
            }
        }
    }
}
