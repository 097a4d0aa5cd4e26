using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Auditing;

/// <summary>What a plant gives to and takes from one carrier, apart from pipes.</summary>
/// <param name="periodCount">Number of periods.</param>
internal sealed class CarrierAccount(int periodCount)
{
    /// <summary>Supplied less taken, kW by period.</summary>
    public double[] Net { get; } = new double[periodCount];

    /// <summary>Supplied and taken, kW by period: the size of the balance.</summary>
    public double[] Turnover { get; } = new double[periodCount];

    /// <summary>The account of a plant and a carrier.</summary>
    public static CarrierAccount Of(AuditCase audited, Plant plant, Carrier carrier)
    {
        var account = new CarrierAccount(audited.PeriodCount);
        double[] Series(string quantity) => audited.Series(plant.Id, quantity);
        foreach (var connection in plant.GridConnections.Where(connection => connection.CarrierId == carrier.Id))
        {
            account.Add(Series($"import:{connection.Id}"), 1);
            account.Add(Series($"export:{connection.Id}"), -1);
        }

        foreach (var supply in plant.Supplies.Where(supply => supply.CarrierId == carrier.Id))
            account.Add(Series($"supply:{supply.Id}"), 1);
        foreach (var generator in plant.Generators.Where(generator => generator.CarrierId == carrier.Id))
            account.Add(Series($"generator:{generator.Id}"), 1);
        foreach (var demand in plant.Demands.Where(demand => demand.CarrierId == carrier.Id))
            account.Add(audited.Grid.Series(demand.NeedKw, demand.NeedProfileId), -1);
        foreach (var offtake in plant.Offtakes.Where(offtake => offtake.CarrierId == carrier.Id))
            account.Add(Series($"offtake:{offtake.Id}"), -1);
        foreach (var converter in plant.Converters)
        {
            foreach (var port in converter.Ports.Where(port => port.CarrierId == carrier.Id))
                account.Add(Series($"port:{converter.Id}/{port.Id}"), port.Direction == Direction.Out ? 1 : -1);
        }

        foreach (var storage in plant.Storages.Where(storage => storage.CarrierId == carrier.Id))
        {
            account.Add(Series($"discharge:{storage.Id}"), 1);
            account.Add(Series($"charge:{storage.Id}"), -1);
        }

        foreach (var utility in plant.HotUtilities.Where(utility => utility.CarrierId == carrier.Id))
            account.Add(Series($"hot_utility:{utility.Id}"), -1 / utility.Efficiency);
        foreach (var utility in plant.ColdUtilities.Where(_ => AuxiliaryPower(audited.Park, plant) == carrier.Id))
            account.Add(Series($"cold_utility:{utility.Id}"), -utility.PowerKwPerKw);
        account.Add(Series($"generate:{carrier.Id}"), 1);
        account.Add(Series($"use:{carrier.Id}"), -1);
        return account;
    }

    // Auxiliaries draw from the plant's own grid connection, else from the park's first electricity.
    private static string? AuxiliaryPower(Park park, Plant plant) =>
        plant.GridConnections.Count > 0 ? plant.GridConnections[0].CarrierId : park.Carriers.FirstOrDefault(carrier => carrier.Kind == CarrierKind.Electricity)?.Id;

    private void Add(double[] flow, double factor)
    {
        for (var t = 0; t < Net.Length; t++)
        {
            Net[t] += factor * flow[t];
            Turnover[t] += Math.Abs(factor * flow[t]);
        }
    }
}
