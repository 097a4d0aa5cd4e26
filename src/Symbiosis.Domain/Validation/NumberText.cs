using System.Globalization;

namespace Symbiosis.Domain.Validation;

/// <summary>Numbers in sentences: thousands separated by commas, at most six decimals, powers of ten where these mislead.</summary>
public static class NumberText
{
    /// <summary>The number as a reader expects it, for example 40,000,000 or 0.35.</summary>
    public static string Of(double number)
    {
        var size = Math.Abs(number);
        var plain = size == 0 || (size >= 1e-4 && size < 1e13);
        return number.ToString(plain ? "#,0.######" : "G6", CultureInfo.InvariantCulture);
    }
}
