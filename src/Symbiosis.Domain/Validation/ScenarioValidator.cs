using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Domain.Validation.Checks;

namespace Symbiosis.Domain.Validation;

/// <summary>What a scenario must obey beyond its single fields, given its park.</summary>
public static class ScenarioValidator
{
    /// <summary>First word of every path.</summary>
    public const string Root = "scenario";

    /// <summary>All violations, errors first.</summary>
    public static IEnumerable<Violation> Validate(Scenario scenario, Park park)
    {
        var violations = new ViolationList();
        CheckTime(scenario, park, violations);
        var plants = Places.ById(park.Plants, plant => plant.Id);
        foreach (var (path, change) in Places.Of("scenario.availabilities", scenario.Availabilities))
        {
            if (change.ElementId is { } id && plants.TryGetValue(change.PlantId, out var plant)) CheckElement(path, id, plant, Flows(plant), violations);
        }

        foreach (var (path, rule) in Places.Of("scenario.equipment", scenario.Equipment))
        {
            if (rule.ElementId is { } id && plants.TryGetValue(rule.PlantId, out var plant)) CheckElement(path, id, plant, Equipment(plant), violations);
            if (rule.ElementId is null && rule.Kind == RuleKind.Require)
                violations.Error($"{path}.element_id", ViolationCodes.RuleIncomplete, "A rule that requires equipment must say which.");
        }

        foreach (var (path, rule) in Places.Of("scenario.couplings", scenario.Couplings)) CheckCoupling(path, rule, violations);
        foreach (var (path, rule) in Places.Of("scenario.corridors", scenario.Corridors))
        {
            if (rule.Kind == RuleKind.Require && rule.CarrierId is null)
                violations.Error($"{path}.carrier_id", ViolationCodes.RuleIncomplete, "A rule that requires something in a corridor must say which carrier.");
        }

        return violations.Violations;
    }

    private static void CheckTime(Scenario scenario, Park park, ViolationList violations)
    {
        if (scenario.TypicalDays is not { } days) return;
        const string Path = "scenario.typical_days";
        if (park.Time.Periods.Count > 0)
        {
            violations.Error(Path, ViolationCodes.TimeConflict, "The park gives its periods itself; there are no typical days to replace.");
            return;
        }

        TimeChecks.CheckDays(days, park.Time.HorizonHours, Path, violations);
        var profiles = new ViolationList();
        TimeChecks.CheckProfiles(park, days, profiles);
        foreach (var fault in profiles.Violations) violations.Add(fault with { FieldPath = Path, Sentence = $"{fault.FieldPath}: {fault.Sentence}" });
    }

    private static void CheckCoupling(string path, CouplingRule rule, ViolationList violations)
    {
        if (rule.CarrierId is not null && rule.MaterialId is not null)
            violations.Error($"{path}.material_id", ViolationCodes.OneofConflict, "Give a carrier or a material, not both; write two rules.", rule.MaterialId);
        var isWhole = rule.FromPlantId is not null && rule.ToPlantId is not null && (rule.CarrierId ?? rule.MaterialId) is not null;
        if (rule.Kind == RuleKind.Require && !isWhole)
            violations.Error(path, ViolationCodes.RuleIncomplete, "A rule that requires a coupling must name both plants and a carrier or material.");
    }

    private static void CheckElement(string path, string id, Plant plant, IEnumerable<string> known, ViolationList violations)
    {
        var ids = known.ToList();
        if (ids.Contains(id)) return;
        violations.Error($"{path}.element_id", ViolationCodes.UnknownId, $"Plant '{plant.Id}' has nothing of this kind called '{id}'.{NearestName.Question(id, ids)}", id);
    }

    private static IEnumerable<string> Flows(Plant plant) =>
    [
        .. plant.Streams.Select(stream => stream.Id), .. plant.Outlets.Select(outlet => outlet.Id), .. plant.Inlets.Select(inlet => inlet.Id),
        .. plant.Demands.Select(demand => demand.Id), .. plant.Converters.Select(converter => converter.Id), .. plant.HotUtilities.Select(utility => utility.Id),
        .. plant.Generators.Select(generator => generator.Id), .. plant.Supplies.Select(supply => supply.Id),
    ];

    private static IEnumerable<string> Equipment(Plant plant) =>
        [.. plant.Converters.Select(converter => converter.Id), .. plant.Storages.Select(storage => storage.Id), .. plant.Generators.Select(generator => generator.Id)];
}
