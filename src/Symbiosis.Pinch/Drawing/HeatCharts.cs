using System.Globalization;
using Symbiosis.Pinch.Cascading;
using Symbiosis.Pinch.Curves;
using Symbiosis.Pinch.Sites;

namespace Symbiosis.Pinch.Drawing;

/// <summary>Lays the curves of targets out as charts.</summary>
public static class HeatCharts
{
    /// <summary>Composite, shifted, balanced and grand composite curves; none where no stream has heat.</summary>
    public static IReadOnlyList<HeatChart> OfPlant(PlantTargets targets, ChartWords words)
    {
        if (targets.Cascade.Points.Count == 0) return [];
        var curves = targets.Curves;
        List<ChartMark> upright = [.. targets.Cascade.Pinches.SelectMany(pinch => Marks(pinch, words, celsius => new ChartMark("", HeatAt(curves, celsius), null)))];
        List<ChartMark> level = [.. targets.Cascade.Pinches.SelectMany(pinch => Marks(pinch, words, celsius => new ChartMark("", null, celsius)))];
        var name = targets.Problem.Name;
        return
        [
            new HeatChart
            {
                Kind = "composite",
                Title = $"{name}: {words.Composite}",
                HeatAxis = words.Heat,
                TemperatureAxis = words.Temperature,
                Series = [new(words.HotStreams, SeriesRole.Hot, curves.Hot), new(words.ColdStreams, SeriesRole.Cold, curves.Cold)],
                Marks = upright,
            },
            new HeatChart
            {
                Kind = "shifted",
                Title = $"{name}: {words.Shifted}",
                HeatAxis = words.Heat,
                TemperatureAxis = words.ShiftedTemperature,
                Series = [new(words.HotStreams, SeriesRole.Hot, curves.ShiftedHot), new(words.ColdStreams, SeriesRole.Cold, curves.ShiftedCold)],
                Marks = level,
            },
            new HeatChart
            {
                Kind = "balanced",
                Title = $"{name}: {words.Balanced}",
                HeatAxis = words.Heat,
                TemperatureAxis = words.Temperature,
                Series = [new(words.HotWithUtilities, SeriesRole.Hot, curves.BalancedHot), new(words.ColdWithUtilities, SeriesRole.Cold, curves.BalancedCold)],
            },
            new HeatChart
            {
                Kind = "grand",
                Title = $"{name}: {words.Grand}",
                HeatAxis = words.Heat,
                TemperatureAxis = words.ShiftedTemperature,
                Series =
                [
                    new(words.Cascade, SeriesRole.Cascade, curves.GrandComposite),
                    new(words.Heating, SeriesRole.HotUtility, Levels(targets, isHeating: true)),
                    new(words.Cooling, SeriesRole.ColdUtility, Levels(targets, isHeating: false)),
                ],
                Marks = level,
            },
        ];
    }

    /// <summary>Site source and sink profiles with the levels between them: sources to the left of zero, sinks to the right.</summary>
    public static HeatChart OfSite(SiteTargets site, ChartWords words) => new()
    {
        Kind = "profiles",
        Title = $"{site.Integrated.Problem.Name}: {words.Profiles}",
        HeatAxis = words.Heat,
        TemperatureAxis = words.ShiftedTemperature,
        Series =
        [
            new(words.Sources, SeriesRole.Hot, LeftOfZero(site.Profiles.Sources)),
            new(words.Cooling, SeriesRole.ColdUtility, LeftOfZero(site.Profiles.Generation)),
            new(words.Sinks, SeriesRole.Cold, site.Profiles.Sinks),
            new(words.Heating, SeriesRole.HotUtility, site.Profiles.Use),
        ],
    };

    // A range has a line at either end and one text.
    private static IEnumerable<ChartMark> Marks(Cascading.Pinch pinch, ChartWords words, Func<double, ChartMark> at)
    {
        yield return at(pinch.UpperCelsius) with { Text = Text(pinch, words) };
        if (pinch.IsSpan) yield return at(pinch.LowerCelsius);
    }

    // Both shifted curves pass a pinch at the same heat, and so do the unshifted ones of one common approach.
    private static double HeatAt(HeatCurves curves, double celsius)
    {
        if (curves.ShiftedHot.Count == 0 || curves.ShiftedCold.Count == 0) return Middle(HeatsAt(curves.ShiftedHot.Count > 0 ? curves.ShiftedHot : curves.ShiftedCold, celsius));
        var hot = HeatsAt(curves.ShiftedHot, celsius);
        var cold = HeatsAt(curves.ShiftedCold, celsius);
        return Middle((Math.Max(hot.Least, cold.Least), Math.Min(hot.Most, cold.Most)));
    }

    private static double Middle((double Least, double Most) range) => (range.Least + range.Most) / 2;

    private static (double Least, double Most) HeatsAt(IReadOnlyList<CurvePoint> curve, double celsius)
    {
        var least = double.NaN;
        var most = double.NaN;
        for (var i = 1; i < curve.Count; i++)
        {
            var (from, to) = (curve[i - 1], curve[i]);
            if (celsius < from.Celsius || celsius > to.Celsius) continue;
            var (low, high) = from.Celsius == to.Celsius
                ? (from.HeatKw, to.HeatKw)
                : (At(from, to, celsius), At(from, to, celsius));
            least = double.IsNaN(least) ? low : Math.Min(least, low);
            most = double.IsNaN(most) ? high : Math.Max(most, high);
        }

        // Outside the curve: its nearer end.
        var end = celsius > curve[^1].Celsius ? curve[^1].HeatKw : curve[0].HeatKw;
        return double.IsNaN(least) ? (end, end) : (least, most);
    }

    private static double At(CurvePoint from, CurvePoint to, double celsius) =>
        from.HeatKw + (celsius - from.Celsius) / (to.Celsius - from.Celsius) * (to.HeatKw - from.HeatKw);

    // Heating from the pinch up, cooling from the pinch down.
    private static IReadOnlyList<CurvePoint> Levels(PlantTargets targets, bool isHeating)
    {
        var spans = new List<HeatSpan>();
        foreach (var load in targets.Placement.Loads)
        {
            var kw = isHeating ? load.HeatKw : load.CoolingKw;
            var shift = isHeating ? -load.Level.ApproachK : load.Level.ApproachK;
            if (kw > 0) spans.Add(new HeatSpan(load.Level.HighCelsius + shift, load.Level.LowCelsius + shift, kw));
        }

        var curve = CompositeCurve.Of(spans, 0);
        return isHeating || curve.Count == 0 ? curve : [.. curve.Select(point => point with { HeatKw = curve[^1].HeatKw - point.HeatKw })];
    }

    private static IReadOnlyList<CurvePoint> LeftOfZero(IReadOnlyList<CurvePoint> curve) =>
        curve.Count == 0 ? curve : [.. curve.Select(point => point with { HeatKw = point.HeatKw - curve[^1].HeatKw })];

    private static string Text(Cascading.Pinch pinch, ChartWords words) => pinch.IsSpan
        ? string.Format(CultureInfo.InvariantCulture, words.PinchSpan, Number(pinch.UpperCelsius), Number(pinch.LowerCelsius))
        : string.Format(CultureInfo.InvariantCulture, words.Pinch, Number(pinch.UpperCelsius));

    private static string Number(double celsius) => celsius.ToString("0.#", CultureInfo.InvariantCulture);
}
