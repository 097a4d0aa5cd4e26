using Symbiosis.Pinch.Cascading;

namespace Symbiosis.Pinch.Curves;

/// <summary>Adds heat of equal temperature up to one curve.</summary>
internal static class CompositeCurve
{
    /// <summary>The curve from cold to hot; upright where there is no heat, level where there is a phase change.</summary>
    /// <param name="spans">Positive heats.</param>
    /// <param name="startKw">Heat at which the cold end stands.</param>
    public static IReadOnlyList<CurvePoint> Of(IReadOnlyList<HeatSpan> spans, double startKw)
    {
        if (spans.Count == 0) return [];
        var points = SpanSweep.Run(spans, []);
        var total = points[^1].BelowKw;
        var curve = new List<CurvePoint>(points.Length);
        for (var i = points.Length - 1; i >= 0; i--)
        {
            Append(curve, new CurvePoint(startKw + total - points[i].BelowKw, points[i].Celsius));
            Append(curve, new CurvePoint(startKw + total - points[i].AboveKw, points[i].Celsius));
        }

        return curve;
    }

    /// <summary>The cascade from hot to cold: heat that flows down at each shifted temperature.</summary>
    public static IReadOnlyList<CurvePoint> OfCascade(HeatCascade cascade)
    {
        var curve = new List<CurvePoint>(cascade.Points.Count);
        foreach (var point in cascade.Points)
        {
            Append(curve, new CurvePoint(point.AboveKw, point.Celsius));
            Append(curve, new CurvePoint(point.BelowKw, point.Celsius));
        }

        return curve;
    }

    private static void Append(List<CurvePoint> curve, CurvePoint point)
    {
        if (curve.Count == 0 || curve[^1] != point) curve.Add(point);
    }
}
