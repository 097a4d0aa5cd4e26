using System.Globalization;

namespace Symbiosis.Cli.Wording;

/// <summary>One unit for all the money of a table: CNY, or what each language counts large sums in.</summary>
internal sealed class MoneyScale
{
    private const decimal LargeFromCny = 100_000;

    private readonly decimal factor;
    private readonly string format;

    private MoneyScale(decimal factor, string format, string unit) => (this.factor, this.format, Unit) = (factor, format, unit);

    /// <summary>Name of the unit, for a table's head.</summary>
    public string Unit { get; }

    /// <summary>The unit that suits the largest of the sums, CNY.</summary>
    public static MoneyScale For(Language language, IEnumerable<decimal> cny)
    {
        var isLarge = cny.Select(Math.Abs).DefaultIfEmpty().Max() >= LargeFromCny;
        if (!isLarge)
            return new MoneyScale(1, "N2", Messages.Cny.In(language));

        // Chinese planners count in ten thousands.
        return language == Language.Chinese
            ? new MoneyScale(10_000, "N1", Messages.LargeCny.In(language))
            : new MoneyScale(1_000_000, "N2", Messages.LargeCny.In(language));
    }

    /// <summary>A sum with its unit.</summary>
    public static string WithUnit(decimal cny, Language language)
    {
        var scale = For(language, [cny]);
        return $"{scale.Show(cny)} {scale.Unit}";
    }

    /// <summary>A sum without its unit.</summary>
    public string Show(decimal cny)
    {
        var text = (cny / factor).ToString(format, CultureInfo.InvariantCulture);

        // "-0.00" says nothing that "0.00" does not.
        return text.StartsWith('-') && text.All(sign => sign is '-' or '0' or '.') ? text[1..] : text;
    }

    /// <summary>A difference without its unit, "+" where it is more.</summary>
    public string ShowDifference(decimal cny)
    {
        var text = Show(cny);
        return cny > 0 && text.Any(sign => sign is >= '1' and <= '9') ? "+" + text : text;
    }
}
