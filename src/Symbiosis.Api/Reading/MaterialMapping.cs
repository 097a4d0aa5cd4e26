using Symbiosis.Domain.Parks;

namespace Symbiosis.Api.Reading;

/// <summary>Maps the messages of material.proto to the domain; absent numbers take the schema's defaults.</summary>
internal static class MaterialMapping
{
    public static Material Read(V1.Material message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        NameZh = TextOrNull(message.NameZh),
        Composition = [.. message.Composition.Select(Read)],
        Hazard = (HazardClass)message.Hazard,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static Content Read(V1.Content message) => new()
    {
        Component = message.Component,
        Fraction = message.Fraction,
    };

    public static Outlet Read(V1.Outlet message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        MaterialId = message.MaterialId,
        FlowTPerH = message.FlowTPerH,
        FlowProfileId = TextOrNull(message.FlowProfileId),
        Composition = [.. message.Composition.Select(Read)],
        DisposalCnyPerT = message.HasDisposalCnyPerT ? message.DisposalCnyPerT : 0,
        DisposalCo2KgPerT = message.HasDisposalCo2KgPerT ? message.DisposalCo2KgPerT : 0,
        NoDisposal = message.NoDisposal,
        HandlingCnyPerT = message.HasHandlingCnyPerT ? message.HandlingCnyPerT : 0,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static Inlet Read(V1.Inlet message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        FlowTPerH = message.FlowTPerH,
        FlowProfileId = TextOrNull(message.FlowProfileId),
        Required = message.Required,
        Accepts = [.. message.Accepts.Select(Read)],
        Purchases = [.. message.Purchases.Select(Read)],
        Limits = [.. message.Limits.Select(Read)],
        MinLotTPerH = message.HasMinLotTPerH ? message.MinLotTPerH : 0,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static Acceptance Read(V1.Acceptance message) => new()
    {
        MaterialId = message.MaterialId,
        Displacement = message.HasDisplacement ? message.Displacement : 1,
        TreatmentCnyPerT = message.HasTreatmentCnyPerT ? message.TreatmentCnyPerT : 0,
        TreatmentCo2KgPerT = message.HasTreatmentCo2KgPerT ? message.TreatmentCo2KgPerT : 0,
        MaxShare = message.HasMaxShare ? message.MaxShare : 1,
    };

    public static Purchase Read(V1.Purchase message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        PriceCnyPerT = message.PriceCnyPerT,
        PriceProfileId = TextOrNull(message.PriceProfileId),
        Co2KgPerT = message.HasCo2KgPerT ? message.Co2KgPerT : 0,
        Composition = [.. message.Composition.Select(Read)],
        MaxTPerH = message.HasMaxTPerH ? message.MaxTPerH : null,
    };

    public static QualityLimit Read(V1.QualityLimit message) => new()
    {
        Component = message.Component,
        MinFraction = message.HasMinFraction ? message.MinFraction : null,
        MaxFraction = message.HasMaxFraction ? message.MaxFraction : null,
    };

    public static TransportMode Read(V1.TransportMode message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        Kind = (TransportKind)message.Kind,
        MaterialIds = [.. message.MaterialIds],
        LicensedHazards = [.. message.LicensedHazards.Select(value => (HazardClass)value)],
        CnyPerTKm = message.HasCnyPerTKm ? message.CnyPerTKm : 0,
        CnyPerT = message.HasCnyPerT ? message.CnyPerT : 0,
        Co2KgPerTKm = message.HasCo2KgPerTKm ? message.Co2KgPerTKm : 0,
        MaxDistanceKm = message.HasMaxDistanceKm ? message.MaxDistanceKm : null,
        PowerKwhPerTKm = message.HasPowerKwhPerTKm ? message.PowerKwhPerTKm : 0,
        LinkCnyPerM = message.HasLinkCnyPerM ? message.LinkCnyPerM : 0,
        LinkFixedCny = message.HasLinkFixedCny ? message.LinkFixedCny : 0,
        LinkCapacityTPerH = message.HasLinkCapacityTPerH ? message.LinkCapacityTPerH : null,
        LifetimeYears = message.HasLifetimeYears ? message.LifetimeYears : null,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    private static string? TextOrNull(string text) => text.Length == 0 ? null : text;
}
