using Symbiosis.Pinch.Cascading;
using Symbiosis.Pinch.Problems;
using Symbiosis.Pinch.Utilities;

namespace Symbiosis.Pinch.Curves;

/// <summary>The curves of a problem at its target.</summary>
public sealed record HeatCurves
{
    /// <summary>Hot streams at their own temperatures, from cold to hot, beginning at 0 kW.</summary>
    public required IReadOnlyList<CurvePoint> Hot { get; init; }

    /// <summary>Cold streams at their own temperatures, from cold to hot, beginning at the cold utility.</summary>
    public required IReadOnlyList<CurvePoint> Cold { get; init; }

    /// <summary>Hot streams on the shifted scale; it touches <see cref="ShiftedCold"/> at a pinch.</summary>
    public required IReadOnlyList<CurvePoint> ShiftedHot { get; init; }

    /// <summary>Cold streams on the shifted scale.</summary>
    public required IReadOnlyList<CurvePoint> ShiftedCold { get; init; }

    /// <summary>Hot streams and the utilities that heat, at their own temperatures, beginning at 0 kW.</summary>
    public required IReadOnlyList<CurvePoint> BalancedHot { get; init; }

    /// <summary>Cold streams and the utilities that cool or are generated, as wide as <see cref="BalancedHot"/> where the utilities suffice.</summary>
    public required IReadOnlyList<CurvePoint> BalancedCold { get; init; }

    /// <summary>Heat flowing down the cascade, from hot to cold, shifted.</summary>
    public required IReadOnlyList<CurvePoint> GrandComposite { get; init; }

    /// <summary>Heat needed from outside with pockets closed, from cold to hot, shifted.</summary>
    public required IReadOnlyList<CurvePoint> Sinks { get; init; }

    /// <summary>Heat given to the outside with pockets closed, from cold to hot, shifted.</summary>
    public required IReadOnlyList<CurvePoint> Sources { get; init; }

    /// <summary>Draws the curves of a problem.</summary>
    internal static HeatCurves Of(HeatProblem problem, HeatCascade cascade, UtilityPlacement placement)
    {
        var hot = Spans(problem, isHot: true, stream => 0);
        var cold = Spans(problem, isHot: false, stream => 0);
        var heating = placement.Loads.Where(load => load.HeatKw > 0).Select(load => Span(load.Level, load.HeatKw));
        var cooling = placement.Loads.Where(load => load.CoolingKw > 0).Select(load => Span(load.Level, load.CoolingKw));
        return new HeatCurves
        {
            Hot = CompositeCurve.Of(hot, 0),
            Cold = CompositeCurve.Of(cold, cascade.ColdUtilityKw),
            ShiftedHot = CompositeCurve.Of(Spans(problem, isHot: true, stream => stream.ShiftK), 0),
            ShiftedCold = CompositeCurve.Of(Spans(problem, isHot: false, stream => stream.ShiftK), cascade.ColdUtilityKw),
            BalancedHot = CompositeCurve.Of([.. hot, .. heating], 0),
            BalancedCold = CompositeCurve.Of([.. cold, .. cooling], 0),
            GrandComposite = CompositeCurve.OfCascade(cascade),
            Sinks = CompositeCurve.Of(GrandEnvelope.Sinks(cascade), 0),
            Sources = CompositeCurve.Of(GrandEnvelope.Sources(cascade), 0),
        };
    }

    private static List<HeatSpan> Spans(HeatProblem problem, bool isHot, Func<ProcessStream, double> shift) =>
    [
        .. problem.Streams.Where(stream => stream.IsHot == isHot && stream.HeatKw > 0)
            .Select(stream => new HeatSpan(stream.HighCelsius + shift(stream), stream.LowCelsius + shift(stream), stream.HeatKw)),
    ];

    private static HeatSpan Span(UtilityLevel level, double kw) => new(level.HighCelsius, level.LowCelsius, kw);
}
