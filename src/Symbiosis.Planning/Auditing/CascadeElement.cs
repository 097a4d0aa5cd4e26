namespace Symbiosis.Planning.Auditing;

/// <summary>A source or sink of heat in a plant at its shifted temperatures.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="IsHot">It gives heat.</param>
/// <param name="HighCelsius">Higher shifted temperature, deg C.</param>
/// <param name="LowCelsius">Lower shifted temperature, deg C; equal where isothermal.</param>
/// <param name="Kw">Heat flow, kW by period.</param>
/// <param name="IsOptional">A hot stream that may be left unused.</param>
/// <param name="IsOwnStream">A process stream of the plant.</param>
internal sealed record CascadeElement(string Name, bool IsHot, double HighCelsius, double LowCelsius, double[] Kw, bool IsOptional, bool IsOwnStream)
{
    /// <summary>Share of the element above a shifted temperature.</summary>
    /// <param name="celsius">Temperature.</param>
    /// <param name="includesThis">Whether phase changes exactly there count as above.</param>
    public double ShareAbove(double celsius, bool includesThis)
    {
        if (HighCelsius > LowCelsius)
            return Math.Clamp((HighCelsius - celsius) / (HighCelsius - LowCelsius), 0, 1);

        return HighCelsius > celsius || (includesThis && HighCelsius == celsius) ? 1 : 0;
    }
}
