using Symbiosis.Pinch.Cascading;
using Symbiosis.Pinch.Curves;
using Symbiosis.Pinch.Exergy;
using Symbiosis.Pinch.Problems;
using Symbiosis.Pinch.Utilities;

namespace Symbiosis.Pinch;

/// <summary>All targets of one plant, or of a site whose streams may all exchange heat.</summary>
public sealed record PlantTargets
{
    /// <summary>What was asked.</summary>
    public required HeatProblem Problem { get; init; }

    /// <summary>Least utilities and pinches.</summary>
    public required HeatCascade Cascade { get; init; }

    /// <summary>The utilities spread over the levels at hand.</summary>
    public required UtilityPlacement Placement { get; init; }

    /// <summary>Curves.</summary>
    public required HeatCurves Curves { get; init; }

    /// <summary>Exergy.</summary>
    public required ExergyAccount Exergy { get; init; }

    /// <summary>Targets at other approaches, in the order of the options.</summary>
    public required IReadOnlyList<SensitivityPoint> Sensitivity { get; init; }

    /// <summary>The contribution of all streams with heat, K; absent where they differ. With it a pinch has one real temperature on either side.</summary>
    public double? CommonApproachK
    {
        get
        {
            var approaches = Problem.Streams.Where(stream => stream.HeatKw > 0).Select(stream => stream.ApproachK).Distinct().Take(2).ToList();
            return approaches.Count == 1 ? approaches[0] : null;
        }
    }

    /// <summary>Targets a problem. O(n log n) in the number of streams.</summary>
    public static PlantTargets Of(HeatProblem problem, HeatOptions? options = null)
    {
        options ??= new HeatOptions();
        var cascade = HeatCascade.Of(problem.Streams);
        var placement = UtilityPlacer.Place(problem, cascade);
        return new PlantTargets
        {
            Problem = problem,
            Cascade = cascade,
            Placement = placement,
            Curves = HeatCurves.Of(problem, cascade, placement),
            Exergy = ExergyAccount.Of(problem, cascade, placement, options.AmbientCelsius),
            Sensitivity = [.. options.AddedApproachesK.Select(added => At(problem, added))],
        };
    }

    /// <summary>Targets several problems, each for itself.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was signalled.</exception>
    internal static IReadOnlyList<PlantTargets> OfAll(IReadOnlyList<HeatProblem> problems, HeatOptions options, CancellationToken stop)
    {
        var targets = new List<PlantTargets>(problems.Count);
        foreach (var problem in problems)
        {
            stop.ThrowIfCancellationRequested();
            targets.Add(Of(problem, options));
        }

        return targets;
    }

    private static SensitivityPoint At(HeatProblem problem, double addedK)
    {
        var cascade = HeatCascade.Of(problem.WithAddedApproach(addedK).Streams);
        return new SensitivityPoint(addedK, cascade.HotUtilityKw, cascade.ColdUtilityKw);
    }
}
