using Symbiosis.Pinch.Problems;
using Symbiosis.Pinch.Sites;
using Symbiosis.Pinch.Timing;

namespace Symbiosis.Pinch.Questions;

/// <summary>The answer to a <see cref="HeatQuestion"/>. What was not asked for is not computed where that saves time.</summary>
public sealed record HeatAnswer
{
    /// <summary>The question.</summary>
    public required HeatQuestion Question { get; init; }

    /// <summary>The plants, each for itself; of a park, those of the mean duties.</summary>
    public required IReadOnlyList<PlantTargets> Plants { get; init; }

    /// <summary>The site; absent where it was not asked for or there is one plant only.</summary>
    public SiteTargets? Site { get; init; }

    /// <summary>Over time; absent where it was not asked for or there is no park.</summary>
    public ParkTargets? OverTime { get; init; }

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question; its plants exist.</param>
    /// <param name="stop">Looked at between plants and between time steps.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was signalled.</exception>
    public static HeatAnswer Of(HeatQuestion question, CancellationToken stop = default)
    {
        var options = question.Wants(HeatParts.Sensitivity) ? question.Options : question.Options with { AddedApproachesK = [] };
        if (question.Park is { } park)
        {
            var heat = new ParkHeat(park, question.MinimumApproachK, question.PlantIds);
            if (!question.Wants(HeatParts.Time)) return Of(question, heat.MeanProblems, options, stop);
            var targets = ParkTargets.Of(question.Id, question.Name, heat, options, stop);
            var site = question.Wants(HeatParts.Site) && targets.Plants.Count > 1 ? targets.Site : null;
            return new HeatAnswer { Question = question, Plants = targets.Site.Plants, Site = site, OverTime = targets };
        }

        var chosen = question.Problems.Where(problem => question.PlantIds.Count == 0 || question.PlantIds.Contains(problem.Id));
        return Of(question, [.. question.MinimumApproachK is { } approach ? chosen.Select(problem => problem.WithApproach(approach)) : chosen], options, stop);
    }

    private static HeatAnswer Of(HeatQuestion question, IReadOnlyList<HeatProblem> problems, HeatOptions options, CancellationToken stop)
    {
        if (problems.Count < 2 || !question.Wants(HeatParts.Site))
            return new HeatAnswer { Question = question, Plants = PlantTargets.OfAll(problems, options, stop) };
        var site = SiteTargets.Of(question.Id, question.Name, problems, options, stop);
        return new HeatAnswer { Question = question, Plants = site.Plants, Site = site };
    }
}
