using Symbiosis.Domain.Parks;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>
/// By-products from outlets to inlets, t/h in every period.
/// <para>Outlet: <c>flow[t] + stock = sum(taken) + disposed[t]</c>. Inlet: <c>sum(displacement x taken) + sum(bought) + stock = need[t]</c>
/// (at most the need where it is not required). Quality of the blend, bought input included:
/// <c>sum f (q - q_max) &lt;= 0</c>, <c>sum f (q - q_min) >= 0</c>. Share of one material: <c>displacement x taken &lt;= max_share x need</c>.</para>
/// <para>Smallest lot L of one donor: <c>L z[t] &lt;= taken[t] &lt;= most x z[t]</c>, z binary.</para>
/// Reads: outlets, inlets, material ports. Creates: <c>disposed</c>, <c>bought</c>, <c>lot</c> and the shipments of <see cref="ShipmentBlock"/>.
/// </summary>
internal static class MaterialBlock
{
    /// <summary>Registers the outlets and inlets of every plant; converters have registered theirs.</summary>
    public static void AddOutletsAndInlets(FormulationContext context)
    {
        for (var p = 0; p < context.Park.Plants.Count; p++)
        {
            var plant = context.Park.Plants[p];
            var path = FormulationContext.PlantPath(p);
            for (var i = 0; i < plant.Outlets.Count; i++)
                context.Sources.Sources.Add(Source(context, p, plant, plant.Outlets[i], $"{path}.outlets[{i}]"));
            for (var i = 0; i < plant.Inlets.Count; i++)
                context.Sources.Sinks.Add(Sink(context, p, plant, plant.Inlets[i], $"{path}.inlets[{i}]"));
        }
    }

    /// <summary>Registers a converter's material port.</summary>
    public static void AddPort(
        FormulationContext context, int p, Plant plant, Converter converter, Port port, PortMaterial material, string path, LinearExpression[] flow, Func<int, double> max)
    {
        var elementId = $"{converter.Id}/{port.Id}";
        double[] limits = [.. Enumerable.Range(0, context.PeriodCount).Select(max)];
        if (port.Direction == Direction.Out)
        {
            var definition = MaterialOf(context, material.MaterialId);
            context.Sources.Sources.Add(new MaterialSource
            {
                PlantIndex = p,
                Key = $"{plant.Id}/{elementId}",
                ElementId = elementId,
                Path = $"{path}.material",
                Material = definition,
                Composition = material.Composition.Count > 0 ? material.Composition : definition.Composition,
                Flow = flow,
                Max = limits,
                DisposalCnyPerT = material.DisposalCnyPerT,
                DisposalCo2KgPerT = material.DisposalCo2KgPerT,
            });
            for (var t = 0; t < context.PeriodCount; t++)
                FormulationContext.Total(context.MadeTonnes, (material.MaterialId, plant.Id)).Add(flow[t], context.Grid.Hours[t]);
            return;
        }

        context.Sources.Sinks.Add(new MaterialSink
        {
            PlantIndex = p,
            Key = $"{plant.Id}/{elementId}",
            ElementId = elementId,
            Path = $"{path}.material",
            TermsPath = $"{path}.material",
            Accepts = material.Accepts.Any(acceptance => acceptance.MaterialId == material.MaterialId)
                ? material.Accepts
                : [new Acceptance { MaterialId = material.MaterialId }, .. material.Accepts],
            Purchases = material.Purchases,
            Limits = material.Limits,
            MinLotTPerH = material.MinLotTPerH,
            Need = flow,
            Max = limits,
            Required = true,
        });
    }

    /// <summary>Largest activity of use to a converter whose reference port takes material that only the park provides, in the port's unit.</summary>
    public static double UsefulActivity(FormulationContext context, Port reference)
    {
        if (reference.Material is not { } material || reference.Direction == Direction.Out || material.Purchases.Count > 0)
            return double.PositiveInfinity;

        var accepted = material.Accepts.Select(acceptance => acceptance.MaterialId).Append(material.MaterialId).ToHashSet();
        if (context.Park.Plants.Any(plant => plant.Converters.Any(converter =>
            converter.Ports.Any(port => port.Direction == Direction.Out && port.Material is { } made && accepted.Contains(made.MaterialId)))))
            return double.PositiveInfinity;

        return context.Park.Plants.SelectMany(plant => plant.Outlets)
            .Where(outlet => accepted.Contains(outlet.MaterialId))
            .Sum(outlet => context.Grid.Series(outlet.FlowTPerH, outlet.FlowProfileId).Max());
    }

