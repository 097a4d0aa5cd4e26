using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>All that gives or takes heat in one plant.</summary>
internal sealed class PlantCascade(int plantIndex, int periodCount)
{
    /// <summary>Index of the plant in the park.</summary>
    public int PlantIndex { get; } = plantIndex;

    /// <summary>Sources and sinks.</summary>
    public List<HeatElement> Elements { get; } = [];

    /// <summary>Whether anything can be exchanged.</summary>
    public bool IsUsed => Elements.Count > 0;

    /// <summary>Adds a source (hot) or sink (cold) of variable flow.</summary>
    /// <param name="isHot">Whether it gives heat.</param>
    /// <param name="supplyCelsius">Temperature at which it starts.</param>
    /// <param name="targetCelsius">Temperature at which it ends.</param>
    /// <param name="approachK">Its contribution to the minimum approach temperature.</param>
    /// <param name="flow">Flow per period, model units.</param>
    /// <param name="max">Most it can be, per period, model units.</param>
    /// <param name="isUtility">Whether it is a utility.</param>
    public void Add(bool isHot, double supplyCelsius, double targetCelsius, double approachK, LinearExpression[] flow, Func<int, double> max, bool isUtility = false)
    {
        var shift = isHot ? -approachK : approachK;
        Elements.Add(new HeatElement
        {
            IsHot = isHot,
            High = Math.Max(supplyCelsius, targetCelsius) + shift,
            Low = Math.Min(supplyCelsius, targetCelsius) + shift,
            Flow = flow,
            Max = [.. Enumerable.Range(0, periodCount).Select(max)],
            IsUtility = isUtility,
        });
    }

    /// <summary>Most heat that own sources could give above a shifted temperature, per period, model units.</summary>
    public double MaxAbove(double celsius, int t) =>
        Elements.Where(element => element.IsHot).Sum(element => Part(element.Max[t], element.ShareAbove(celsius)));

    /// <summary>Most heat that own sinks could take below a shifted temperature, per period, model units; cold utilities are none.</summary>
    public double MaxBelow(double celsius, int t) =>
        Elements.Where(element => !element.IsHot && !element.IsUtility).Sum(element => Part(element.Max[t], element.ShareBelow(celsius)));

    private static double Part(double max, double share) => share == 0 ? 0 : max * share;
}
