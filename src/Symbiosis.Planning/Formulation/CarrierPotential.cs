using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Formulation;

/// <summary>What each plant could give to and take from a carrier at most, and who can reach whom.</summary>
internal sealed class CarrierPotential
{
    private readonly FormulationContext context;
    private readonly Routes routes;
    private readonly Dictionary<int, double[]> give = [];
    private readonly Dictionary<int, double[]> take = [];
    private readonly bool?[,] reaches;

    public CarrierPotential(FormulationContext context, Routes routes, Carrier carrier)
    {
        this.context = context;
        this.routes = routes;
        Carrier = carrier;
        reaches = new bool?[context.Park.Plants.Count, context.Park.Plants.Count];
        for (var p = 0; p < context.Park.Plants.Count; p++)
        {
            give[p] = new double[context.PeriodCount];
            take[p] = new double[context.PeriodCount];
            if (!context.Balances.All.TryGetValue((p, carrier.Id), out var balance))
                continue;
            for (var t = 0; t < context.PeriodCount; t++)
            {
                give[p][t] += balance.MaxSupply[t];
                take[p][t] += balance.MaxTake[t];
            }
        }
    }

    /// <summary>The carrier.</summary>
    public Carrier Carrier { get; }

    /// <summary>Adds what a station could give or take.</summary>
    public void AddStation(int plant, double[] mostGiven, double[] mostTaken)
    {
        for (var t = 0; t < mostGiven.Length; t++)
        {
            give[plant][t] += mostGiven[t];
            take[plant][t] += mostTaken[t];
        }
    }

    /// <summary>Most a plant could give in a period, model units.</summary>
    public double Give(int plant, int t) => give[plant][t];

    /// <summary>Most a plant could take in a period, model units.</summary>
    public double Take(int plant, int t) => take[plant][t];

    /// <summary>Whether a plant could give in any period.</summary>
    public bool CanGive(int plant) => give[plant].Any(value => value > 0);

    /// <summary>Whether a plant could take in any period.</summary>
    public bool CanTake(int plant) => take[plant].Any(value => value > 0);

    /// <summary>Whether two plants may be coupled and a way between their sites is short enough.</summary>
    public bool Reaches(int donor, int receiver)
    {
        if (donor == receiver)
            return false;

        return reaches[donor, receiver] ??= FindsWay(donor, receiver);
    }

    /// <summary>Most that others could take from a plant in a period, without losses, model units.</summary>
    public double TakenFrom(int donor, int t) =>
        Enumerable.Range(0, context.Park.Plants.Count).Where(receiver => take[receiver][t] > 0 && Reaches(donor, receiver)).Sum(receiver => take[receiver][t]);

    /// <summary>Most that others could give to a plant in a period, model units.</summary>
    public double GivenTo(int receiver, int t) =>
        Enumerable.Range(0, context.Park.Plants.Count).Where(donor => give[donor][t] > 0 && Reaches(donor, receiver)).Sum(donor => give[donor][t]);

    private bool FindsWay(int donor, int receiver)
    {
        var from = context.Park.Plants[donor];
        var to = context.Park.Plants[receiver];
        return !context.IsForbidden(from.Id, to.Id, Carrier.Id, null)
            && (from.SiteId == to.SiteId || routes.CarrierDistance(Carrier, from.SiteId, to.SiteId) <= (Carrier.MaxDistanceM ?? double.MaxValue));
    }
}
