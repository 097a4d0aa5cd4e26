using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation.Checks;

/// <summary>Cost laws, wherever something can be bought.</summary>
internal static class InvestmentChecks
{
    public static void Check(Park park, ViolationList violations)
    {
        foreach (var (path, investment) in Investments(park))
        {
            if (investment is null) continue;
            CheckSizes(path, investment, violations);
            CheckPoints(path, investment, violations);
        }
    }

    private static void CheckSizes(string path, Investment investment, ViolationList violations)
    {
        if (investment.MaxSizeKw is not { } max) return;
        if (investment.MinSizeKw > max)
            violations.Error($"{path}.max_size_kw", ViolationCodes.SizeRange, $"The smallest size, {NumberText.Of(investment.MinSizeKw)}, is above the largest, {NumberText.Of(max)}.", NumberText.Of(max));
        if (max > 0 && investment.ModuleKw > max)
            violations.Error($"{path}.module_kw", ViolationCodes.SizeRange, $"One module, {NumberText.Of(investment.ModuleKw.Value)}, is above the largest size, {NumberText.Of(max)}.", NumberText.Of(investment.ModuleKw.Value));
    }

    private static void CheckPoints(string path, Investment investment, ViolationList violations)
    {
        var points = investment.Points;
        if (points.Count == 1)
            violations.Error($"{path}.points", ViolationCodes.CostPoints, "A cost law needs two points or more.", "1");
        for (var i = 1; i < points.Count; i++)
        {
            if (points[i].SizeKw <= points[i - 1].SizeKw)
                violations.Error($"{path}.points[{i}].size_kw", ViolationCodes.CostPoints, "Sizes must rise from point to point.", NumberText.Of(points[i].SizeKw));
            if (points[i].Cny < points[i - 1].Cny)
                violations.Error($"{path}.points[{i}].cny", ViolationCodes.CostPoints, "Total costs must not fall from point to point (they are totals, not per kW).", NumberText.Of(points[i].Cny));
        }

        if (points.Count > 0 && points[^1].SizeKw < investment.MinSizeKw)
            violations.Error($"{path}.min_size_kw", ViolationCodes.SizeRange, "The smallest size lies beyond the last point of the cost law.", NumberText.Of(investment.MinSizeKw));
    }

    private static IEnumerable<(string Path, Investment? Investment)> Investments(Park park)
    {
        foreach (var (path, carrier) in Places.Of("park.carriers", park.Carriers))
        {
            yield return ($"{path}.generation_station", carrier.GenerationStation);
            yield return ($"{path}.use_station", carrier.UseStation);
        }

        foreach (var (path, tariff) in Places.Of("park.tariffs", park.Tariffs)) yield return ($"{path}.capacity_investment", tariff.CapacityInvestment);
        foreach (var (path, plant) in Places.Plants(park))
        {
            yield return ($"{path}.recovery.investment", plant.Recovery?.Investment);
            foreach (var (at, station) in Places.Of($"{path}.stations", plant.Stations))
            {
                yield return ($"{at}.generation", station.Generation);
                yield return ($"{at}.use", station.Use);
            }

            foreach (var (at, converter) in Places.Of($"{path}.converters", plant.Converters)) yield return ($"{at}.investment", converter.Investment);
            foreach (var (at, storage) in Places.Of($"{path}.storages", plant.Storages))
            {
                yield return ($"{at}.investment", storage.Investment);
                yield return ($"{at}.charge_investment", storage.ChargeInvestment);
                yield return ($"{at}.discharge_investment", storage.DischargeInvestment);
            }

            foreach (var (at, generator) in Places.Of($"{path}.generators", plant.Generators)) yield return ($"{at}.investment", generator.Investment);
            foreach (var (at, supply) in Places.Of($"{path}.supplies", plant.Supplies)) yield return ($"{at}.investment", supply.Investment);
        }
    }
}
