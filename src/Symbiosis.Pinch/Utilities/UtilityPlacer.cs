using Symbiosis.Pinch.Cascading;
using Symbiosis.Pinch.Problems;

namespace Symbiosis.Pinch.Utilities;

/// <summary>
/// Spreads the least utilities over levels, the cheapest first and each as far as the cascade lets it. Of equal price, or where a
/// price is missing, heat comes from the coldest level that will do and goes to the hottest.
/// <para>Of the hot utility R0 that enters at the top, a level that gives the share f(T) of its heat at or above T takes away
/// q (1 - f(T)) of what flows there: q is at most the least of R(T) / (1 - f(T)). Below the pinch R is the heat to be taken away, and
/// a level that has taken the share g(T) above T gets at most the least of R(T) / g(T).</para>
/// </summary>
internal sealed class UtilityPlacer
{
    // Assumed levels stand this far from the streams.
    private const double AssumedDistanceK = 10;

    // Shares below this come from rounding a temperature.
    private const double LeastShare = 1e-9;

    private readonly HeatCascade cascade;
    private readonly IReadOnlyList<UtilityLevel> levels;
    private readonly (double Celsius, bool IsBelow, double FlowKw)[] nodes;

    private UtilityPlacer(HeatProblem problem, HeatCascade cascade)
    {
        this.cascade = cascade;
        levels = problem.Utilities;
        var temperatures = levels.SelectMany(level => new[]
        {
            level.HighCelsius - level.ApproachK, level.LowCelsius - level.ApproachK, level.HighCelsius + level.ApproachK, level.LowCelsius + level.ApproachK,
        });
        nodes =
        [
            .. HeatCascade.Of(problem.Streams, temperatures).Points
                .SelectMany(point => new[] { (point.Celsius, false, point.AboveKw), (point.Celsius, true, point.BelowKw) }),
        ];
    }

    /// <summary>Spreads the targets of a cascade over a problem's levels.</summary>
    public static UtilityPlacement Place(HeatProblem problem, HeatCascade cascade) => new UtilityPlacer(problem, cascade).Place();

    private UtilityPlacement Place()
    {
        var hotLevels = levels.Where(level => level.CanHeat).ToList();
        var coldLevels = levels.Where(level => level.CanCool).ToList();
        var isHotByPrice = hotLevels.TrueForAll(level => level.PriceCnyPerKwh is not null);
        var isColdByPrice = coldLevels.TrueForAll(level => level.PriceCnyPerKwh is not null);
        var heating = Spread(
            hotLevels.OrderBy(level => isHotByPrice ? level.PriceCnyPerKwh : 0)
                .ThenBy(level => level.HighCelsius - level.ApproachK).ThenBy(level => level.LowCelsius - level.ApproachK),
            cascade.HotUtilityKw,
            level => level.CapacityKw,
            (level, node) => 1 - ShareAbove(level, -level.ApproachK, node));
        var cooling = Spread(
            coldLevels.OrderBy(level => isColdByPrice ? (level.CanBeGenerated ? -level.PriceCnyPerKwh : level.PriceCnyPerKwh) : 0)
                .ThenByDescending(level => level.HighCelsius + level.ApproachK).ThenByDescending(level => level.LowCelsius + level.ApproachK),
            cascade.ColdUtilityKw,
            level => level.CanBeGenerated ? null : level.CapacityKw,
            (level, node) => ShareAbove(level, level.ApproachK, node));
        return new UtilityPlacement
        {
            Loads = [.. levels.Select(level => new UtilityLoad(level, heating.GetValueOrDefault(level), cooling.GetValueOrDefault(level))), .. Missing(heating, cooling)],
            IsHotByPrice = isHotByPrice,
            IsColdByPrice = isColdByPrice,
        };
    }

    private double Rest(double targetKw, Dictionary<UtilityLevel, double> loads) => targetKw - loads.Values.Sum() is var rest && rest > cascade.ZeroKw ? rest : 0;

    private Dictionary<UtilityLevel, double> Spread(
        IEnumerable<UtilityLevel> ordered,
        double targetKw,
        Func<UtilityLevel, double?> capacity,
        Func<UtilityLevel, (double Celsius, bool IsBelow, double FlowKw), double> taken)
    {
        var loads = new Dictionary<UtilityLevel, double>(ReferenceEqualityComparer.Instance);
        var left = Array.ConvertAll(nodes, node => node.FlowKw);
        var open = targetKw;
        foreach (var level in ordered)
        {
            var load = Math.Min(open, capacity(level) ?? double.PositiveInfinity);
            for (var i = 0; i < nodes.Length && load > 0; i++)
            {
                var share = taken(level, nodes[i]);
                if (share > LeastShare) load = Math.Min(load, left[i] / share);
            }

            if (load <= cascade.ZeroKw) continue;
            loads.Add(level, load);
            open -= load;
            for (var i = 0; i < nodes.Length; i++)
                left[i] = Math.Max(0, left[i] - load * taken(level, nodes[i]));
        }

        return loads;
    }

    // Share of a level's heat at or above a temperature; strictly above it, before what is isothermal there.
    private static double ShareAbove(UtilityLevel level, double shiftK, (double Celsius, bool IsBelow, double FlowKw) node)
    {
        var high = level.HighCelsius + shiftK;
        var low = level.LowCelsius + shiftK;
        if (high - low > TemperatureScale.SameK) return Math.Clamp((high - node.Celsius) / (high - low), 0, 1);
        return high - node.Celsius > (node.IsBelow ? -TemperatureScale.SameK : TemperatureScale.SameK) ? 1 : 0;
    }

    private IEnumerable<UtilityLoad> Missing(Dictionary<UtilityLevel, double> heating, Dictionary<UtilityLevel, double> cooling)
    {
        var heatKw = Rest(cascade.HotUtilityKw, heating);
        if (heatKw > 0) yield return new UtilityLoad(AssumedAt("hot utility", UtilityRole.Hot, cascade.Points[0].Celsius + AssumedDistanceK), heatKw, 0);
        var coolingKw = Rest(cascade.ColdUtilityKw, cooling);
        if (coolingKw > 0) yield return new UtilityLoad(AssumedAt("cold utility", UtilityRole.Cold, cascade.Points[^1].Celsius - AssumedDistanceK), 0, coolingKw);
    }

    private static UtilityLevel AssumedAt(string name, UtilityRole role, double celsius) =>
        new() { Name = name, Role = role, HighCelsius = celsius, LowCelsius = celsius, IsAssumed = true };
}
