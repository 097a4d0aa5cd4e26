using System.Globalization;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Cli.Wording;

/// <summary>Numbers for people: thousands separators, about three digits that matter.</summary>
internal static class Quantity
{
    private const double HoursPerYear = 8760;

    /// <summary>A bare number.</summary>
    public static string Number(double value) => Math.Abs(value) switch
    {
        >= 99.95 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 9.995 => value.ToString("0.0", CultureInfo.InvariantCulture),
        >= 0.9995 => value.ToString("0.00", CultureInfo.InvariantCulture),
        < 0.0005 => "0",
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };

    /// <summary>A count of things.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A bare number with its sign, "+" too.</summary>
    public static string Signed(double value) => (value > 0 && Number(value) != "0" ? "+" : "") + Number(value);

    /// <summary>A number with its unit.</summary>
    public static string Of(double value, string unit) => $"{Number(value)} {unit}";

    /// <summary>A length, m.</summary>
    public static string Metres(double metres) => Of(metres, "m");

    /// <summary>An energy, kWh, shown in GWh or MWh where large.</summary>
    public static string Energy(double kwh) => Math.Abs(kwh) switch
    {
        >= 1e6 => Of(kwh / 1e6, "GWh"),
        >= 1e4 => Of(kwh / 1e3, "MWh"),
        _ => Of(kwh, "kWh"),
    };

    /// <summary>A share of one as a percentage.</summary>
    public static string Percent(double share) => Math.Abs(share) switch
    {
        < 0.000005 => "0 %",
        < 0.01 => (share * 100).ToString("0.###", CultureInfo.InvariantCulture) + " %",
        _ => (share * 100).ToString("#,0.#", CultureInfo.InvariantCulture) + " %",
    };

    /// <summary>A time, s.</summary>
    public static string Seconds(double seconds) => seconds.ToString("N1", CultureInfo.InvariantCulture) + " s";

    /// <summary>What stands behind an amount over the horizon: "/a" where that is a year, be it one of 8,760 h or of the hours a works runs.</summary>
    public static string PerHorizon(TimeStructure time, Language language)
    {
        var yearShare = time.YearlyChargeFactor ?? time.HorizonHours / HoursPerYear;
        if (time.HorizonHours >= HoursPerYear / 2 && Math.Abs(yearShare - 1) < 0.01)
            return language == Language.Chinese ? "/年" : "/a";
        return $"/{Number(time.HorizonHours)} h";
    }

    /// <summary>What a coupling's flow is counted in: t/h for materials, else kW.</summary>
    public static string Flow(Coupling coupling) => Of(coupling.PeakKw, coupling.Kind == CouplingKind.Material ? "t/h" : "kW");

    /// <summary>What a coupling delivers in the horizon: t for materials, else energy.</summary>
    public static string Amount(Coupling coupling) =>
        coupling.Kind == CouplingKind.Material ? Of(coupling.Amount, "t") : Energy(coupling.Amount);
}
