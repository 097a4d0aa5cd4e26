using System.Text.Json;

namespace Symbiosis.Cases.Tests.Targets;

/// <summary>Compares what <c>heat</c> says with what was published.</summary>
internal sealed class TargetComparison(string name, double relativeTolerance, double pinchToleranceK)
{
    public TargetComparison(string name, JsonElement tolerance)
        : this(name, tolerance.GetProperty("relative").GetDouble(), tolerance.GetProperty("pinch_K").GetDouble())
    {
    }

    /// <summary>Targets, pinches and loads of levels.</summary>
    public void Plant(JsonElement expected, JsonElement plant)
    {
        Targets(expected, plant, plant.GetProperty("name").GetString() ?? "");
        if (!expected.TryGetProperty("utility_loads_kW", out var loads)) loads = expected.GetProperty("utility_loads_kW_published_not_reproduced");
        Loads(loads.GetProperty("hot"), plant.GetProperty("utility_loads"), "heat_kw");
        Loads(loads.GetProperty("cold"), plant.GetProperty("utility_loads"), "cooling_kw");
    }

    /// <summary>Targets and pinches.</summary>
    public void Targets(JsonElement expected, JsonElement plant, string where)
    {
        Near(expected, "hot_utility_kW", plant, "hot_utility_kw", where);
        Near(expected, "cold_utility_kW", plant, "cold_utility_kw", where);
        Near(expected, "heat_recovery_kW", plant, "recovery_kw", where);
        var published = Numbers(expected.GetProperty("pinch_shifted_C"));
        var pinches = Numbers(plant.GetProperty("pinch_shifted_celsius"));
        Assert.True(
            published.Count == pinches.Count && published.Zip(pinches, (one, other) => Math.Abs(one - other)).All(difference => difference <= pinchToleranceK),
            $"{name}, {where}: pinches published {string.Join(", ", published)}, got {string.Join(", ", pinches)}");
    }

    /// <summary>Totals of the three ways.</summary>
    public void Totals(JsonElement expected, JsonElement site)
    {
        foreach (var (published, own) in new[] { ("zones_separate_sum", "separate"), ("total_site_via_utility_system", "through_utilities"), ("all_zones_fully_integrated", "integrated") })
        {
            Near(expected.GetProperty(published), "hot_utility_kW", site.GetProperty(own), "hot_utility_kw", published);
            Near(expected.GetProperty(published), "cold_utility_kW", site.GetProperty(own), "cold_utility_kw", published);
        }

        Near(expected.GetProperty("all_zones_fully_integrated"), "heat_recovery_kW", site.GetProperty("integrated"), "recovery_kw", "all_zones_fully_integrated");
    }

    /// <summary>Totals and levels: gross in the sum of the zones, net level by level through the utility system.</summary>
    public void Site(JsonElement expected, JsonElement site)
    {
        Totals(expected, site);
        var levels = site.GetProperty("levels");
        Loads(expected.GetProperty("zones_separate_sum").GetProperty("hot"), levels, "used_kw");
        Loads(expected.GetProperty("zones_separate_sum").GetProperty("cold"), levels, "generated_kw", "cooled_kw");
        Loads(expected.GetProperty("total_site_via_utility_system").GetProperty("hot"), levels, "net_used_kw");
        Loads(expected.GetProperty("total_site_via_utility_system").GetProperty("cold"), levels, "net_generated_kw", "cooled_kw");
    }

    private void Loads(JsonElement expected, JsonElement levels, params string[] properties)
    {
        foreach (var load in expected.EnumerateObject())
        {
            var level = levels.EnumerateArray().Single(candidate => candidate.GetProperty("name").GetString() == load.Name);
            Near(load.Value.GetDouble(), properties.Sum(property => level.GetProperty(property).GetDouble()), $"{properties[0]} of {load.Name}");
        }
    }

    private void Near(JsonElement expected, string property, JsonElement actual, string ownProperty, string where) =>
        Near(expected.GetProperty(property).GetDouble(), actual.GetProperty(ownProperty).GetDouble(), $"{where}: {ownProperty}");

    // JSON has six decimals.
    private void Near(double expected, double actual, string what) => Assert.True(
        Math.Abs(expected - actual) <= relativeTolerance * Math.Abs(expected) + 1e-5,
        FormattableString.Invariant($"{name}, {what}: published {expected}, got {actual}"));

    private static List<double> Numbers(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetDouble()).Order()];
}
