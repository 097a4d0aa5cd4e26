using System.Text.Json;
using Symbiosis.Pinch.Cascading;
using Symbiosis.Pinch.Sites;

namespace Symbiosis.Pinch.Tests.Published;

/// <summary>Every published problem gives its published targets, pinches and loads of levels, to the tolerance the case states.</summary>
public sealed class PublishedCaseTests
{
    public static TheoryData<string> PinchCases => [.. PublishedCase.Names("pinch_").Where(name => name != "pinch_pina_edge_cases")];

    public static TheoryData<string> SiteCases => [.. PublishedCase.Names("totalsite_")];

    public static TheoryData<int> EdgeCases => [.. Enumerable.Range(0, PublishedCase.Read("pinch_pina_edge_cases").Root.GetProperty("inputs").GetArrayLength())];

    [Theory]
    [MemberData(nameof(PinchCases))]
    [MemberData(nameof(SiteCases))]
    public void Of_PublishedCase_GivesPublishedTargetsOfEachZone(string name)
    {
        var published = PublishedCase.Read(name);

        foreach (var problem in published.Problems())
        {
            var targets = PlantTargets.Of(problem);

            AssertZone(published.Expected.GetProperty("zones").GetProperty(problem.Name), targets, published);
        }
    }

    [Theory]
    [MemberData(nameof(SiteCases))]
    public void Of_PublishedSite_GivesPublishedTotals(string name)
    {
        var published = PublishedCase.Read(name);

        var site = SiteTargets.Of("site", name, published.Problems(), stop: TestContext.Current.CancellationToken);

        AssertTotals(published, "zones_separate_sum", site.Separate.HotUtilityKw, site.Separate.ColdUtilityKw);
        AssertTotals(published, "total_site_via_utility_system", site.ThroughUtilities.HotUtilityKw, site.ThroughUtilities.ColdUtilityKw);
        AssertTotals(published, "all_zones_fully_integrated", site.Integrated.Cascade.HotUtilityKw, site.Integrated.Cascade.ColdUtilityKw);
        AssertNear(published.Expected.GetProperty("all_zones_fully_integrated").GetProperty("heat_recovery_kW").GetDouble(), site.Integrated.Cascade.RecoveryKw, published, "recovery");
        AssertLevels(published, "zones_separate_sum", "hot", site, level => level.UsedKw);
        AssertLevels(published, "zones_separate_sum", "cold", site, level => level.GeneratedKw + level.CooledKw);
        AssertLevels(published, "total_site_via_utility_system", "hot", site, level => level.NetUsedKw);
        AssertLevels(published, "total_site_via_utility_system", "cold", site, level => level.NetGeneratedKw + level.CooledKw);
    }

    [Theory]
    [MemberData(nameof(EdgeCases))]
    public void Of_PublishedEdgeCase_GivesPublishedTargets(int index)
    {
        var input = PublishedCase.Read("pinch_pina_edge_cases").Root.GetProperty("inputs")[index];
        var shift = input.GetProperty("temp_shift_each_side_K").GetDouble();

        var cascade = HeatCascade.Of(input.GetProperty("streams").EnumerateArray().Select(stream => PublishedCase.Stream(stream, shift)));

        var expected = input.GetProperty("expected");
        Assert.Equal(expected.GetProperty("hot_utility_kW").GetDouble(), cascade.HotUtilityKw, 1e-9);
        Assert.Equal(expected.GetProperty("cold_utility_kW").GetDouble(), cascade.ColdUtilityKw, 1e-9);
        Assert.Equal(expected.GetProperty("heat_recovery_kW").GetDouble(), cascade.RecoveryKw, 1e-9);
        AssertPinches(expected, cascade, 1e-9);
    }

    private static void AssertZone(JsonElement expected, PlantTargets targets, PublishedCase published)
    {
        AssertNear(expected.GetProperty("hot_utility_kW").GetDouble(), targets.Cascade.HotUtilityKw, published, "hot utility");
        AssertNear(expected.GetProperty("cold_utility_kW").GetDouble(), targets.Cascade.ColdUtilityKw, published, "cold utility");
        AssertNear(expected.GetProperty("heat_recovery_kW").GetDouble(), targets.Cascade.RecoveryKw, published, "recovery");
        AssertPinches(expected, targets.Cascade, published.PinchToleranceK);
        if (!expected.TryGetProperty("utility_loads_kW", out var loads)) loads = expected.GetProperty("utility_loads_kW_published_not_reproduced");
        foreach (var load in loads.GetProperty("hot").EnumerateObject())
            AssertNear(load.Value.GetDouble(), targets.Placement.Loads.Single(candidate => candidate.Level.Name == load.Name).HeatKw, published, $"{targets.Problem.Name}: use of {load.Name}");
        foreach (var load in loads.GetProperty("cold").EnumerateObject())
            AssertNear(load.Value.GetDouble(), targets.Placement.Loads.Single(candidate => candidate.Level.Name == load.Name).CoolingKw, published, $"{targets.Problem.Name}: cooling by {load.Name}");
    }

    private static void AssertPinches(JsonElement expected, HeatCascade cascade, double toleranceK)
    {
        var temperatures = cascade.Pinches.SelectMany(pinch => pinch.IsSpan ? new[] { pinch.UpperCelsius, pinch.LowerCelsius } : [pinch.UpperCelsius]).Order().ToList();
        var published = expected.GetProperty("pinch_shifted_C").EnumerateArray().Select(value => value.GetDouble()).Order().ToList();
        Assert.True(
            published.Count == temperatures.Count && published.Zip(temperatures, (one, other) => Math.Abs(one - other)).All(difference => difference <= toleranceK),
            $"Pinches published: {string.Join(", ", published)}; got: {string.Join(", ", temperatures)}.");
    }

    private static void AssertTotals(PublishedCase published, string property, double hotKw, double coldKw)
    {
        var expected = published.Expected.GetProperty(property);
        AssertNear(expected.GetProperty("hot_utility_kW").GetDouble(), hotKw, published, $"{property}: hot utility");
        AssertNear(expected.GetProperty("cold_utility_kW").GetDouble(), coldKw, published, $"{property}: cold utility");
    }

    private static void AssertLevels(PublishedCase published, string property, string side, SiteTargets site, Func<SiteLevel, double> value)
    {
        foreach (var level in published.Expected.GetProperty(property).GetProperty(side).EnumerateObject())
            AssertNear(level.Value.GetDouble(), value(site.Levels.Single(candidate => candidate.Level.Name == level.Name)), published, $"{property}: {side} {level.Name}");
    }

    private static void AssertNear(double expected, double actual, PublishedCase published, string what) => Assert.True(
        Math.Abs(expected - actual) <= published.RelativeTolerance * Math.Abs(expected) + 1e-6,
        FormattableString.Invariant($"{published.Name}, {what}: published {expected}, got {actual}"));
}
