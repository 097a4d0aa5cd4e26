using Symbiosis.Pinch.Curves;

namespace Symbiosis.Pinch.Drawing;

/// <summary>A line of a chart.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Role">Look.</param>
/// <param name="Points">Points, joined by straight lines.</param>
public sealed record ChartSeries(string Name, SeriesRole Role, IReadOnlyList<CurvePoint> Points);
