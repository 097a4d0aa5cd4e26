using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Auditing;

/// <summary>Costs and emissions of grid connections: energy, demand, connection, surcharge steps, green power, feed-in.</summary>
internal static class GridReckoning
{
    private const double MonthsPerYear = 12;

    /// <summary>Adds them.</summary>
    public static void Add(AuditCase audited, Reckoning reckoning)
    {
        foreach (var plant in audited.Park.Plants)
        {
            foreach (var connection in plant.GridConnections)
                AddConnection(audited, reckoning, plant, connection);
        }
    }

    private static void AddConnection(AuditCase audited, Reckoning reckoning, Plant plant, GridConnection connection)
    {
        var tariff = audited.Park.Tariffs.First(candidate => candidate.Id == connection.TariffId);
        var import = audited.Series(plant.Id, $"import:{connection.Id}");
        var kwh = audited.Total(import);
        reckoning.Charge("power", audited.Total(import, audited.Grid.TariffFactors(tariff)) * tariff.EnergyCnyPerKwh);
        reckoning.Emit(2, kwh * tariff.Co2KgPerKwh);
        Reckoning.Sum(reckoning.CoalKg, plant.Id, kwh * audited.Park.Policy.PowerKgcePerKwh);
        reckoning.UsedKwh += kwh;
        reckoning.Charge("demand_charge", DemandCny(audited, tariff, import));
        if (tariff.CapacityInvestment is { } law)
            reckoning.Charge("demand_charge", (law.FixedCny + law.CnyPerKw * import.Max()) * InvestmentLaw.YearlyShare(audited, law) * audited.Grid.YearlyChargeFactor);

        var surchargeBefore = 0.0;
        foreach (var tier in tariff.Tiers)
        {
            reckoning.Charge("surcharge", Math.Max(0, kwh - tier.FromKwh) * (tier.SurchargeCnyPerKwh - surchargeBefore));
            surchargeBefore = tier.SurchargeCnyPerKwh;
        }

        foreach (var product in connection.GreenPower)
        {
            // The plan spreads a product evenly over the horizon.
            var greenKwh = GreenKwh(audited, plant, connection, product);
            reckoning.Charge("green_power", greenKwh * product.PremiumCnyPerKwh);
            reckoning.GreenKwh += greenKwh;
            reckoning.Emit(2, product.CertificateOnly ? 0 : -greenKwh * tariff.Co2KgPerKwh);
        }

        var export = audited.Series(plant.Id, $"export:{connection.Id}");
        reckoning.Charge("sale", -audited.Total(export, audited.Grid.Series(connection.ExportCnyPerKwh, connection.ExportProfileId)));
    }

    /// <summary>Amount of a green-power product in the horizon, kWh.</summary>
    public static double GreenKwh(AuditCase audited, Plant plant, GridConnection connection, GreenPower product) =>
        audited.Total(audited.Series(plant.Id, $"green:{connection.Id}/{product.Id}")) / audited.Hours.Sum() * audited.Grid.HorizonHours;

    // Each month's largest draw is paid; the months of the year are shared among those that have periods, by their hours.
    private static double DemandCny(AuditCase audited, Tariff tariff, double[] import)
    {
        var cny = 0.0;
        var allHours = audited.Hours.Sum();
        foreach (var month in audited.Grid.Periods.GroupBy(period => period.Month))
        {
            var months = MonthsPerYear * audited.Grid.YearlyChargeFactor * month.Sum(period => period.Hours) / allHours;
            cny += month.Max(period => import[period.Index]) * tariff.DemandCnyPerKwMonth * months;
        }

        return cny;
    }
}
