using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>A source or sink of heat in a plant's cascade.</summary>
internal sealed class HeatElement
{
    /// <summary>Whether it gives heat.</summary>
    public required bool IsHot { get; init; }

    /// <summary>Higher shifted temperature, deg C.</summary>
    public required double High { get; init; }

    /// <summary>Lower shifted temperature, deg C; equal to <see cref="High"/> where isothermal.</summary>
    public required double Low { get; init; }

    /// <summary>Flow per period, model units; null for a fixed duty.</summary>
    public LinearExpression[]? Flow { get; init; }

    /// <summary>Fixed duty per period, model units; null where it varies.</summary>
    public double[]? Duty { get; init; }

    /// <summary>Most it can be, per period, model units; may be infinite.</summary>
    public required double[] Max { get; init; }

    /// <summary>A hot stream's duty need not be used.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Comes from or goes to a stream of the plant, not to a utility, carrier, converter or store.</summary>
    public bool IsOwnStream { get; init; }

    /// <summary>Comes from a utility, or goes to one: it can neither raise a carrier's potential use nor its generation.</summary>
    public bool IsUtility { get; init; }

    /// <summary>Share of the element that lies between two boundaries of the cascade.</summary>
    public double ShareBetween(CascadeBoundary upper, CascadeBoundary lower)
    {
        if (High == Low)
        {
            var point = new CascadeBoundary(High, 1);
            return upper.CompareTo(point) < 0 && point.CompareTo(lower) < 0 ? 1 : 0;
        }

        return Math.Max(0, Math.Min(High, upper.Celsius) - Math.Max(Low, lower.Celsius)) / (High - Low);
    }

    /// <summary>Share of the element above a shifted temperature, the temperature's own phase changes included.</summary>
    public double ShareAbove(double celsius) =>
        High == Low ? (High >= celsius ? 1 : 0) : Math.Clamp((High - celsius) / (High - Low), 0, 1);

    /// <summary>Share of the element below a shifted temperature, the temperature's own phase changes included.</summary>
    public double ShareBelow(double celsius) =>
        High == Low ? (Low <= celsius ? 1 : 0) : Math.Clamp((celsius - Low) / (High - Low), 0, 1);
}
