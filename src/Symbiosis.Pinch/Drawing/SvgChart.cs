using System.Globalization;
using System.Security;
using System.Text;

namespace Symbiosis.Pinch.Drawing;

/// <summary>Writes a chart as SVG: plain elements with attributes, so that every viewer and drawing program takes it.</summary>
internal sealed class SvgChart
{
    private const int Width = 760;
    private const int Height = 500;
    private const int Left = 78;
    private const int Right = 24;
    private const int Top = 74;
    private const int Bottom = 58;

    // From here on megawatts read better.
    private const double MegawattsFromKw = 20_000;

    // White round the letters keeps them legible on a curve.
    private const string Halo = "stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\"";

    private readonly HeatChart chart;
    private readonly StringBuilder svg = new();
    private readonly Axis heat;
    private readonly Axis temperature;
    private readonly double kwPerUnit;

    private SvgChart(HeatChart chart)
    {
        this.chart = chart;
        var points = chart.Series.SelectMany(series => series.Points).ToList();
        heat = new Axis(points.Select(point => point.HeatKw).Append(0), Left, Width - Right, 8);
        temperature = new Axis(points.Select(point => point.Celsius), Height - Bottom, Top, 7);
        kwPerUnit = points.Select(point => Math.Abs(point.HeatKw)).DefaultIfEmpty().Max() >= MegawattsFromKw ? 1000 : 1;
    }

    public static string Draw(HeatChart chart) => new SvgChart(chart).Draw();

    private string Draw()
    {
        Line($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" font-family="Helvetica, Arial, 'Noto Sans SC', 'Microsoft YaHei', sans-serif" font-size="12" fill="#333">""");
        Line($"""<title>{Escape(chart.Title)}</title>""");
        Line($"""<rect width="{Width}" height="{Height}" fill="#fff"/>""");
        Line($"""<text x="{Left}" y="26" font-size="16" font-weight="bold">{Escape(chart.Title)}</text>""");
        Axes();
        foreach (var series in chart.Series.Where(series => series.Points.Count > 0)) Curve(series);
        Marks();
        Legend();
        Line("</svg>");
        return svg.ToString();
    }

    private void Axes()
    {
        Line("""<g stroke="#e4e4e4">""");
        foreach (var tick in heat.Ticks) Line($"""<line x1="{N(heat.At(tick))}" y1="{Top}" x2="{N(heat.At(tick))}" y2="{Height - Bottom}"/>""");
        foreach (var tick in temperature.Ticks) Line($"""<line x1="{Left}" y1="{N(temperature.At(tick))}" x2="{Width - Right}" y2="{N(temperature.At(tick))}"/>""");
        Line("</g>");
        Line($"""<path d="M{Left} {Top}V{Height - Bottom}H{Width - Right}" fill="none" stroke="#333"/>""");
        if (heat.At(0) > Left + 1) Line($"""<line x1="{N(heat.At(0))}" y1="{Top}" x2="{N(heat.At(0))}" y2="{Height - Bottom}" stroke="#333"/>""");
        Line("""<g text-anchor="middle">""");
        foreach (var tick in heat.Ticks) Line($"""<text x="{N(heat.At(tick))}" y="{Height - Bottom + 18}">{heat.Label(Math.Abs(tick), kwPerUnit)}</text>""");
        Line($"""<text x="{(Left + Width - Right) / 2}" y="{Height - 14}" font-size="13">{Escape(chart.HeatAxis)}, {(kwPerUnit == 1 ? "kW" : "MW")}</text>""");
        Line($"""<text transform="translate(20 {(Top + Height - Bottom) / 2}) rotate(-90)" font-size="13">{Escape(chart.TemperatureAxis)}</text>""");
        Line("</g>");
        Line("""<g text-anchor="end">""");
        foreach (var tick in temperature.Ticks) Line($"""<text x="{Left - 8}" y="{N(temperature.At(tick) + 4)}">{temperature.Label(tick, 1)}</text>""");
        Line("</g>");
    }

    private void Curve(ChartSeries series)
    {
        var points = string.Join(' ', series.Points.Select(point => $"{N(heat.At(point.HeatKw))},{N(temperature.At(point.Celsius))}"));
        Line($"""<polyline points="{points}" fill="none" {Look(series.Role)} stroke-linejoin="round"><title>{Escape(series.Name)}</title></polyline>""");
    }

    private void Marks()
    {
        // Texts of upright lines stand one above the other, lest two pinches write over each other.
        var textBottom = Height - Bottom - 8;
        foreach (var mark in chart.Marks)
        {
            const string Dashes = "stroke=\"#555\" stroke-dasharray=\"2 4\"";
            if (mark.HeatKw is { } kw)
            {
                var x = heat.At(kw);
                var isRight = x > Width * 0.6;
                Line($"""<line x1="{N(x)}" y1="{Top}" x2="{N(x)}" y2="{Height - Bottom}" {Dashes}/>""");
                if (mark.Text.Length == 0) continue;
                Line($"""<text x="{N(x + (isRight ? -6 : 6))}" y="{textBottom}" text-anchor="{(isRight ? "end" : "start")}" {Halo}>{Escape(mark.Text)}</text>""");
                textBottom -= 16;
            }
            else if (mark.Celsius is { } celsius)
            {
                var y = temperature.At(celsius);
                Line($"""<line x1="{Left}" y1="{N(y)}" x2="{Width - Right}" y2="{N(y)}" {Dashes}/>""");
                if (mark.Text.Length > 0) Line($"""<text x="{Width - Right - 4}" y="{N(y - 5)}" text-anchor="end" {Halo}>{Escape(mark.Text)}</text>""");
            }
        }
    }

    private void Legend()
    {
        double x = Left;
        foreach (var series in chart.Series.Where(series => series.Points.Count > 0))
        {
            Line($"""<line x1="{N(x)}" y1="48" x2="{N(x + 26)}" y2="48" {Look(series.Role)}/>""");
            Line($"""<text x="{N(x + 32)}" y="52">{Escape(series.Name)}</text>""");
            x += 52 + series.Name.Sum(letter => letter < '\u2E80' ? 6.6 : 12.2);
        }
    }

    // Colours that stay apart for the colour-blind and in grey (Okabe and Ito 2008).
    private static string Look(SeriesRole role) => role switch
    {
        SeriesRole.Hot => "stroke=\"#d55e00\" stroke-width=\"2.5\"",
        SeriesRole.Cold => "stroke=\"#0072b2\" stroke-width=\"2.5\"",
        SeriesRole.HotUtility => "stroke=\"#d55e00\" stroke-width=\"1.5\" stroke-dasharray=\"7 4\"",
        SeriesRole.ColdUtility => "stroke=\"#0072b2\" stroke-width=\"1.5\" stroke-dasharray=\"7 4\"",
        _ => "stroke=\"#333333\" stroke-width=\"2.5\"",
    };

    // Names come from files: XML has no control characters.
    private static string Escape(string text) => SecurityElement.Escape(string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)));

    private static string N(double pixel) => pixel.ToString("0.##", CultureInfo.InvariantCulture);

    private void Line(string line) => svg.Append(line).Append('\n');
}
