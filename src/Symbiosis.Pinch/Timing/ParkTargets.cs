using Symbiosis.Domain.Parks;
using Symbiosis.Pinch.Cascading;
using Symbiosis.Pinch.Problems;
using Symbiosis.Pinch.Sites;
using Symbiosis.Pinch.Utilities;

namespace Symbiosis.Pinch.Timing;

/// <summary>Targets of a park: of its mean duties, and step by step.</summary>
public sealed record ParkTargets
{
    /// <summary>Targets of the mean duties.</summary>
    public required SiteTargets Site { get; init; }

    /// <summary>Over time, a plant each.</summary>
    public required IReadOnlyList<TimeTargets> Plants { get; init; }

    /// <summary>Over time, the sum of the plants, each for itself.</summary>
    public required TimeTargets Separate { get; init; }

    /// <summary>
    /// Over time, through the site's utility levels. Here storage has no bound of this kind: the mean duties may place
    /// their loads on other levels.
    /// </summary>
    public required TimeTargets ThroughUtilities { get; init; }

    /// <summary>Over time, all streams side by side.</summary>
    public required TimeTargets Integrated { get; init; }

    /// <summary>Targets the plants of a park.</summary>
    /// <param name="park">A valid park.</param>
    /// <param name="options">Options.</param>
    /// <param name="minimumApproachK">One minimum approach in place of the streams' own contributions; absent: their own.</param>
    public static ParkTargets Of(Park park, HeatOptions? options = null, double? minimumApproachK = null) =>
        Of(park.Id, park.Name ?? park.Id, new ParkHeat(park, minimumApproachK), options);

    /// <summary>Targets plants of a park.</summary>
    /// <param name="id">Id of the site they make.</param>
    /// <param name="name">Its name for people.</param>
    /// <param name="heat">Their problems.</param>
    /// <param name="options">Options.</param>
    /// <param name="stop">Looked at between plants and between time steps.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was signalled.</exception>
    public static ParkTargets Of(string id, string name, ParkHeat heat, HeatOptions? options = null, CancellationToken stop = default)
    {
        var site = SiteTargets.Of(id, name, heat.MeanProblems, options, stop);
        var plants = new PeriodTarget[heat.MeanProblems.Count][];
        for (var p = 0; p < plants.Length; p++) plants[p] = new PeriodTarget[heat.Hours.Count];
        var separate = new PeriodTarget[heat.Hours.Count];
        var through = new PeriodTarget[heat.Hours.Count];
        var integrated = new PeriodTarget[heat.Hours.Count];
        for (var t = 0; t < heat.Hours.Count; t++)
        {
            stop.ThrowIfCancellationRequested();
            if (t > 0 && heat.IsConstant)
            {
                foreach (var series in (PeriodTarget[][])[.. plants, separate, through, integrated]) series[t] = series[0] with { Hours = heat.Hours[t] };
                continue;
            }

            var problems = heat.ProblemsAt(t);
            var cascades = problems.Select(problem => HeatCascade.Of(problem.Streams)).ToList();
            for (var p = 0; p < plants.Length; p++) plants[p][t] = Target(heat.Hours[t], cascades[p]);
            var all = HeatCascade.Of(problems.SelectMany(problem => problem.Streams));
            integrated[t] = Target(heat.Hours[t], all);
            separate[t] = new PeriodTarget(
                heat.Hours[t], cascades.Sum(cascade => cascade.HotUtilityKw), cascades.Sum(cascade => cascade.ColdUtilityKw), cascades.Sum(cascade => cascade.RecoveryKw));
            through[t] = Through(separate[t], problems, cascades, all.ZeroKw);
        }

        return new ParkTargets
        {
            Site = site,
            Plants = [.. plants.Zip(site.Plants, (periods, mean) => new TimeTargets
            {
                Periods = periods, AverageHotUtilityKw = mean.Cascade.HotUtilityKw, AverageColdUtilityKw = mean.Cascade.ColdUtilityKw,
            })],
            Separate = Over(separate, site.Separate),
            ThroughUtilities = Over(through, site.ThroughUtilities),
            Integrated = new TimeTargets
            {
                Periods = integrated,
                AverageHotUtilityKw = site.Integrated.Cascade.HotUtilityKw,
                AverageColdUtilityKw = site.Integrated.Cascade.ColdUtilityKw,
            },
        };
    }

    private static TimeTargets Over(PeriodTarget[] periods, UtilityTotals mean) =>
        new() { Periods = periods, AverageHotUtilityKw = mean.HotUtilityKw, AverageColdUtilityKw = mean.ColdUtilityKw };

    private static PeriodTarget Target(double hours, HeatCascade cascade) => new(hours, cascade.HotUtilityKw, cascade.ColdUtilityKw, cascade.RecoveryKw);

    private static PeriodTarget Through(PeriodTarget separate, IReadOnlyList<HeatProblem> problems, List<HeatCascade> cascades, double zeroKw)
    {
        var loads = problems.Zip(cascades, UtilityPlacer.Place).SelectMany(placement => placement.Loads);
        var exchanged = LevelNetting.Net(loads).Sum(level => level.ExchangedKw + level.LetDownInKw);
        var totals = SiteTargets.Less(new UtilityTotals(separate.HotUtilityKw, separate.ColdUtilityKw, separate.RecoveryKw), exchanged, zeroKw);
        return new PeriodTarget(separate.Hours, totals.HotUtilityKw, totals.ColdUtilityKw, totals.RecoveryKw);
    }
}
