using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Partners.Privacy;

/// <summary>The part of <see cref="PlantVeil"/> that concerns materials.</summary>
internal sealed class MaterialVeil(FigureVeil figures)
{
    public Outlet Of(Outlet outlet, int index) => new()
    {
        Id = $"outlet-{index + 1}",
        MaterialId = outlet.MaterialId,
        FlowTPerH = figures.Mean(outlet.FlowTPerH, outlet.FlowProfileId),
        Composition = [.. outlet.Composition.Select(Of)],
        DisposalCnyPerT = FigureVeil.Amount(outlet.DisposalCnyPerT),
        DisposalCo2KgPerT = FigureVeil.Amount(outlet.DisposalCo2KgPerT),
        NoDisposal = outlet.NoDisposal,
        HandlingCnyPerT = FigureVeil.Amount(outlet.HandlingCnyPerT),
        Provenance = FigureVeil.Provenance,
    };

    public Inlet Of(Inlet inlet, int index) => new()
    {
        Id = $"inlet-{index + 1}",
        FlowTPerH = figures.Mean(inlet.FlowTPerH, inlet.FlowProfileId),
        Required = inlet.Required,
        Accepts = [.. inlet.Accepts.Select(Of)],
        Purchases = [.. inlet.Purchases.Select(Of)],
        Limits = [.. inlet.Limits.Select(Of)],
        MinLotTPerH = FigureVeil.Amount(inlet.MinLotTPerH),
        Provenance = FigureVeil.Provenance,
    };

    public PortMaterial Of(PortMaterial material) => new()
    {
        MaterialId = material.MaterialId,
        Composition = [.. material.Composition.Select(Of)],
        Accepts = [.. material.Accepts.Select(Of)],
        Purchases = [.. material.Purchases.Select(Of)],
        Limits = [.. material.Limits.Select(Of)],
        DisposalCnyPerT = FigureVeil.Amount(material.DisposalCnyPerT),
        DisposalCo2KgPerT = FigureVeil.Amount(material.DisposalCo2KgPerT),
        MinLotTPerH = FigureVeil.Amount(material.MinLotTPerH),
    };

    private static Content Of(Content content) => new() { Component = content.Component, Fraction = FigureVeil.Share(content.Fraction) };

    private static QualityLimit Of(QualityLimit limit) =>
        new() { Component = limit.Component, MinFraction = FigureVeil.Share(limit.MinFraction), MaxFraction = FigureVeil.Share(limit.MaxFraction) };

    private static Acceptance Of(Acceptance acceptance) => new()
    {
        MaterialId = acceptance.MaterialId,
        Displacement = FigureVeil.Amount(acceptance.Displacement),
        TreatmentCnyPerT = FigureVeil.Amount(acceptance.TreatmentCnyPerT),
        TreatmentCo2KgPerT = FigureVeil.Amount(acceptance.TreatmentCo2KgPerT),
        MaxShare = FigureVeil.Share(acceptance.MaxShare),
    };

    private Purchase Of(Purchase purchase, int index) => new()
    {
        Id = $"purchase-{index + 1}",
        PriceCnyPerT = figures.Mean(purchase.PriceCnyPerT, purchase.PriceProfileId),
        Co2KgPerT = FigureVeil.Amount(purchase.Co2KgPerT),
        Composition = [.. purchase.Composition.Select(Of)],
        MaxTPerH = FigureVeil.Amount(purchase.MaxTPerH),
    };
}
