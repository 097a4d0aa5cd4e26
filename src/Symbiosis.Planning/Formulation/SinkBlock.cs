using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>Balance, blend and lots of one inlet; the equations stand at <see cref="MaterialBlock"/>.</summary>
internal static class SinkBlock
{
    /// <summary>Adds an inlet's purchases, balance, quality limits, shares and lots.</summary>
    public static void Add(FormulationContext context, MaterialSink sink, IReadOnlyList<Shipment> shipments)
    {
        var plantId = context.Park.Plants[sink.PlantIndex].Id;
        var bought = AddPurchases(context, sink, plantId);
        var missing = AddMissing(context, sink, plantId);
        for (var t = 0; t < context.PeriodCount; t++)
        {
            // What a stockpile takes out of the deliveries is need today, what it gives back is need met.
            var row = new LinearExpression().Add(sink.Need[t], -1).Add(context.Sources.NetOfBuffers(sink.Key, t));
            foreach (var shipment in shipments)
                row.Add(shipment.Flow[t], shipment.Acceptance.Displacement);
            foreach (var flow in bought)
                row.Add(flow[t]);
            if (missing is not null)
                row.Add(missing[t]);
            context.Builder.AddRow($"inlet[{sink.Key},t={t}]", row, sink.Required ? 0 : double.NegativeInfinity, 0);
            AddQuality(context, sink, shipments, bought, t);
            AddShares(context, sink, shipments, t);
        }

        AddLots(context, sink, shipments);
    }

    private static List<Variable[]> AddPurchases(FormulationContext context, MaterialSink sink, string plantId)
    {
        var bought = new List<Variable[]>();
        for (var i = 0; i < sink.Purchases.Count; i++)
        {
            var purchase = sink.Purchases[i];
            var path = $"{sink.TermsPath}.purchases[{i}]";
            var flow = context.AddSeries($"bought[{sink.Key},{purchase.Id}]", _ => purchase.MaxTPerH ?? double.PositiveInfinity);
            var price = context.Grid.Series(purchase.PriceCnyPerT, purchase.PriceProfileId);
            for (var t = 0; t < context.PeriodCount; t++)
            {
                context.Costs.Charge($"{path}.price_cny_per_t", "purchase", plantId, flow[t], price[t] * context.Grid.Hours[t]);
                context.Emissions.Charge($"{path}.co2_kg_per_t", "3", plantId, flow[t], purchase.Co2KgPerT * context.Grid.Hours[t]);
            }

            context.Report(plantId, $"bought:{sink.ElementId}/{purchase.Id}", "t/h", 1, flow);
            bought.Add(flow);
        }

        return bought;
    }

    private static Variable[]? AddMissing(FormulationContext context, MaterialSink sink, string plantId)
    {
        if (!context.IsElastic || !sink.Required)
            return null;

        var missing = context.AddSeries($"missing[{sink.Key}]", t => sink.Max[t]);
        context.Stretches.Add(new Stretch(sink.Path, plantId, sink.ElementId, StretchKind.Material, "t/h", 1, missing));
        return missing;
    }

    private static void AddQuality(FormulationContext context, MaterialSink sink, IReadOnlyList<Shipment> shipments, List<Variable[]> bought, int t)
    {
        foreach (var limit in sink.Limits)
        {
            if (limit.MaxFraction is { } max)
                context.Builder.AddRow($"quality_max[{sink.Key},{limit.Component},t={t}]", Excess(sink, shipments, bought, limit.Component, max, t), double.NegativeInfinity, 0);
            if (limit.MinFraction is { } min)
                context.Builder.AddRow($"quality_min[{sink.Key},{limit.Component},t={t}]", Excess(sink, shipments, bought, limit.Component, min, t), 0, double.PositiveInfinity);
        }
    }

    private static LinearExpression Excess(
        MaterialSink sink, IReadOnlyList<Shipment> shipments, List<Variable[]> bought, string component, double limit, int t)
    {
        var excess = new LinearExpression();
        foreach (var shipment in shipments)
            excess.Add(shipment.Flow[t], shipment.Source.Fraction(component) - limit);
        for (var i = 0; i < bought.Count; i++)
            excess.Add(bought[i][t], Quality.Fraction(sink.Purchases[i].Composition, component) - limit);
        return excess;
    }

    private static void AddShares(FormulationContext context, MaterialSink sink, IReadOnlyList<Shipment> shipments, int t)
    {
        foreach (var acceptance in sink.Accepts.Where(acceptance => acceptance.MaxShare < 1))
        {
            var row = new LinearExpression().Add(sink.Need[t], -acceptance.MaxShare);
            foreach (var shipment in shipments.Where(shipment => shipment.Acceptance == acceptance))
                row.Add(shipment.Flow[t], acceptance.Displacement);
            context.Builder.AddRow($"share[{sink.Key},{acceptance.MaterialId},t={t}]", row, double.NegativeInfinity, 0);
        }
    }

    private static void AddLots(FormulationContext context, MaterialSink sink, IReadOnlyList<Shipment> shipments)
    {
        if (sink.MinLotTPerH <= 0 || context.Grid.IsAveraged)
            return;

        foreach (var donor in shipments.GroupBy(shipment => shipment.Source))
        {
            var lot = context.AddSeries($"lot[{donor.Key.Key},{sink.Key}]", _ => 1, VariableKind.Binary);
            for (var t = 0; t < context.PeriodCount; t++)
            {
                var taken = new LinearExpression();
                foreach (var shipment in donor)
                    taken.Add(shipment.Flow[t]);
                var most = donor.Max(shipment => ShipmentBlock.Most(context, shipment.Source, shipment.Sink, shipment.Acceptance, t));
                context.Builder.AddRow($"lot_max[{donor.Key.Key},{sink.Key},t={t}]", new LinearExpression().Add(taken).Add(lot[t], -most), double.NegativeInfinity, 0);
                context.Builder.AddRow($"lot_min[{donor.Key.Key},{sink.Key},t={t}]", new LinearExpression().Add(taken).Add(lot[t], -sink.MinLotTPerH), 0, double.PositiveInfinity);
            }
        }
    }
}
