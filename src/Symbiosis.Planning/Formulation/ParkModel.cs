using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>The linear model of a park and what is needed to read its solutions.</summary>
internal sealed class ParkModel
{
    private readonly FormulationContext context;

    private ParkModel(FormulationContext context, IReadOnlyList<CarrierNetwork> networks, LinearModel linear, double cnyPerUnit)
    {
        this.context = context;
        Networks = networks;
        Linear = linear;
        CnyPerUnit = cnyPerUnit;
    }

    /// <summary>The model.</summary>
    public LinearModel Linear { get; }

    /// <summary>CNY per unit of the objective.</summary>
    public double CnyPerUnit { get; }

    /// <summary>The park, prices and factors of the scenario already in it.</summary>
    public Park Park => context.Park;

    /// <summary>Decisions that are asked for; null: none.</summary>
    public Scenario? Scenario => context.Scenario;

    /// <summary>Corridors as a graph.</summary>
    public ParkGraph Graph => context.Graph;

    /// <summary>Periods.</summary>
    public Horizon Horizon => context.Grid;

    /// <summary>How it is built.</summary>
    public FormulationOptions Options => context.Options;

    /// <summary>Units inside the model.</summary>
    public ModelScale Scale => context.Scale;

    /// <summary>Costs, CNY.</summary>
    public Ledger Costs => context.Costs;

    /// <summary>Emissions, kg.</summary>
    public Ledger Emissions => context.Emissions;

    /// <summary>Carriers' pipes and flows.</summary>
    public IReadOnlyList<CarrierNetwork> Networks { get; }

    /// <summary>Materials' sources, sinks and shipments.</summary>
    public MaterialPorts Materials => context.Sources;

    /// <summary>Decisions on what is new.</summary>
    public IReadOnlyList<DesignVariable> Design => context.Design;

    /// <summary>Operation to report.</summary>
    public IReadOnlyList<ReportedSeries> Series => context.Series;

    /// <summary>Sizes to report.</summary>
    public IReadOnlyList<ReportedSize> Sizes => context.Sizes;

    /// <summary>Nothing that flows can be larger, kW or t/h.</summary>
    public double LargestFlow(string unit) => context.LargestUsefulSize(unit);

    /// <summary>Stretchable needs (elastic models only).</summary>
    public IReadOnlyList<Stretch> Stretches => context.Stretches;

    /// <summary>What each plant could exchange at most, by carrier.</summary>
    public required Dictionary<string, CarrierPotential> Potentials { get; init; }

    /// <summary>Shortest ways.</summary>
    public required Routes Routes { get; init; }

    /// <summary>Builds the model.</summary>
    /// <param name="park">Valid park, prices and factors of the scenario already in it.</param>
    /// <param name="scenario">Decisions that are asked for; null: none.</param>
    /// <param name="horizon">Periods.</param>
    /// <param name="graph">Corridors as a graph.</param>
    /// <param name="isElastic">Lets needs go unmet, at the model's only cost.</param>
    /// <param name="options">How it is built; null: the defaults.</param>
    public static ParkModel Build(
        Park park, Scenario? scenario, Horizon horizon, ParkGraph graph, bool isElastic = false, FormulationOptions? options = null)
    {
        var context = new FormulationContext(park, scenario, horizon, graph, isElastic, options ?? new FormulationOptions());
        var routes = new Routes(context);
        StreamBlock.Add(context);
        UtilityBlock.Add(context);
        MaterialBlock.AddOutletsAndInlets(context);
        ConverterBlock.Add(context);
        StorageBlock.Add(context);
        GeneratorBlock.Add(context);
        PowerBlock.Add(context);
        ExchangeBlock.Add(context);
        var potentials = StationBlock.Add(context, routes);
        ShipmentBlock.Add(context, routes);
        MaterialBlock.AddBalances(context);
        var network = new NetworkBlock(context, potentials);
        network.Add();
        CascadeBlock.Add(context);
        RequirementBlock.AddContracts(context);
        PolicyBlock.Add(context);
        var cnyPerUnit = isElastic ? StretchObjective(context) : CostObjective(context);
        return new ParkModel(context, network.Networks, context.Builder.Build(), cnyPerUnit) { Potentials = potentials, Routes = routes };
    }

    /// <summary>Changes that leave the park as it is today.</summary>
    public ModelChange BaselineChange()
    {
        var change = new ModelChange();
        foreach (var design in Design)
            change.SetColumnBounds(design.Variable.Index, 0, 0);
        foreach (var flow in context.NewFlows)
            change.SetColumnBounds(flow.Index, 0, 0);
        foreach (var row in context.DecisionRows)
            change.SetRowBounds(row.Index, double.NegativeInfinity, double.PositiveInfinity);
        return change;
    }

    /// <summary>Changes that undo <see cref="BaselineChange"/> and <see cref="DesignChange"/>.</summary>
    public ModelChange FreeChange()
    {
        var change = new ModelChange();
        foreach (var design in Design)
            RestoreColumn(change, design.Variable.Index);
        foreach (var flow in context.NewFlows)
            RestoreColumn(change, flow.Index);
        foreach (var row in context.DecisionRows)
            change.SetRowBounds(row.Index, Linear.RowLower.Span[row.Index], Linear.RowUpper.Span[row.Index]);
        return change;
    }

    /// <summary>Changes that fix whole-number decisions at a design's values and leave everything else free.</summary>
    public ModelChange DesignChange(IReadOnlyDictionary<string, double> design)
    {
        var change = new ModelChange();
        foreach (var decision in Design.Where(decision => decision.IsInteger))
        {
            var value = Math.Round(design.GetValueOrDefault(decision.Key));
            change.SetColumnBounds(decision.Variable.Index, value, value);
        }

        return change;
    }

    /// <summary>A solution's design by key.</summary>
    public Dictionary<string, double> DesignOf(ReadOnlySpan<double> values)
    {
        var design = new Dictionary<string, double>(Design.Count);
        foreach (var decision in Design)
            design.Add(decision.Key, values[decision.Variable.Index]);
        return design;
    }

    private void RestoreColumn(ModelChange change, int column) =>
        change.SetColumnBounds(column, Linear.ColumnLower.Span[column], Linear.ColumnUpper.Span[column]);

    // The middle of all cost coefficients becomes one, so that the engine's tolerances on the objective fit parks of any size.
    private static double CostObjective(FormulationContext context)
    {
        var sizes = new List<double>();
        foreach (var entry in context.Costs.Entries)
        {
            foreach (var term in entry.Amount.Terms)
            {
                if (term.Coefficient != 0)
                    sizes.Add(Math.Abs(term.Coefficient));
            }
        }

        sizes.Sort();
        var cnyPerUnit = sizes.Count == 0 ? 1 : Math.Pow(10, Math.Round(Math.Log10(sizes[sizes.Count / 2])));
        foreach (var entry in context.Costs.Entries)
            context.Builder.AddCost(entry.Amount, 1 / cnyPerUnit);
        context.Builder.AddCost(context.PremiumCny, -1 / cnyPerUnit);
        return cnyPerUnit;
    }

    private static double StretchObjective(FormulationContext context)
    {
        foreach (var stretch in context.Stretches)
        {
            foreach (var missing in stretch.Missing)
                context.Builder.AddCost(missing, 1);
        }

        return 1;
    }
}
