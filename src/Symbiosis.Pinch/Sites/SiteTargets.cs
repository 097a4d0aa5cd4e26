using Symbiosis.Pinch.Cascading;
using Symbiosis.Pinch.Curves;
using Symbiosis.Pinch.Problems;

namespace Symbiosis.Pinch.Sites;

/// <summary>
/// Targets of several plants: each for itself, through the site's utility levels, and as if all streams stood side by side.
/// Distances, pipes and money are not looked at: these are bounds, not plans.
/// </summary>
public sealed record SiteTargets
{
    /// <summary>The plants, each for itself.</summary>
    public required IReadOnlyList<PlantTargets> Plants { get; init; }

    /// <summary>Sum of the plants' targets: nothing passes between them.</summary>
    public required UtilityTotals Separate { get; init; }

    /// <summary>Plants exchange heat through shared levels only, hotter surplus let down to colder levels.</summary>
    public required UtilityTotals ThroughUtilities { get; init; }

    /// <summary>All streams exchange heat with each other: no network can need less hot utility.</summary>
    public required PlantTargets Integrated { get; init; }

    /// <summary>Levels from hot to cold, gross and net.</summary>
    public required IReadOnlyList<SiteLevel> Levels { get; init; }

    /// <summary>
    /// Temperature of the coldest shared level for which heat is still bought, deg C: above it the utility system lacks heat, below it has
    /// some left over. Absent where none is bought.
    /// </summary>
    public required double? SitePinchCelsius { get; init; }

    /// <summary>Power between levels, from hot to cold.</summary>
    public required IReadOnlyList<CogenerationStep> Cogeneration { get; init; }

    /// <summary>Profiles.</summary>
    public required SiteProfiles Profiles { get; init; }

    /// <summary>Sum of the plants' targets at other approaches; the integrated site's are in <see cref="Integrated"/>.</summary>
    public required IReadOnlyList<SensitivityPoint> SeparateSensitivity { get; init; }

    /// <summary>Targets a site.</summary>
    /// <param name="id">Id of the site.</param>
    /// <param name="name">Its name for people.</param>
    /// <param name="problems">Its plants.</param>
    /// <param name="options">Options.</param>
    /// <param name="stop">Looked at between plants.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was signalled.</exception>
    public static SiteTargets Of(string id, string name, IReadOnlyList<HeatProblem> problems, HeatOptions? options = null, CancellationToken stop = default)
    {
        options ??= new HeatOptions();
        var plants = PlantTargets.OfAll(problems, options, stop);
        stop.ThrowIfCancellationRequested();
        var integrated = PlantTargets.Of(Join(id, name, problems), options);
        var levels = LevelNetting.Net(plants.SelectMany(plant => plant.Placement.Loads));
        var separate = new UtilityTotals(
            plants.Sum(plant => plant.Cascade.HotUtilityKw),
            plants.Sum(plant => plant.Cascade.ColdUtilityKw),
            plants.Sum(plant => plant.Cascade.RecoveryKw));
        var exchanged = levels.Sum(level => level.ExchangedKw + level.LetDownInKw);
        return new SiteTargets
        {
            Plants = plants,
            Separate = separate,
            ThroughUtilities = Less(separate, exchanged, integrated.Cascade.ZeroKw),
            Integrated = integrated,
            Levels = levels,
            SitePinchCelsius = levels.LastOrDefault(level => level.Level.IsShared && level.BoughtKw > integrated.Cascade.ZeroKw)?.Level.HighCelsius,
            Cogeneration = LevelNetting.Steps(levels, options.ExergyEfficiency),
            Profiles = ProfilesOf(plants),
            SeparateSensitivity = [.. options.AddedApproachesK.Select((added, i) => new SensitivityPoint(
                added, plants.Sum(plant => plant.Sensitivity[i].HotUtilityKw), plants.Sum(plant => plant.Sensitivity[i].ColdUtilityKw)))],
        };
    }

    /// <summary>All streams and levels of some plants in one problem.</summary>
    internal static HeatProblem Join(string id, string name, IReadOnlyList<HeatProblem> problems) => new()
    {
        Id = id,
        Name = name,
        Streams = [.. problems.SelectMany(problem => problem.Streams)],
        Utilities = [.. problems.SelectMany(problem => problem.Utilities).DistinctBy(level => (level.Key, level.Role))],
    };

    /// <summary>What exchange through levels leaves of the separate utilities.</summary>
    internal static UtilityTotals Less(UtilityTotals separate, double exchangedKw, double zeroKw) => new(
        Clean(separate.HotUtilityKw - exchangedKw, zeroKw), Clean(separate.ColdUtilityKw - exchangedKw, zeroKw), separate.RecoveryKw + exchangedKw);

    private static double Clean(double kw, double zeroKw) => kw <= zeroKw ? 0 : kw;

    private static SiteProfiles ProfilesOf(IReadOnlyList<PlantTargets> plants)
    {
        var loads = plants.SelectMany(plant => plant.Placement.Loads).ToList();
        return new SiteProfiles
        {
            Sources = CompositeCurve.Of([.. plants.SelectMany(plant => GrandEnvelope.Sources(plant.Cascade))], 0),
            Sinks = CompositeCurve.Of([.. plants.SelectMany(plant => GrandEnvelope.Sinks(plant.Cascade))], 0),
            Generation = CompositeCurve.Of([.. loads.Where(load => load.CoolingKw > 0).Select(load => Span(load.Level, load.Level.ApproachK, load.CoolingKw))], 0),
            Use = CompositeCurve.Of([.. loads.Where(load => load.HeatKw > 0).Select(load => Span(load.Level, -load.Level.ApproachK, load.HeatKw))], 0),
        };
    }

    private static HeatSpan Span(UtilityLevel level, double shiftK, double kw) => new(level.HighCelsius + shiftK, level.LowCelsius + shiftK, kw);
}
