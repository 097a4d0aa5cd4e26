using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Time;

namespace Symbiosis.Pinch.Problems;

/// <summary>
/// The heat problems of a park's plants: their streams step by step and in the mean, their own utilities, and the park's heat carriers
/// as levels that plants share. Converters, storages, demands for carriers and distances are no part of a target.
/// </summary>
public sealed class ParkHeat
{
    private readonly IReadOnlyList<Plant> plants;
    private readonly double? minimumApproachK;
    private readonly double[][][] duties;
    private readonly IReadOnlyList<UtilityLevel>[] levels;

    /// <summary>Prepares the problems.</summary>
    /// <param name="park">A valid park.</param>
    /// <param name="minimumApproachK">One minimum approach in place of the streams' own contributions, K; absent: their own.</param>
    /// <param name="plantIds">Only these plants; time steps and prices stay those of the whole park. Absent or empty: all.</param>
    public ParkHeat(Park park, double? minimumApproachK = null, IReadOnlyCollection<string>? plantIds = null)
    {
        plants = plantIds is { Count: > 0 } ? [.. park.Plants.Where(plant => plantIds.Contains(plant.Id))] : park.Plants;
        this.minimumApproachK = minimumApproachK;
        var grid = TimeGrid.Create(park);
        Hours = [.. grid.Periods.Select(period => period.Hours)];
        duties = [.. plants.Select(plant => plant.Streams.Select(stream => grid.Series(stream.HeatKw, stream.HeatProfileId)).ToArray())];
        levels = [.. plants.Select(plant => ParkLevels.Of(park, plant))];
        IsConstant = plants.All(plant => plant.Streams.All(stream => stream.HeatProfileId is null));
        var total = Hours.Sum();
        MeanProblems = Problems(series => total > 0 ? series.Select((kw, t) => kw * Hours[t]).Sum() / total : series[0], isMean: true);
    }

    /// <summary>Hours of the horizon that each step stands for.</summary>
    public IReadOnlyList<double> Hours { get; }

    /// <summary>Whether no stream has a profile: every step is like the first.</summary>
    public bool IsConstant { get; }

    /// <summary>Problems of the mean duties, in the order of the plants.</summary>
    public IReadOnlyList<HeatProblem> MeanProblems { get; }

    /// <summary>Problems of one step, in the order of the plants.</summary>
    public IReadOnlyList<HeatProblem> ProblemsAt(int period) => Problems(series => series[period], isMean: false);

    private List<HeatProblem> Problems(Func<double[], double> duty, bool isMean)
    {
        var problems = new List<HeatProblem>(plants.Count);
        for (var p = 0; p < plants.Count; p++)
        {
            var plant = plants[p];
            var streams = plant.Streams.Select((stream, i) => Stream(plant, stream, isMean && stream.HeatProfileId is null ? stream.HeatKw : duty(duties[p][i])));
            problems.Add(new HeatProblem { Id = plant.Id, Name = plant.Name ?? plant.Id, Streams = [.. streams], Utilities = levels[p] });
        }

        return problems;
    }

    private ProcessStream Stream(Plant plant, HeatStream stream, double heatKw) => new()
    {
        Name = stream.Name ?? stream.Id,
        IsHot = stream.Kind == StreamKind.Hot || (stream.Kind == StreamKind.Unspecified && stream.SupplyCelsius > stream.TargetCelsius),
        SupplyCelsius = stream.SupplyCelsius,
        TargetCelsius = stream.TargetCelsius,
        HeatKw = heatKw,
        ApproachK = minimumApproachK / 2 ?? stream.ApproachK ?? plant.DefaultApproachK,
        MustCool = stream.MustCool,
    };
}
