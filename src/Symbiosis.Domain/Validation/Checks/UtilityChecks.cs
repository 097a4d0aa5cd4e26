using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation.Checks;

/// <summary>Hot and cold utilities.</summary>
internal static class UtilityChecks
{
    public static void Check(Park park, ViolationList violations)
    {
        foreach (var (path, plant) in Places.Plants(park))
        {
            foreach (var (at, utility) in Places.Of($"{path}.hot_utilities", plant.HotUtilities)) CheckHot(at, utility, violations);
            foreach (var (at, utility) in Places.Of($"{path}.cold_utilities", plant.ColdUtilities))
            {
                if (utility.TargetCelsius is { } target && target < utility.SupplyCelsius)
                    violations.Error($"{at}.target_celsius", ViolationCodes.TemperatureOrder, $"Cold utility '{utility.Id}' takes heat and cannot end colder than it starts.", NumberText.Of(target));
            }
        }
    }

    /// <summary>Whether the first year is not after the last.</summary>
    public static void CheckYears(string path, int? firstYear, int? lastYear, ViolationList violations)
    {
        if (firstYear > lastYear)
            violations.Error($"{path}.last_year", ViolationCodes.YearsCrossed, $"The last year, {lastYear}, is before the first, {firstYear}.", $"{lastYear}");
    }

    private static void CheckHot(string path, HotUtility utility, ViolationList violations)
    {
        if (utility.TargetCelsius is { } target && target > utility.SupplyCelsius)
            violations.Error($"{path}.target_celsius", ViolationCodes.TemperatureOrder, $"Hot utility '{utility.Id}' gives heat and cannot end hotter than it starts.", NumberText.Of(target));
        if (utility.FuelId is not null && utility.CarrierId is not null)
            violations.Error($"{path}.carrier_id", ViolationCodes.TwoEnergySources, $"Hot utility '{utility.Id}' names both a fuel and a carrier; give one. Two utilities stand for a boiler that burns either.", utility.CarrierId);
        CheckYears(path, utility.FirstYear, utility.LastYear, violations);
    }
}
