namespace Symbiosis.Pinch.Drawing;

/// <summary>Temperatures over heat.</summary>
public sealed record HeatChart
{
    /// <summary>What it shows; part of a file's name.</summary>
    public required string Kind { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the level axis, without unit.</summary>
    public required string HeatAxis { get; init; }

    /// <summary>Name of the upright axis, with unit.</summary>
    public required string TemperatureAxis { get; init; }

    /// <summary>Lines.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>Pinches.</summary>
    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

    /// <summary>The chart as SVG of 760 x 500 with its own white ground and colours that print in grey as well.</summary>
    public string ToSvg() => SvgChart.Draw(this);
}
