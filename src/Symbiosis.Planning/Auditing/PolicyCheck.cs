using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>Carbon cap, energy caps, green share and green products, quotas, fuel limits.</summary>
internal static class PolicyCheck
{
    /// <summary>Makes the check.</summary>
    public static AuditCheck Run(AuditCase audited, Reckoning reckoning)
    {
        var record = new CheckRecord("policy");
        var policy = audited.Park.Policy;
        var cappedT = (reckoning.Kg(1) + reckoning.Kg(2) + (policy.IncludeInputs ? reckoning.Kg(3) : 0)) / 1000;
        Limit(record, "Emissions", cappedT, policy.CarbonCapT, "t CO2e");
        Limit(record, "Energy consumption", reckoning.CoalKg.Values.Sum() / 1000, policy.EnergyCapTce, "tce");
        foreach (var cap in policy.PlantEnergyCaps)
            Limit(record, $"Energy consumption of plant '{cap.PlantId}'", reckoning.CoalKg.GetValueOrDefault(cap.PlantId) / 1000, cap.CapTce, "tce");
        foreach (var quota in policy.Quotas)
        {
            var made = reckoning.MadeTonnes.Where(entry => entry.Key.MaterialId == quota.MaterialId && (quota.PlantIds.Count == 0 || quota.PlantIds.Contains(entry.Key.PlantId)));
            Limit(record, $"Production of '{quota.MaterialId}'", made.Sum(entry => entry.Value), quota.MaxT, "t");
        }

        foreach (var fuel in audited.Park.Fuels)
            Limit(record, $"Use of '{fuel.Id}'", reckoning.FuelKwh.GetValueOrDefault(fuel.Id), fuel.MaxKwh, "kWh");
        record.AtMost(policy.MinGreenShare * reckoning.UsedKwh, reckoning.GreenKwh, Math.Max(reckoning.UsedKwh, 1), () =>
            $"Green power is {reckoning.GreenKwh:0} kWh of {reckoning.UsedKwh:0} kWh used; the least share is {policy.MinGreenShare:0.###}.");
        CheckGreenProducts(audited, record);
        return record.Result();
    }

    private static void CheckGreenProducts(AuditCase audited, CheckRecord record)
    {
        foreach (var plant in audited.Park.Plants)
        {
            foreach (var connection in plant.GridConnections)
            {
                var drawnKwh = audited.Total(audited.Series(plant.Id, $"import:{connection.Id}"));
                var sumKwh = 0.0;
                foreach (var product in connection.GreenPower)
                {
                    var kwh = GridReckoning.GreenKwh(audited, plant, connection, product);
                    sumKwh += kwh;
                    Limit(record, $"Green power '{product.Id}' of plant '{plant.Id}'", kwh, product.MaxKwh, "kWh");
                }

                record.AtMost(sumKwh, drawnKwh, Math.Max(drawnKwh, audited.LeastKw * audited.Grid.HorizonHours), () =>
                    $"Plant '{plant.Id}' buys {sumKwh:0} kWh of green power for {drawnKwh:0} kWh drawn through '{connection.Id}'.");
            }
        }
    }

    private static void Limit(CheckRecord record, string what, double amount, double? limit, string unit)
    {
        if (limit is { } most)
            record.AtMost(amount, most, Math.Max(Math.Max(Math.Abs(most), Math.Abs(amount)), 1), () => $"{what}: {amount:0.###} {unit}; {most:0.###} {unit} is the limit.");
    }
}
