using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Formulation;

/// <summary>
/// Process streams: fixed duties in their plant's cascade. In an elastic model a cold stream may miss heat and a stream that must be cooled may
/// stay warm: the missing flow has the stream's own shifted temperatures, so it can always close the balance.
/// Reads: plants' streams. Creates: cascade elements; <c>missing</c> (elastic only).
/// </summary>
internal static class StreamBlock
{
    /// <summary>Adds the streams of every plant.</summary>
    public static void Add(FormulationContext context)
    {
        for (var p = 0; p < context.Park.Plants.Count; p++)
        {
            var plant = context.Park.Plants[p];
            var cascade = new PlantCascade(p, context.PeriodCount);
            context.Cascades.Add(p, cascade);
            for (var i = 0; i < plant.Streams.Count; i++)
                AddStream(context, cascade, plant, plant.Streams[i], $"{FormulationContext.PlantPath(p)}.streams[{i}]");
        }
    }

    /// <summary>Whether a stream gives heat.</summary>
    public static bool IsHot(HeatStream stream) => stream.Kind switch
    {
        StreamKind.Hot => true,
        StreamKind.Cold => false,
        _ => stream.SupplyCelsius > stream.TargetCelsius,
    };

    private static void AddStream(FormulationContext context, PlantCascade cascade, Plant plant, HeatStream stream, string path)
    {
        var duty = context.Grid.Series(context.Scale.FromKw(stream.HeatKw), stream.HeatProfileId);
        if (duty.Max() <= 0)
            return;

        var isHot = IsHot(stream);
        var shift = (stream.ApproachK ?? plant.DefaultApproachK) * (isHot ? -1 : 1);
        var element = new HeatElement
        {
            IsHot = isHot,
            High = Math.Max(stream.SupplyCelsius, stream.TargetCelsius) + shift,
            Low = Math.Min(stream.SupplyCelsius, stream.TargetCelsius) + shift,
            Duty = duty,
            Max = duty,
            IsOptional = isHot && !stream.MustCool,
            IsOwnStream = true,
        };
        cascade.Elements.Add(element);
        if (context.IsElastic && !element.IsOptional)
            AddMissing(context, cascade, plant, stream, path, element);
    }

    private static void AddMissing(
        FormulationContext context, PlantCascade cascade, Plant plant, HeatStream stream, string path, HeatElement element)
    {
        var missing = context.AddSeries($"missing[{plant.Id},{stream.Id}]", t => element.Duty![t]);
        cascade.Elements.Add(new HeatElement
        {
            IsHot = !element.IsHot,
            High = element.High,
            Low = element.Low,
            Flow = CarrierBalances.Times(missing, 1),
            Max = new double[context.PeriodCount],
            IsUtility = true,
        });
        context.Stretches.Add(new Stretch(
            path, plant.Id, stream.Id, element.IsHot ? StretchKind.Cooling : StretchKind.Heat, "kW", context.Scale.KwPerUnit, missing));
    }
}
