namespace Symbiosis.Pinch.Cascading;

/// <summary>Adds up spans from hot to cold in O(n log n).</summary>
internal static class SpanSweep
{
    /// <summary>
    /// The sum of all heat above each temperature: without (<c>Above</c>) and with (<c>Below</c>) what is isothermal at it.
    /// Between two temperatures it runs straight from <c>Below</c> of the hotter to <c>Above</c> of the colder.
    /// </summary>
    /// <param name="spans">Spans.</param>
    /// <param name="others">Further temperatures that shall be on the scale.</param>
    public static CascadePoint[] Run(IReadOnlyList<HeatSpan> spans, IEnumerable<double> others)
    {
        var scale = TemperatureScale.Of(spans, others);
        var slope = new CompensatedSum[scale.Count];
        var step = new CompensatedSum[scale.Count];
        foreach (var span in spans)
        {
            var from = scale.IndexOf(span.HighCelsius);
            var to = scale.IndexOf(span.LowCelsius);
            if (from == to)
            {
                step[from].Add(span.HeatKw);
                continue;
            }

            var kwPerK = span.HeatKw / (scale[from] - scale[to]);
            slope[from].Add(kwPerK);
            slope[to].Add(-kwPerK);
        }

        var points = new CascadePoint[scale.Count];
        var flow = new CompensatedSum();
        var active = new CompensatedSum();
        for (var i = 0; i < points.Length; i++)
        {
            if (i > 0) flow.Add(active.Value * (scale[i - 1] - scale[i]));
            var above = flow.Value;
            flow.Add(step[i].Value);
            points[i] = new CascadePoint(scale[i], above, flow.Value);
            active.Add(slope[i].Value);
        }

        return points;
    }
}