    /// <summary>Adds the balances of all sources and sinks, once the shipments are known.</summary>
    public static void AddBalances(FormulationContext context)
    {
        var bySource = context.Sources.Shipments.ToLookup(shipment => shipment.Source);
        var bySink = context.Sources.Shipments.ToLookup(shipment => shipment.Sink);
        foreach (var source in context.Sources.Sources)
            AddSourceBalance(context, source, [.. bySource[source]]);
        foreach (var sink in context.Sources.Sinks)
            SinkBlock.Add(context, sink, [.. bySink[sink]]);
    }

    private static void AddSourceBalance(FormulationContext context, MaterialSource source, List<Shipment> shipments)
    {
        var plantId = context.Park.Plants[source.PlantIndex].Id;
        var room = context.Sources.HasBuffer(source.Key) ? double.PositiveInfinity : 0;
        var disposed = context.AddSeries($"disposed[{source.Key}]", t => source.NoDisposal ? 0 : Math.Max(source.Max[t], room));
        Variable[]? missing = null;
        if (context.IsElastic && source.NoDisposal)
        {
            missing = context.AddSeries($"missing[{source.Key}]", t => source.Max[t]);
            context.Stretches.Add(new Stretch(source.Path, plantId, source.ElementId, StretchKind.Disposal, "t/h", 1, missing));
        }

        for (var t = 0; t < context.PeriodCount; t++)
        {
            var row = new LinearExpression().Add(source.Flow[t]).Add(context.Sources.NetOfBuffers(source.Key, t)).Add(disposed[t], -1);
            foreach (var shipment in shipments)
                row.Add(shipment.Flow[t], -1);
            if (missing is not null)
                row.Add(missing[t], -1);
            context.Builder.AddRow($"outlet[{source.Key},t={t}]", row, 0, 0);
            context.Costs.Charge($"{source.Path}.disposal_cny_per_t", source.DisposalCnyPerT < 0 ? "sale" : "disposal", plantId, disposed[t], source.DisposalCnyPerT * context.Grid.Hours[t]);
            context.Emissions.Charge($"{source.Path}.disposal_co2_kg_per_t", "3", plantId, disposed[t], source.DisposalCo2KgPerT * context.Grid.Hours[t]);
        }

        context.Report(plantId, $"outlet:{source.ElementId}", "t/h", 1, source.Flow);
        context.Report(plantId, $"disposed:{source.ElementId}", "t/h", 1, disposed);
    }

    private static MaterialSource Source(FormulationContext context, int p, Plant plant, Outlet outlet, string path)
    {
        var flow = context.Grid.Series(outlet.FlowTPerH, outlet.FlowProfileId);
        var material = MaterialOf(context, outlet.MaterialId);
        return new MaterialSource
        {
            PlantIndex = p,
            Key = $"{plant.Id}/{outlet.Id}",
            ElementId = outlet.Id,
            Path = path,
            Material = material,
            Composition = outlet.Composition.Count > 0 ? outlet.Composition : material.Composition,
            Flow = [.. flow.Select(value => new LinearExpression().AddConstant(value))],
            Max = flow,
            DisposalCnyPerT = outlet.DisposalCnyPerT,
            DisposalCo2KgPerT = outlet.DisposalCo2KgPerT,
            NoDisposal = outlet.NoDisposal,
            HandlingCnyPerT = outlet.HandlingCnyPerT,
        };
    }

    private static MaterialSink Sink(FormulationContext context, int p, Plant plant, Inlet inlet, string path)
    {
        var need = context.Grid.Series(inlet.FlowTPerH, inlet.FlowProfileId);
        return new MaterialSink
        {
            PlantIndex = p,
            Key = $"{plant.Id}/{inlet.Id}",
            ElementId = inlet.Id,
            Path = path,
            TermsPath = path,
            Accepts = inlet.Accepts,
            Purchases = inlet.Purchases,
            Limits = inlet.Limits,
            MinLotTPerH = inlet.MinLotTPerH,
            Need = [.. need.Select(value => new LinearExpression().AddConstant(value))],
            Max = need,
            Required = inlet.Required,
        };
    }

    private static Material MaterialOf(FormulationContext context, string materialId) =>
        context.Park.Materials.First(material => material.Id == materialId);
}
