using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Partners.Privacy;

/// <summary>The part of <see cref="PlantVeil"/> that concerns converters.</summary>
internal static class ConverterVeil
{
    public static Converter Of(Converter converter, int index, FigureVeil figures)
    {
        var ids = converter.Ports.Select((port, place) => (port.Id, Neutral: $"port-{place + 1}")).ToDictionary(pair => pair.Id, pair => pair.Neutral, StringComparer.Ordinal);
        return new Converter
        {
            Id = $"converter-{index + 1}",
            Ports = [.. converter.Ports.Select(port => Of(port, ids, port.Id == converter.ReferencePortId, figures))],
            ReferencePortId = ids[converter.ReferencePortId],
            ExistingSizeKw = figures.Mean(converter.ExistingSizeKw, converter.AvailabilityProfileId),
            Investment = FigureVeil.Cost(converter.Investment),
            StartCny = FigureVeil.Amount(converter.StartCny),
            OmCnyPerKwh = figures.Mean(converter.OmCnyPerKwh, converter.OmProfileId),
            Co2KgPerKwh = FigureVeil.Amount(converter.Co2KgPerKwh),
            MustRun = converter.MustRun,
            Provenance = FigureVeil.Provenance,
        };
    }

    private static Port Of(Port port, Dictionary<string, string> ids, bool isReference, FigureVeil figures) => new()
    {
        Id = ids[port.Id],
        Direction = port.Direction,
        CarrierId = port.CarrierId,
        Heat = port.Heat is { } heat
            ? new PortHeat { SupplyCelsius = FigureVeil.Celsius(heat.SupplyCelsius), TargetCelsius = FigureVeil.Celsius(heat.TargetCelsius) }
            : null,
        FuelId = port.FuelId,
        Material = port.Material is { } material ? new MaterialVeil(figures).Of(material) : null,

        // The reference port's ratio is 1 by definition.
        Ratio = isReference ? 1 : figures.Mean(port.Ratio, port.RatioProfileId),
        MinRatio = FigureVeil.Amount(port.MinRatio),
        MaxRatio = FigureVeil.Amount(port.MaxRatio),
        TradeOffs = [.. port.TradeOffs.Select(trade => new TradeOff { PortId = ids[trade.PortId], Loss = FigureVeil.Amount(trade.Loss) })],
    };
}
