using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>What the blocks share while a model is built: the park, the periods, the builder, the ledgers and the balances.</summary>
internal sealed class FormulationContext
{
    private readonly HashSet<string> designKeys = [];

    public FormulationContext(Park park, Scenario? scenario, Horizon grid, ParkGraph graph, bool isElastic, FormulationOptions options)
    {
        Park = park;
        Scenario = scenario;
        Grid = grid;
        Graph = graph;
        IsElastic = isElastic;
        Options = options;
        Builder = new LinearModelBuilder(park.Id);
        Scale = ModelScale.For(park);
        Balances = new CarrierBalances(this);
        Sources = new MaterialPorts();
    }

    /// <summary>The park, prices and factors of the scenario already in it.</summary>
    public Park Park { get; }

    /// <summary>Decisions that are asked for; null: none.</summary>
    public Scenario? Scenario { get; }

    /// <summary>Periods.</summary>
    public Horizon Grid { get; }

    /// <summary>Corridors as a graph.</summary>
    public ParkGraph Graph { get; }

    /// <summary>Whether needs may be left unmet, at the model's only cost.</summary>
    public bool IsElastic { get; }

    /// <summary>How the model is built.</summary>
    public FormulationOptions Options { get; }

    /// <summary>Receives variables and rows.</summary>
    public LinearModelBuilder Builder { get; }

    /// <summary>Units inside the model.</summary>
    public ModelScale Scale { get; }

    /// <summary>Costs, CNY in the horizon.</summary>
    public Ledger Costs { get; } = new();

    /// <summary>Emissions, kg CO2e in the horizon.</summary>
    public Ledger Emissions { get; } = new();

    /// <summary>Carrier balances of plants and sites.</summary>
    public CarrierBalances Balances { get; }

    /// <summary>Materials that leave and enter plants.</summary>
    public MaterialPorts Sources { get; }

    /// <summary>Decisions on what is new.</summary>
    public List<DesignVariable> Design { get; } = [];

    /// <summary>Rows that ask for something new; free in the baseline.</summary>
    public List<Row> DecisionRows { get; } = [];

    /// <summary>Operation to report.</summary>
    public List<ReportedSeries> Series { get; } = [];

    /// <summary>Sizes to report.</summary>
    public List<ReportedSize> Sizes { get; } = [];

    /// <summary>Stretchable needs (elastic models only).</summary>
    public List<Stretch> Stretches { get; } = [];

    /// <summary>Heat sources and sinks of each plant's cascade, by plant index.</summary>
    public Dictionary<int, PlantCascade> Cascades { get; } = [];

    /// <summary>Energy for the caps in tce, by plant index: kgce.</summary>
    public Dictionary<int, LinearExpression> StandardCoalKg { get; } = [];

    /// <summary>Green energy and energy drawn, model energy units.</summary>
    public GreenAccount Green { get; } = new();

    /// <summary>Fuel burnt over the park, by fuel id, kWh.</summary>
    public Dictionary<string, LinearExpression> FuelKwh { get; } = [];

    /// <summary>Materials made by converters, by material and plant, t.</summary>
    public Dictionary<(string MaterialId, string PlantId), LinearExpression> MadeTonnes { get; } = [];

    /// <summary>Flows between plants that need nothing built and do not exist today; zero in the baseline.</summary>
    public List<Variable> NewFlows { get; } = [];

    /// <summary>Flow that counts for a contract, per period.</summary>
    public Dictionary<(string ContractId, int Period), LinearExpression> ContractFlow { get; } = [];

    /// <summary>Flow that a contract asks for, per period.</summary>
    public Dictionary<string, double[]> ContractLeast { get; } = [];

    /// <summary>Sizes that lie or may be laid, by corridor and carrier; kept because searches for ways ask for them often.</summary>
    public Dictionary<(int Corridor, string CarrierId), IReadOnlyList<LinkSize>> LinkSizes { get; } = [];

    /// <summary>What the objective is lowered by, CNY; no cost of the plan.</summary>
    public LinearExpression PremiumCny { get; } = new();

    /// <summary>Number of periods.</summary>
    public int PeriodCount => Grid.Count;

