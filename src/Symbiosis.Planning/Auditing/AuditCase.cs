using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Domain.Time;

namespace Symbiosis.Planning.Auditing;

/// <summary>A plan and the park it is for, with look-ups. What a plan does not mention is zero.</summary>
internal sealed class AuditCase
{
    // Engines work to absolute tolerances of about 1e-6 of a model's unit, which is a tenth of the park's median flow at most.
    private const double LeastBalanceShare = 0.1;
    private const double LeastBalanceTPerH = 0.1;

    private readonly Dictionary<(string? PlantId, string Quantity), double[]> _series = [];
    private readonly Dictionary<(string? PlantId, string ElementId), EquipmentSize> _equipment = [];
    private readonly double[] _zeros;

    public AuditCase(Park park, Scenario? scenario, TimeGrid grid, Plan plan)
    {
        Park = park;
        Scenario = scenario;
        Grid = grid;
        Plan = plan;
        Graph = ParkGraph.Create(park);
        Hours = [.. grid.Periods.Select(period => period.Hours)];
        _zeros = new double[Hours.Length];
        foreach (var series in plan.Operation.Where(series => series.Values.Count == Hours.Length))
            _series[(EmptyIsNull(series.PlantId), series.Quantity ?? "")] = [.. series.Values];
        foreach (var size in plan.Equipment)
            _equipment[(EmptyIsNull(size.PlantId), size.ElementId ?? "")] = size;
        LeastKw = LeastBalanceShare * MedianKw(park);
        Sizes = AuditedSizes.Of(this);
        Materials = new MaterialFlows(this);
        Network = new NetworkFlows(this);
    }

    /// <summary>The park under the scenario's prices and factors.</summary>
    public Park Park { get; }

    /// <summary>Decisions that were asked for; null: none.</summary>
    public Scenario? Scenario { get; }

    /// <summary>Periods.</summary>
    public TimeGrid Grid { get; }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>Corridors as a graph.</summary>
    public ParkGraph Graph { get; }

    /// <summary>Hours of the horizon each period stands for.</summary>
    public double[] Hours { get; }

    /// <summary>Number of periods.</summary>
    public int PeriodCount => Hours.Length;

    /// <summary>Least size of a balance in kW that deviations are related to.</summary>
    public double LeastKw { get; }

    /// <summary>Least size of a balance in t/h that deviations are related to.</summary>
    public double LeastTPerH { get; } = LeastBalanceTPerH;

    /// <summary>All that has a size.</summary>
    public AuditedSizes Sizes { get; }

    /// <summary>Donor and receiver ports and what moves between them.</summary>
    public MaterialFlows Materials { get; }

    /// <summary>Pipes and what flows in them.</summary>
    public NetworkFlows Network { get; }

    /// <summary>Factor on all investments.</summary>
    public double InvestmentFactor => Scenario?.InvestmentFactor ?? 1;

    /// <summary>A series of a plant (null: of the network); zeros where the plan has none.</summary>
    public double[] Series(string? plantId, string quantity) => _series.GetValueOrDefault((plantId, quantity)) ?? _zeros;

    /// <summary>The plan's word on a piece of equipment; null where it has none.</summary>
    public EquipmentSize? Equipment(string? plantId, string elementId) => _equipment.GetValueOrDefault((plantId, elementId));

    /// <summary>Whether something stands in the scenario's year; both ends inclusive.</summary>
    public bool Stands(int? firstYear, int? lastYear) =>
        Scenario?.Year is not { } year || (!(year < firstYear) && !(year > lastYear));

    /// <summary>Size that a deviation in kW is related to.</summary>
    public double KwSize(double kw) => Math.Max(Math.Abs(kw), LeastKw);

    /// <summary>Size that a deviation in t/h is related to.</summary>
    public double TPerHSize(double tPerH) => Math.Max(Math.Abs(tPerH), LeastTPerH);

    /// <summary>Sum over the periods of a flow, weighted by hours.</summary>
    public double Total(double[] flow)
    {
        var sum = 0.0;
        for (var t = 0; t < flow.Length; t++)
            sum += flow[t] * Hours[t];
        return sum;
    }

    /// <summary>Sum over the periods of a flow times a factor, weighted by hours.</summary>
    public double Total(double[] flow, double[] factor)
    {
        var sum = 0.0;
        for (var t = 0; t < flow.Length; t++)
            sum += flow[t] * factor[t] * Hours[t];
        return sum;
    }

    private static string? EmptyIsNull(string? id) => string.IsNullOrEmpty(id) ? null : id;

    private static double MedianKw(Park park)
    {
        var flows = park.Plants
            .SelectMany(plant => plant.Streams.Select(stream => stream.HeatKw).Concat(plant.Demands.Select(demand => demand.NeedKw)))
            .Where(kw => kw > 0).Order().ToList();
        return flows.Count == 0 ? 1 / LeastBalanceShare : flows[flows.Count / 2];
    }
}
