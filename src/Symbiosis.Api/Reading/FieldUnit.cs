namespace Symbiosis.Api.Reading;

/// <summary>The unit that the end of a field's name says, for sentences.</summary>
internal static class FieldUnit
{
    // Longer ends first: "_kwh" must not be read as "_h", nor "_cny_per_kwh" as "_kwh".
    private static readonly (string End, string Unit)[] s_units =
    [
        ("_kw_per_kw_km", "kW/(kW km)"), ("_cny_per_kw_month", "CNY/(kW month)"), ("_cny_per_kw_year", "CNY/(kW a)"),
        ("_cny_per_kw_m", "CNY/(kW m)"), ("_kg_per_t_km", "kg/(t km)"), ("_kwh_per_t_km", "kWh/(t km)"),
        ("cny_per_t_km", "CNY/(t km)"), ("cny_per_kwh", "CNY/kWh"), ("cny_per_kw", "CNY/kW"), ("cny_per_t", "CNY/t"),
        ("cny_per_m", "CNY/m"), ("_kg_per_kwh", "kg/kWh"), ("_kg_per_t", "kg/t"), ("_kgce_per_kwh", "kgce/kWh"),
        ("_w_per_m", "W/m"), ("_t_per_h", "t/h"), ("_m2_per_kw", "m2/kW"), ("_per_km", "per km"), ("_per_hour", "per h"),
        ("_celsius", "deg C"), ("_degrees", "degrees"), ("_hours", "h"), ("_hour", "h"), ("_years", "years"),
        ("_kwh", "kWh"), ("_kw", "kW"), ("_tce", "t of standard coal"), ("_cny", "CNY"), ("_bar", "bar"), ("_km", "km"),
        ("_m2", "m2"), ("_m", "m"), ("_k", "K"), ("_t", "t"),
    ];

    /// <summary>" kW" with a space before it, or nothing where the name says no unit.</summary>
    public static string Suffix(string fieldName)
    {
        foreach (var (end, unit) in s_units)
        {
            if (fieldName.EndsWith(end, StringComparison.Ordinal)) return " " + unit;
        }

        return "";
    }
}
