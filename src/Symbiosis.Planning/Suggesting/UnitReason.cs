namespace Symbiosis.Planning.Suggesting;

/// <summary>Why a unit gives no flow by tonnes and hours.</summary>
internal static class UnitReason
{
    /// <summary>The reason in a sentence.</summary>
    public static string Of(string? unit)
    {
        if (string.IsNullOrEmpty(unit))
            return "A number without a unit.";
        if (unit == "C")
            return "A temperature without a quantity of heat.";
        if (unit.StartsWith("bar", StringComparison.Ordinal))
            return "A pressure without a quantity.";
        if (unit is "fraction" or "ratio")
            return "A ratio that names no quantity it is of.";
        if (unit.Contains('%'))
            return "A content or a share, no flow.";
        if (unit.EndsWith("/h", StringComparison.Ordinal))
            return "The rate of one furnace, which does not grow with the tonnes.";
        if (unit.StartsWith("kgce", StringComparison.Ordinal))
            return "Standard coal of all kinds of energy together: it says neither how much is fuel nor how much is power.";
        if (unit.Contains("steam", StringComparison.Ordinal))
            return "Steam without a temperature or pressure at which it condenses.";
        if (unit.StartsWith("MJ/", StringComparison.Ordinal))
            return "A heating value, no flow.";
        return unit.Contains("m2", StringComparison.Ordinal)
            ? "Per square metre: tonnes do not say how large the area is."
            : $"'{unit}' is not per tonne of a product.";
    }
}
