using Symbiosis.Pinch.Problems;

namespace Symbiosis.Pinch.Cascading;

/// <summary>
/// The problem table (Linnhoff and Flower, AIChE J. 24 (1978) 633): what flows down from temperature to temperature when as little
/// heat as possible comes in at the top. Immutable.
/// </summary>
public sealed record HeatCascade
{
    /// <summary>Flows below this share of all heat, hot and cold added, are zero: rounding errors, not heat.</summary>
    public const double ZeroShare = 1e-9;

    /// <summary>Flows from hot to cold on the shifted scale; empty where no stream has heat.</summary>
    public required IReadOnlyList<CascadePoint> Points { get; init; }

    /// <summary>Heat of all hot streams, kW.</summary>
    public required double HotStreamsKw { get; init; }

    /// <summary>Heat of all cold streams, kW.</summary>
    public required double ColdStreamsKw { get; init; }

    /// <summary>Least hot utility, kW.</summary>
    public required double HotUtilityKw { get; init; }

    /// <summary>Least cold utility when every hot stream is cooled to its target, kW.</summary>
    public required double ColdUtilityKw { get; init; }

    /// <summary>Part of the cold utility that is not needed where streams that need not be cooled are left warm, kW.</summary>
    public required double OptionalCoolingKw { get; init; }

    /// <summary>Pinches from hot to cold; see the conventions in the README.</summary>
    public required IReadOnlyList<Pinch> Pinches { get; init; }

    /// <summary>Heat that hot streams can give to cold ones, kW.</summary>
    public double RecoveryKw => Math.Max(0, HotStreamsKw - ColdUtilityKw);

    /// <summary>Flows up to this are zero, kW.</summary>
    public double ZeroKw => ZeroShare * (HotStreamsKw + ColdStreamsKw);

    /// <summary>Cascades streams.</summary>
    /// <param name="streams">Streams.</param>
    /// <param name="alsoAt">Shifted temperatures that shall be among the points, deg C.</param>
    public static HeatCascade Of(IEnumerable<ProcessStream> streams, IEnumerable<double>? alsoAt = null)
    {
        var used = streams.Where(stream => stream.HeatKw > 0).ToList();
        var spans = used.ConvertAll(Shifted);
        var hot = Sum(used, stream => stream.IsHot);
        var cold = Sum(used, stream => !stream.IsHot);
        if (spans.Count == 0) return Empty;

        var zeroKw = ZeroShare * (hot + cold);
        var points = SpanSweep.Run(spans, alsoAt ?? []);
        var deepest = points.Min(point => Math.Min(point.AboveKw, point.BelowKw));
        var hotUtility = -deepest <= zeroKw ? 0 : -deepest;
        for (var i = 0; i < points.Length; i++)
            points[i] = new CascadePoint(points[i].Celsius, Clean(points[i].AboveKw - deepest), Clean(points[i].BelowKw - deepest));
        return new HeatCascade
        {
            Points = points,
            HotStreamsKw = hot,
            ColdStreamsKw = cold,
            HotUtilityKw = hotUtility,
            ColdUtilityKw = points[^1].BelowKw,
            OptionalCoolingKw = OptionalCooling(used, hotUtility, points[^1].BelowKw, zeroKw),
            Pinches = PinchSearch.Find(points),
        };

        double Clean(double kw) => kw <= zeroKw ? 0 : kw;
    }

    /// <summary>A stream on the shifted scale; cold streams are negative.</summary>
    internal static HeatSpan Shifted(ProcessStream stream) => new(
        stream.HighCelsius + stream.ShiftK, stream.LowCelsius + stream.ShiftK, stream.IsHot ? stream.HeatKw : -stream.HeatKw);

    private static HeatCascade Empty { get; } = new()
    {
        Points = [],
        HotStreamsKw = 0,
        ColdStreamsKw = 0,
        HotUtilityKw = 0,
        ColdUtilityKw = 0,
        OptionalCoolingKw = 0,
        Pinches = [],
    };

    // Optional heat is taken hottest first, and only as much as keeps the hot utility at its least: the largest deficit that
    // the streams that must be cooled and the hot utility leave.
    private static double OptionalCooling(List<ProcessStream> streams, double hotUtility, double coldUtility, double zeroKw)
    {
        var optional = Sum(streams, stream => stream.IsHot && !stream.MustCool);
        if (optional <= 0) return 0;
        var others = streams.Where(stream => !stream.IsHot || stream.MustCool).Select(Shifted).ToList();
        var deepest = others.Count == 0 ? 0 : SpanSweep.Run(others, []).Min(point => Math.Min(point.AboveKw, point.BelowKw));
        var needed = Math.Max(0, -deepest - hotUtility);
        var saved = Math.Min(coldUtility, optional - needed);
        return saved <= zeroKw ? 0 : saved;
    }

    private static double Sum(List<ProcessStream> streams, Func<ProcessStream, bool> counts)
    {
        var sum = new CompensatedSum();
        foreach (var stream in streams)
        {
            if (counts(stream)) sum.Add(stream.HeatKw);
        }

        return sum.Value;
    }
}
