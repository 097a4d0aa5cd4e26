using System.Globalization;

namespace Symbiosis.Pinch.Drawing;

/// <summary>An axis over a range of values: round ticks, and where a value stands.</summary>
internal sealed class Axis
{
    private readonly double from;
    private readonly double to;
    private readonly double fromPixel;
    private readonly double toPixel;

    /// <summary>Lays out an axis that covers some values, with a little air.</summary>
    public Axis(IEnumerable<double> values, double fromPixel, double toPixel, int tickCount)
    {
        var all = values.DefaultIfEmpty().ToList();
        var (least, most) = (all.Min(), all.Max());
        if (most - least < 1e-9 * Math.Max(1, Math.Abs(most))) (least, most) = (least - 5, most + 5);
        var step = RoundStep((most - least) / tickCount);
        from = Math.Floor(least / step + 1e-9) * step;
        to = Math.Ceiling(most / step - 1e-9) * step;
        Step = step;
        (this.fromPixel, this.toPixel) = (fromPixel, toPixel);
    }

    /// <summary>Distance of ticks.</summary>
    public double Step { get; }

    /// <summary>Ticks.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            var count = (int)Math.Round((to - from) / Step);
            for (var i = 0; i <= count; i++) yield return Math.Round((from / Step) + i) * Step;
        }
    }

    /// <summary>Pixel of a value.</summary>
    public double At(double value) => fromPixel + (value - from) / (to - from) * (toPixel - fromPixel);

    /// <summary>A tick's label with as many decimals as the step needs.</summary>
    public string Label(double tick, double unit)
    {
        var decimals = Math.Max(0, (int)Math.Ceiling(-Math.Log10(Step / unit) - 1e-9));
        return (tick / unit + 0.0).ToString("N" + decimals, CultureInfo.InvariantCulture);
    }

    // 1, 2 or 5 times a power of ten.
    private static double RoundStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch
        {
            <= 1.0001 => power,
            <= 2.0001 => 2 * power,
            <= 5.0001 => 5 * power,
            _ => 10 * power,
        };
    }
}
