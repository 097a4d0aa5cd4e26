using Symbiosis.Pinch.Cascading;

namespace Symbiosis.Pinch.Curves;

/// <summary>
/// What the grand composite curve leaves to utilities once its pockets are closed: heat needed from outside as late (cold) as
/// possible, heat given to the outside as early (hot) as possible. Temperatures are shifted.
/// </summary>
internal static class GrandEnvelope
{
    /// <summary>Heat that must come from outside, from hot to cold; together the hot utility.</summary>
    public static List<HeatSpan> Sinks(HeatCascade cascade) => Envelope(Nodes(cascade));

    /// <summary>Heat that can be given to the outside, from cold to hot; together the cold utility.</summary>
    public static List<HeatSpan> Sources(HeatCascade cascade)
    {
        var nodes = Nodes(cascade);
        nodes.Reverse();
        return Envelope(nodes);
    }

    private static List<CurvePoint> Nodes(HeatCascade cascade) =>
        [.. cascade.Points.SelectMany(point => new[] { new CurvePoint(point.AboveKw, point.Celsius), new CurvePoint(point.BelowKw, point.Celsius) })];

    // The running minimum; each piece on which it falls is heat that no pocket holds.
    private static List<HeatSpan> Envelope(List<CurvePoint> nodes)
    {
        var spans = new List<HeatSpan>();
        if (nodes.Count == 0) return spans;
        var least = nodes[0].HeatKw;
        for (var i = 1; i < nodes.Count && least > 0; i++)
        {
            var (from, to) = (nodes[i - 1], nodes[i]);
            if (to.HeatKw >= least) continue;
            var start = from.HeatKw <= least
                ? from.Celsius
                : from.Celsius + (least - from.HeatKw) / (to.HeatKw - from.HeatKw) * (to.Celsius - from.Celsius);
            spans.Add(new HeatSpan(Math.Max(start, to.Celsius), Math.Min(start, to.Celsius), least - to.HeatKw));
            least = to.HeatKw;
        }

        return spans;
    }
}
