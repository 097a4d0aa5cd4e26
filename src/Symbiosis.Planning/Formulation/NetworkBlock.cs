using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>
/// Flows of carriers over the corridors, with discrete or continuous sizes and one trench for all that is laid together.
/// <para>Node n, carrier c, period t: <c>net given by the plants at n + sum(arriving x (1 - loss share)) - sum(leaving) - fixed losses at n = 0</c>.
/// Fixed losses of a pipe fall half on either end, on the receiving end of a one-way corridor, in every period in which it lies.</para>
/// <para>Corridor: <c>sum of both directions &lt;= sum(capacity x built)</c>, each capacity cut to the most that could ever pass: what donors before the
/// corridor can give and receivers behind it can take without using it twice. At most one new pipe per corridor and carrier.
/// Trench: <c>trench[e] >= built</c> of every carrier laid in e.</para>
/// <para>Left out: arcs that no donor-receiver pair can use within the carrier's distance; sizes that another one beats.</para>
/// Reads: corridors, sizes, network. Creates: <c>flow</c>, <c>pipe</c>, <c>pipe_size</c>, <c>trench</c>, <c>give</c>, <c>take</c>, rows <c>node</c>, <c>capacity</c>.
/// </summary>
internal sealed class NetworkBlock(FormulationContext context, Dictionary<string, CarrierPotential> potentials)
{
    private readonly Dictionary<int, List<LinearExpression>> laidNew = [];
    private readonly Dictionary<(int Corridor, bool IsSteam), LinearExpression> mains = [];

    /// <summary>The networks, in the order of the carriers.</summary>
    public List<CarrierNetwork> Networks { get; } = [];

    /// <summary>Adds every carrier's network and balances.</summary>
    public void Add()
    {
        foreach (var carrier in context.Park.Carriers)
            AddCarrier(carrier, potentials[carrier.Id]);
        AddTrenches();
        AddMainLimits();
    }

    private void AddCarrier(Carrier carrier, CarrierPotential potential)
    {
        var network = new CarrierNetwork(carrier, Commodity.Split(context, potential));
        Networks.Add(network);
        foreach (var corridor in context.Graph.Corridors)
            new CorridorBlock(context, network, potential, corridor, laidNew, mains).Add();
        NodeBlock.Add(context, network);
        AddRequired(network);
    }

    private void AddTrenches()
    {
        foreach (var (e, laid) in laidNew.OrderBy(entry => entry.Key))
        {
            var corridor = context.Park.Corridors[e];
            var perMetre = corridor.TrenchCnyPerM ?? context.Park.Network.TrenchCnyPerM;
            var cny = perMetre * context.Graph.Corridors[e].LengthM * corridor.CostFactor;
            if (cny <= 0)
                continue;

            var trench = context.AddDesign($"trench[{corridor.Id}]", 0, 1, VariableKind.Binary);
            for (var i = 0; i < laid.Count; i++)
                context.Builder.AddRow($"trench[{corridor.Id},{i}]", new LinearExpression().Add(trench).Add(laid[i], -1), 0, double.PositiveInfinity);

            var path = corridor.TrenchCnyPerM is null ? "park.network.trench_cny_per_m" : $"park.corridors[{e}].trench_cny_per_m";
            var cost = new LinearExpression().Add(trench, cny * context.InvestmentFactor);
            context.Costs.Charge(path, "investment", null, cost, context.Annuity(null, context.Park.Network.TrenchLifetimeYears) * context.Grid.YearlyChargeFactor);
            context.Costs.Charge(path, "om", null, cost, context.Park.Economics.OmFraction * context.Grid.YearlyChargeFactor);
            context.ReportSize(new ReportedSize(null, path, $"trench:{corridor.Id}", 0, new LinearExpression().Add(trench, context.Graph.Corridors[e].LengthM), "m", cost));
        }
    }

    private void AddMainLimits()
    {
        foreach (var ((e, isSteam), laid) in mains)
        {
            var limit = isSteam ? context.Park.Network.MaxSteamMainsPerCorridor : context.Park.Network.MaxWaterMainsPerCorridor;
            if (limit is { } most)
                context.Builder.AddRow($"mains[{context.Park.Corridors[e].Id},{(isSteam ? "steam" : "water")}]", laid, double.NegativeInfinity, most);
        }
    }

    private void AddRequired(CarrierNetwork network)
    {
        foreach (var rule in context.Scenario?.Couplings.Where(rule => rule.Kind == RuleKind.Require && rule.CarrierId == network.Carrier.Id) ?? [])
        {
            var amount = Delivered(network, rule.FromPlantId!, rule.ToPlantId!, (taken, t) => context.KwhPerUnit(t));
            RequirementBlock.AddAtLeast(context, rule, amount, rule.MinAmount);
        }

        foreach (var contract in context.Park.Contracts.Where(contract => contract.CarrierId == network.Carrier.Id && Lifespan.Stands(context.Scenario, null, contract.LastYear)))
        {
            context.ContractLeast[contract.Id] = context.Grid.Series(contract.MinFlowKw, contract.FlowProfileId);
            for (var t = 0; t < context.PeriodCount; t++)
            {
                var period = t;
                FormulationContext.Total(context.ContractFlow, (contract.Id, t))
                    .Add(Delivered(network, contract.FromPlantId, contract.ToPlantId, (_, at) => at == period ? context.Scale.KwPerUnit : 0));
            }
        }
    }

    private LinearExpression Delivered(CarrierNetwork network, string fromPlantId, string toPlantId, Func<Variable, int, double> weight)
    {
        var amount = new LinearExpression();
        var from = context.Park.Plants.ToList().FindIndex(plant => plant.Id == fromPlantId);
        var to = context.Park.Plants.ToList().FindIndex(plant => plant.Id == toPlantId);
        for (var k = 0; k < network.Commodities.Count; k++)
        {
            if (!network.Commodities[k].Donors.Contains(from) || !network.Taken.TryGetValue((to, k), out var taken))
                continue;
            for (var t = 0; t < context.PeriodCount; t++)
            {
                if (weight(taken[t], t) is var factor and not 0)
                    amount.Add(taken[t], factor);
            }
        }

        return amount;
    }
}
