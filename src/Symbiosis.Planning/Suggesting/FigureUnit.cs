using System.Globalization;

namespace Symbiosis.Planning.Suggesting;

/// <summary>Unit of a figure per amount of product, such as "MWh_th/t Cu", "t H2SO4/t Cu" or "kWh/1000 Nm3 O2", in parts.</summary>
/// <param name="Symbol">Unit of what flows: "MWh_th", "t".</param>
/// <param name="Substance">What flows where the unit says so: "H2SO4"; else empty.</param>
/// <param name="PerTonne">Factor on the figure that makes it per tonne of product.</param>
/// <param name="Basis">Product: "Cu".</param>
internal sealed record FigureUnit(string Symbol, string Substance, double PerTonne, string Basis)
{
    // Units that say no product speak of the product itself.
    private const string TheProduct = "product";

    // A cubic metre at 0 deg C and 1 atm is 1 kmol / 22.414; molar masses of IUPAC, kg/kmol.
    private const double NormalM3PerKmol = 22.414;

    private static readonly Dictionary<string, double> KgPerKmol = new() { ["O2"] = 31.998, ["N2"] = 28.014, ["H2"] = 2.016 };

    // The catalogue has two words for the product of an acid plant.
    private static readonly Dictionary<string, string> OtherNames = new() { ["H2SO4"] = "acid", [""] = TheProduct };

    /// <summary>Reads a unit; null where it is not per amount of a product by mass or per normal volume of a known gas.</summary>
    public static FigureUnit? Parse(string? unit)
    {
        if (unit is null || unit.LastIndexOf('/') is not (> 0 and var slash) || PerTonneOf(unit[(slash + 1)..]) is not var (factor, basis))
            return null;
        var (symbol, substance) = Cut(unit[..slash]);
        return new FigureUnit(symbol, substance.Length == 0 ? "" : NameOf(substance), factor, NameOf(basis));
    }

    /// <summary>Tonnes in a normal cubic metre of a gas; null where the gas is not known.</summary>
    public static double? TonnesPerNormalM3(string gas) => KgPerKmol.TryGetValue(gas, out var mass) ? mass / NormalM3PerKmol / 1000 : null;

    /// <summary>The name of a product that stands for all its names.</summary>
    public static string NameOf(string product) => OtherNames.GetValueOrDefault(product, product);

    private static (double Factor, string Basis)? PerTonneOf(string denominator)
    {
        var (first, rest) = Cut(denominator);
        var count = 1.0;
        if (double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0)
            (count, (first, rest)) = (number, Cut(rest));
        return first switch
        {
            "t" => (1 / count, rest),
            "kg" => (1000 / count, rest),
            "Nm3" when TonnesPerNormalM3(rest) is { } tonnes => (1 / (count * tonnes), rest),
            _ => null,
        };
    }

    private static (string Head, string Tail) Cut(string text)
    {
        var trimmed = text.Trim();
        var blank = trimmed.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? (trimmed, "") : (trimmed[..blank], trimmed[(blank + 1)..].Trim());
    }
}