    /// <summary>Factor on all investments.</summary>
    public double InvestmentFactor => Scenario?.InvestmentFactor ?? 1;

    /// <summary>Path of a plant in the request.</summary>
    public static string PlantPath(int plantIndex) => $"park.plants[{plantIndex}]";

    /// <summary>kWh in the horizon per model unit of a flow in period <paramref name="t"/>.</summary>
    public double KwhPerUnit(int t) => Scale.KwPerUnit * Grid.Hours[t];

    /// <summary>Adds a decision on something new.</summary>
    public Variable AddDesign(string key, double lower, double upper, VariableKind kind)
    {
        if (!designKeys.Add(key))
            throw new InvalidOperationException($"Two decisions share the key '{key}'.");

        var variable = Builder.AddVariable(key, lower, upper, 0, kind);
        Design.Add(new DesignVariable(key, variable, kind != VariableKind.Continuous));
        return variable;
    }

    /// <summary>Adds one variable per period, from 0 to <paramref name="upper"/>.</summary>
    public Variable[] AddSeries(string name, Func<int, double> upper, VariableKind kind = VariableKind.Continuous)
    {
        var variables = new Variable[PeriodCount];
        for (var t = 0; t < PeriodCount; t++)
            variables[t] = Builder.AddVariable($"{name}[t={t}]", 0, Math.Max(0, upper(t)), 0, kind);
        return variables;
    }

    /// <summary>Adds <c>series[t] &lt;= share[t] x size</c>; a fixed size becomes a bound of the variables' own.</summary>
    public void LimitBySize(string name, Variable[] series, Sizing size, Func<int, double>? share = null)
    {
        for (var t = 0; t < PeriodCount; t++)
        {
            var factor = share?.Invoke(t) ?? 1;
            if (size.IsFixed)
            {
                Builder.SetBounds(series[t], 0, size.Total.Constant * factor);
                continue;
            }

            Builder.AddRow($"{name}[t={t}]", new LinearExpression().Add(series[t]).Add(size.Total, -factor), double.NegativeInfinity, 0);
        }
    }

    /// <summary>Registers what the plan reports.</summary>
    public void Report(string? plantId, string quantity, string unit, double perUnit, Variable[] values) =>
        Series.Add(new ReportedSeries(plantId, quantity, unit, perUnit, [.. values.Select(value => new LinearExpression(1).Add(value))]));

    /// <summary>Registers what the plan reports.</summary>
    public void Report(string? plantId, string quantity, string unit, double perUnit, LinearExpression[] values) =>
        Series.Add(new ReportedSeries(plantId, quantity, unit, perUnit, values));

    /// <summary>Registers a size that the plan reports.</summary>
    public void ReportSize(ReportedSize size) => Sizes.Add(size);

    /// <summary>Charges a flow by time: CNY/kWh per period.</summary>
    public void ChargeFlow(string path, string category, string? plantId, Variable[] flow, double[] cnyPerKwh)
    {
        for (var t = 0; t < PeriodCount; t++)
            Costs.Charge(path, category, plantId, flow[t], cnyPerKwh[t] * KwhPerUnit(t));
    }

    /// <summary>Counts emissions of a flow: kg/kWh.</summary>
    public void EmitFlow(string path, int scope, string? plantId, Variable[] flow, double kgPerKwh)
    {
        for (var t = 0; t < PeriodCount && kgPerKwh != 0; t++)
            Emissions.Charge(path, ScopeName(scope), plantId, flow[t], kgPerKwh * KwhPerUnit(t));
    }

    /// <summary>Charges, emits and counts a fuel burnt by a plant: kW of lower heating value per period, model units.</summary>
    public void BurnFuel(string path, int plantIndex, string fuelId, LinearExpression[] flow)
    {
        var fuel = Park.Fuels.First(candidate => candidate.Id == fuelId);
        var price = Grid.Series(fuel.PriceCnyPerKwh, fuel.PriceProfileId);
        var plantId = Park.Plants[plantIndex].Id;
        for (var t = 0; t < PeriodCount; t++)
        {
            Costs.Charge(path, "fuel", plantId, flow[t], price[t] * KwhPerUnit(t));
            Emissions.Charge(path, ScopeName(1), plantId, flow[t], fuel.Co2KgPerKwh * KwhPerUnit(t));
            CoalKg(plantIndex).Add(flow[t], fuel.KgcePerKwh * KwhPerUnit(t));
            Total(FuelKwh, fuelId).Add(flow[t], KwhPerUnit(t));
        }
    }

