using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>The balances of all plants and carriers: supplied = taken in every period.</summary>
internal sealed class CarrierBalances(FormulationContext context)
{
    private readonly Dictionary<(int Plant, string CarrierId), CarrierBalance> balances = [];

    /// <summary>All balances that something was added to.</summary>
    public IReadOnlyDictionary<(int Plant, string CarrierId), CarrierBalance> All => balances;

    /// <summary>The balance of a plant and carrier; empty at first.</summary>
    public CarrierBalance Of(int plant, string carrierId)
    {
        if (!balances.TryGetValue((plant, carrierId), out var balance))
            balances.Add((plant, carrierId), balance = new CarrierBalance(context.PeriodCount));
        return balance;
    }

    /// <summary>Adds a flow into the balance.</summary>
    /// <param name="plant">Plant index.</param>
    /// <param name="carrierId">Carrier.</param>
    /// <param name="flow">Flow per period, model units.</param>
    /// <param name="max">Most it can be, per period, model units.</param>
    /// <param name="isStation">Comes out of the plant's own cascade.</param>
    public void Supply(int plant, string carrierId, LinearExpression[] flow, Func<int, double> max, bool isStation = false)
    {
        var balance = Of(plant, carrierId);
        for (var t = 0; t < flow.Length; t++)
        {
            balance.Net[t].Add(flow[t]);
            if (!isStation)
                balance.OwnSupply[t].Add(flow[t]);
            balance.MaxSupply[t] += max(t);
        }
    }

    /// <summary>Adds a flow out of the balance.</summary>
    public void Take(int plant, string carrierId, LinearExpression[] flow, Func<int, double> max)
    {
        var balance = Of(plant, carrierId);
        for (var t = 0; t < flow.Length; t++)
        {
            balance.Net[t].Add(flow[t], -1);
            balance.MaxTake[t] += max(t);
        }
    }

    /// <summary>Adds a flow into the balance.</summary>
    public void Supply(int plant, string carrierId, Variable[] flow, Func<int, double> max) =>
        Supply(plant, carrierId, Times(flow, 1), max);

    /// <summary>Adds a flow out of the balance.</summary>
    public void Take(int plant, string carrierId, Variable[] flow, Func<int, double> max) =>
        Take(plant, carrierId, Times(flow, 1), max);

    /// <summary>A series times a factor.</summary>
    public static LinearExpression[] Times(Variable[] flow, double factor) =>
        [.. flow.Select(variable => new LinearExpression(1).Add(variable, factor))];
}
