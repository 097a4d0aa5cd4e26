using Symbiosis.Pinch.Exergy;
using Symbiosis.Pinch.Problems;
using Symbiosis.Pinch.Utilities;

namespace Symbiosis.Pinch.Sites;

/// <summary>Sums the loads of a site's levels and lets surplus heat down to colder levels, the nearest surplus first.</summary>
internal static class LevelNetting
{
    /// <summary>Levels from hot to cold.</summary>
    public static IReadOnlyList<SiteLevel> Net(IEnumerable<UtilityLoad> loadsOfPlants)
    {
        var levels = loadsOfPlants.GroupBy(load => load.Level.Key).Select(loads => new SiteLevel
        {
            Level = Merge([.. loads.Select(load => load.Level)]),
            UsedKw = loads.Sum(load => load.HeatKw),
            GeneratedKw = loads.Where(load => load.Level.CanBeGenerated).Sum(load => load.CoolingKw),
            CooledKw = loads.Where(load => !load.Level.CanBeGenerated).Sum(load => load.CoolingKw),
            LetDownInKw = 0,
            LetDownOutKw = 0,
        }).OrderByDescending(level => level.Level.HighCelsius).ThenByDescending(level => level.Level.LowCelsius).ToArray();

        var hotter = new Stack<int>();
        for (var i = 0; i < levels.Length; i++)
        {
            if (!levels[i].Level.IsShared) continue;
            while (levels[i].BoughtKw > 0 && hotter.TryPeek(out var donor))
            {
                var moved = Math.Min(levels[donor].SurplusKw, levels[i].BoughtKw);
                levels[donor] = levels[donor] with { LetDownOutKw = levels[donor].LetDownOutKw + moved };
                levels[i] = levels[i] with { LetDownInKw = levels[i].LetDownInKw + moved };
                if (levels[donor].SurplusKw <= 0) hotter.Pop();
            }

            if (levels[i].SurplusKw > 0) hotter.Push(i);
        }

        return levels;
    }

    /// <summary>Heat passing between neighbouring shared levels, and the power in it.</summary>
    public static IReadOnlyList<CogenerationStep> Steps(IReadOnlyList<SiteLevel> levels, double exergyEfficiency)
    {
        var shared = levels.Where(level => level.Level.IsShared && level.Level.Role != UtilityRole.Cold).ToList();
        var steps = new List<CogenerationStep>();
        for (var i = 0; i + 1 < shared.Count; i++)
        {
            var upper = shared[i].Level;
            var lower = shared[i + 1].Level;
            var passing = shared.Skip(i + 1).Sum(level => level.BoughtKw + level.LetDownInKw - level.LetDownOutKw);
            var ideal = passing * Carnot.Between(Mean(upper), Mean(lower));
            steps.Add(new CogenerationStep(upper.Name, lower.Name, passing, ideal, ideal * exergyEfficiency));
        }

        return steps;
    }

    // One plant may use and another only generate what is one header of the site.
    private static UtilityLevel Merge(IReadOnlyList<UtilityLevel> levels)
    {
        var first = levels[0];
        if (levels.All(level => level.Role == first.Role)) return first;
        return levels.Any(level => level.CanHeat) && levels.Any(level => level.CanBeGenerated) ? first with { Role = UtilityRole.Both } : first;
    }

    private static double Mean(UtilityLevel level) => (level.HighCelsius + level.LowCelsius) / 2;
}
