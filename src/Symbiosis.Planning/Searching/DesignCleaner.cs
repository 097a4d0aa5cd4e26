using Symbiosis.Planning.Formulation;
using Symbiosis.Planning.Reading;

namespace Symbiosis.Planning.Searching;

/// <summary>Drops from a design what a solution pays for and does not use: pipes without flow, built things of no size, trenches without pipes.</summary>
internal static class DesignCleaner
{
    // Model units; flows and sizes below it are the engine's rounding.
    private const double Dust = 1e-6;

    /// <summary>The design of a solution without idle parts.</summary>
    public static Dictionary<string, double> Clean(ParkModel model, double[] solution)
    {
        var values = new SolutionValues(solution);
        var design = model.DesignOf(solution);
        foreach (var network in model.Networks)
            DropIdlePipes(model, network, values, design);

        foreach (var decision in model.Design.Where(decision => decision.IsInteger))
        {
            if (decision.Key.StartsWith("built[", StringComparison.Ordinal) && SizeOf(model, decision.Key["built".Length..], design) < Dust
                && model.Linear.ColumnLower.Span[decision.Variable.Index] < 0.5)
                design[decision.Key] = 0;
        }

        foreach (var shipment in model.Materials.Shipments)
        {
            var key = $"link[{shipment.Source.Key}>{shipment.Sink.Key}:{shipment.Mode?.Id}]";
            if (design.ContainsKey(key) && shipment.Flow.All(flow => values.Of(flow) < Dust))
                design[key] = 0;
        }

        return design;
    }

    private static void DropIdlePipes(ParkModel model, CarrierNetwork network, SolutionValues values, Dictionary<string, double> design)
    {
        foreach (var corridor in network.Links.Where(link => !link.IsExisting).GroupBy(link => link.CorridorIndex))
        {
            var id = model.Park.Corridors[corridor.Key].Id;
            var isIdle = network.Arcs.Where(arc => arc.CorridorIndex == corridor.Key)
                .All(arc => arc.Flow.All(commodity => commodity.All(flow => values.Of(flow) < Dust)));
            foreach (var link in corridor.Where(_ => isIdle))
                design[$"pipe[{id},{network.Carrier.Id},{link.Size.Id}]"] = 0;
        }

        foreach (var key in design.Keys.Where(key => key.StartsWith("trench[", StringComparison.Ordinal)).ToList())
        {
            var corridorId = key["trench[".Length..^1];
            var isLaid = design.Any(entry => entry.Value > 0.5 && entry.Key.StartsWith($"pipe[{corridorId},", StringComparison.Ordinal));
            design[key] = isLaid ? 1 : 0;
        }
    }

    private static double SizeOf(ParkModel model, string name, Dictionary<string, double> design) =>
        design.TryGetValue($"new{name}", out var size) ? size : design.GetValueOrDefault($"modules{name}", model.Design.Count);
}
