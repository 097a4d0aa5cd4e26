using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Formulation;

/// <summary>
/// Sources by profile: <c>q[t] &lt;= output[t] x size</c>, equality with must_take; size limited by area.
/// Reads: generators. Creates: <c>generator</c> and sizes.
/// </summary>
internal static class GeneratorBlock
{
    /// <summary>Adds the generators of every plant.</summary>
    public static void Add(FormulationContext context)
    {
        for (var p = 0; p < context.Park.Plants.Count; p++)
        {
            var plant = context.Park.Plants[p];
            for (var i = 0; i < plant.Generators.Count; i++)
                AddGenerator(context, p, plant, plant.Generators[i], $"{FormulationContext.PlantPath(p)}.generators[{i}]");
        }
    }

    private static void AddGenerator(FormulationContext context, int p, Plant plant, Generator generator, string path)
    {
        var output = context.Grid.Series(1, generator.OutputProfileId);
        var offer = new Offer(plant.Id, path, generator.Id, "kW", context.Scale.KwPerUnit);
        var room = generator is { AreaM2: { } area, AreaM2PerKw: > 0 } ? area / generator.AreaM2PerKw : double.PositiveInfinity;
        var size = Sizing.Add(context, $"generator,{plant.Id},{generator.Id}", offer, generator.Investment, generator.ExistingKw, room);
        double Limit(int t) => output[t] == 0 ? 0 : size.MaxTotal * output[t];
        var flow = context.AddSeries($"generator[{plant.Id},{generator.Id}]", Limit);
        if (generator.MustTake)
            ExchangeBlock.TakeAll(context, $"{plant.Id},{generator.Id}", flow, size, output);
        else
            context.LimitBySize($"generator_max[{plant.Id},{generator.Id}]", flow, size, t => output[t]);

        context.Balances.Supply(p, generator.CarrierId, flow, Limit);
        context.Report(plant.Id, $"generator:{generator.Id}", "kW", context.Scale.KwPerUnit, flow);
        context.ChargeFlow($"{path}.income_cny_per_kwh", "sale", plant.Id, flow, context.Grid.Series(-generator.IncomeCnyPerKwh, null));
        for (var t = 0; t < context.PeriodCount && generator.Green; t++)
        {
            context.Green.GreenKwh.Add(flow[t], context.KwhPerUnit(t));
            context.Green.UsedKwh.Add(flow[t], context.KwhPerUnit(t));
        }
    }
}
