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
}
