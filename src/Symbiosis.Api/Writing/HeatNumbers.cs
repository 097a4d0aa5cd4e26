namespace Symbiosis.Api.Writing;

/// <summary>How numbers of targets are written.</summary>
internal static class HeatNumbers
{
    /// <summary>A millionth of a kilowatt is far below what anybody measures, and the last digits of a sum are noise. Never minus zero.</summary>
    public static double Round(double value) => Math.Round(value, 6) + 0.0;
}
