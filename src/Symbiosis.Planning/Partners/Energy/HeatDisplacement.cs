namespace Symbiosis.Planning.Partners.Energy;

/// <summary>
/// What bought heat costs that a carrier could replace. Needs above the carrier are served first, by the cheapest levels that are hotter than the carrier; what
/// is left of the levels serves the needs below, again the cheapest first: that is what the carrier replaces.
/// </summary>
/// <param name="levels">What heats the plant today.</param>
/// <param name="fallback">Cost where the levels do not suffice.</param>
internal sealed class HeatDisplacement(IReadOnlyList<HeatLevel> levels, UnitCost fallback)
{
    /// <summary>Mean cost per kWh replaced, CNY/kWh, [period], and the CO2 of the whole, kg/kWh.</summary>
    /// <param name="use">Heat that the carrier could replace, kW, [period].</param>
    /// <param name="hotUtility">All bought heat, kW, [period].</param>
    /// <param name="topCelsius">Highest shifted temperature that the carrier serves, deg C.</param>
    /// <param name="hours">Hours of each step.</param>
    public (double[] CnyPerKwh, double Co2KgPerKwh) Of(double[] use, double[] hotUtility, double topCelsius, double[] hours)
    {
        var price = new double[use.Length];
        var (kg, kwh) = (0.0, 0.0);
        for (var t = 0; t < use.Length; t++)
        {
            if (use[t] <= 0)
                continue;
            var (cny, co2) = Serve(use[t], Math.Max(0, hotUtility[t] - use[t]), topCelsius, t);
            price[t] = cny / use[t];
            kg += co2 * hours[t];
            kwh += use[t] * hours[t];
        }

        return (price, kwh > 0 ? kg / kwh : 0);
    }

    private (double CnyPerHour, double KgPerHour) Serve(double below, double above, double topCelsius, int t)
    {
        var cheapest = levels.OrderBy(level => level.Cost.CnyPerKwh[t]).ToList();
        var left = cheapest.ConvertAll(level => level.Cost.CapacityKw[t]);
        for (var i = 0; i < cheapest.Count && above > 0; i++)
        {
            if (cheapest[i].TopCelsius > topCelsius)
                Take(ref above, i);
        }

        var (cny, kg) = (0.0, 0.0);
        for (var i = 0; i < cheapest.Count && below > 0; i++)
        {
            var kw = Take(ref below, i);
            cny += kw * cheapest[i].Cost.CnyPerKwh[t];
            kg += kw * cheapest[i].Cost.Co2KgPerKwh;
        }

        return (cny + below * fallback.CnyPerKwh[t], kg + below * fallback.Co2KgPerKwh);

        double Take(ref double need, int i)
        {
            var kw = Math.Min(need, left[i]);
            left[i] -= kw;
            need -= kw;
            return kw;
        }
    }
}