    /// <summary>Standard coal of a plant so far, kgce.</summary>
    public LinearExpression CoalKg(int plantIndex) => Total(StandardCoalKg, plantIndex);

    /// <summary>Sum kept under a key.</summary>
    public static LinearExpression Total<TKey>(Dictionary<TKey, LinearExpression> sums, TKey key)
        where TKey : notnull
    {
        if (!sums.TryGetValue(key, out var sum))
            sums.Add(key, sum = new LinearExpression());
        return sum;
    }

    /// <summary>Yearly payment per CNY invested.</summary>
    public double Annuity(Investment investment) => investment.CostIsYearly
        ? 1
        : Annuity(investment.DiscountRate ?? Park.Economics.DiscountRate, investment.LifetimeYears);

    /// <summary>Yearly payment per CNY invested at the economics' rate unless another is given.</summary>
    public double Annuity(double? rate, double? lifetimeYears)
    {
        var interest = rate ?? Park.Economics.DiscountRate;
        var years = lifetimeYears ?? Park.Economics.DefaultLifetimeYears;
        return Formulation.Annuity.Factor(interest, years);
    }

    /// <summary>Twice all that the park's streams, demands, outlets and inlets move: nothing larger can be of use. Stores: two days of it.</summary>
    /// <param name="unit">kW, kWh, t/h or t.</param>
    public double LargestUsefulSize(string unit)
    {
        var isMaterial = unit is "t" or "t/h";
        var flow = Park.Plants.Sum(plant => isMaterial
            ? plant.Outlets.Sum(outlet => Peak(outlet.FlowTPerH, outlet.FlowProfileId)) + plant.Inlets.Sum(inlet => Peak(inlet.FlowTPerH, inlet.FlowProfileId))
            : plant.Streams.Sum(stream => Peak(stream.HeatKw, stream.HeatProfileId)) + plant.Demands.Sum(demand => Peak(demand.NeedKw, demand.NeedProfileId))
                + plant.Supplies.Sum(supply => supply.MaxKw ?? 0));
        return 2 * flow * (unit is "t" or "kWh" ? 48 : 1);
    }

    /// <summary>Whether the scenario lets something be bought.</summary>
    public bool MayBuild(Offer offer)
    {
        if (Scenario is null)
            return true;
        if (Scenario.ForbidEverythingNew)
            return false;

        return !Scenario.Equipment.Any(rule => rule.Kind == RuleKind.Forbid && rule.PlantId == offer.PlantId
            && (rule.ElementId is null || rule.ElementId == offer.ElementId));
    }

    /// <summary>Whether the scenario asks that something be bought, and the smallest size it asks for.</summary>
    public bool MustBuild(Offer offer, out double minimum)
    {
        var rule = Scenario?.Equipment.FirstOrDefault(candidate =>
            candidate.Kind == RuleKind.Require && candidate.PlantId == offer.PlantId && candidate.ElementId == offer.ElementId);
        minimum = rule?.MinSizeKw ?? 0;
        return rule is not null;
    }

    /// <summary>
    /// Whether a coupling between two plants is forbidden for a carrier or material. With nothing new allowed, carriers may still use the
    /// pipes that lie, as in the baseline; materials have nothing but contracts.
    /// </summary>
    public bool IsForbidden(string fromPlantId, string toPlantId, string? carrierId, string? materialId) =>
        Scenario is not null && ((Scenario.ForbidEverythingNew && materialId is not null) || Scenario.Couplings.Any(rule => rule.Kind == RuleKind.Forbid
            && CouplingRules.Concerns(rule, fromPlantId, toPlantId, carrierId, materialId)));

    private double Peak(double scalar, string? profileId) => Grid.Grid.Series(scalar, profileId).Max();

    private static string ScopeName(int scope) => scope switch { 1 => "1", 2 => "2", _ => "3" };
}
