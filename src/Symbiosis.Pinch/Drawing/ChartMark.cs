namespace Symbiosis.Pinch.Drawing;

/// <summary>A dashed line through a chart with a text: where a pinch is.</summary>
/// <param name="Text">Text; may be empty.</param>
/// <param name="HeatKw">An upright line at this heat; absent: a level one.</param>
/// <param name="Celsius">A level line at this temperature.</param>
public sealed record ChartMark(string Text, double? HeatKw, double? Celsius);
