using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Typical;

/// <summary>A figure of the catalogue, or an estimate where it has none.</summary>
/// <param name="Value">Value with its range.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Quality">How much it can be trusted.</param>
/// <param name="Note">Entry and sources it comes from, in a sentence.</param>
public sealed record TypicalFigure(Estimate Value, string Unit, Quality Quality, string Note)
{
    /// <summary>Most likely value.</summary>
    public double Typical => Value.Typical;

    /// <summary>An engineering estimate.</summary>
    /// <param name="low">Low end.</param>
    /// <param name="typical">Most likely value.</param>
    /// <param name="high">High end.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="why">Why that size.</param>
    internal static TypicalFigure Guess(double low, double typical, double high, string unit, string why) =>
        new(new Estimate(low, typical, high), unit, Quality.Estimate, $"Estimate: {why}");

    /// <summary>The figure times a constant above 0.</summary>
    internal TypicalFigure Times(double factor, string unit) => this with { Value = new Estimate(Value.Low * factor, Value.Typical * factor, Value.High * factor), Unit = unit };

    /// <summary>The figure times another; both above 0.</summary>
    internal TypicalFigure Times(TypicalFigure factor, string unit) => new(
        new Estimate(Value.Low * factor.Value.Low, Value.Typical * factor.Value.Typical, Value.High * factor.Value.High), unit, WorseOf(factor), $"{Note}; x {factor.Note}");

    /// <summary>The figure over another; both above 0.</summary>
    internal TypicalFigure Over(TypicalFigure divisor, string unit) => new(
        new Estimate(Value.Low / divisor.Value.High, Value.Typical / divisor.Value.Typical, Value.High / divisor.Value.Low), unit, WorseOf(divisor), $"{Note}; / {divisor.Note}");

    /// <summary>The figure with a further remark.</summary>
    internal TypicalFigure Remark(string text) => this with { Note = $"{Note}. {text}" };

    // What is computed from figures is derived at best.
    private Quality WorseOf(TypicalFigure other) => (Quality)Math.Max((int)Quality.Derived, Math.Max((int)Quality, (int)other.Quality));
}
