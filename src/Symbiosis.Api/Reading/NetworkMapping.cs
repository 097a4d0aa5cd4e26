using Symbiosis.Domain.Parks;

namespace Symbiosis.Api.Reading;

/// <summary>Maps the messages of network.proto to the domain; absent numbers take the schema's defaults.</summary>
internal static class NetworkMapping
{
    public static Site Read(V1.Site message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        NameZh = TextOrNull(message.NameZh),
        XM = message.HasXM ? message.XM : null,
        YM = message.HasYM ? message.YM : null,
        LatitudeDegrees = message.HasLatitudeDegrees ? message.LatitudeDegrees : null,
        LongitudeDegrees = message.HasLongitudeDegrees ? message.LongitudeDegrees : null,
        Candidate = message.Candidate,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static Junction Read(V1.Junction message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        XM = message.HasXM ? message.XM : null,
        YM = message.HasYM ? message.YM : null,
        LatitudeDegrees = message.HasLatitudeDegrees ? message.LatitudeDegrees : null,
        LongitudeDegrees = message.HasLongitudeDegrees ? message.LongitudeDegrees : null,
    };

    public static Corridor Read(V1.Corridor message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        FromNodeId = message.FromNodeId,
        ToNodeId = message.ToNodeId,
        LengthM = message.HasLengthM ? message.LengthM : null,
        CostFactor = message.HasCostFactor ? message.CostFactor : 1,
        TrenchCnyPerM = message.HasTrenchCnyPerM ? message.TrenchCnyPerM : null,
        OneWay = message.OneWay,
        Options = [.. message.Options.Select(Read)],
        Closed = message.Closed,
        Existing = [.. message.Existing.Select(Read)],
        NoTransport = message.NoTransport,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static CorridorOption Read(V1.CorridorOption message) => new()
    {
        CarrierId = message.CarrierId,
        SizeIds = [.. message.SizeIds],
    };

    public static ExistingLink Read(V1.ExistingLink message) => new()
    {
        SizeId = message.SizeId,
        CapacityKw = message.HasCapacityKw ? message.CapacityKw : null,
    };

    public static Carrier Read(V1.Carrier message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        NameZh = TextOrNull(message.NameZh),
        Kind = (CarrierKind)message.Kind,
        SupplyCelsius = message.HasSupplyCelsius ? message.SupplyCelsius : null,
        ReturnCelsius = message.HasReturnCelsius ? message.ReturnCelsius : null,
        PressureBar = message.HasPressureBar ? message.PressureBar : null,
        ApproachK = message.HasApproachK ? message.ApproachK : 5,
        MaxDistanceM = message.HasMaxDistanceM ? message.MaxDistanceM : null,
        GenerationStation = message.GenerationStation is null ? null : Read(message.GenerationStation),
        UseStation = message.UseStation is null ? null : Read(message.UseStation),
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static LinkSize Read(V1.LinkSize message) => new()
    {
        Id = message.Id,
        CarrierId = message.CarrierId,
        Name = TextOrNull(message.Name),
        CapacityKw = message.CapacityKw,
        CnyPerM = message.HasCnyPerM ? message.CnyPerM : 0,
        FixedCny = message.HasFixedCny ? message.FixedCny : 0,
        CnyPerKw = message.HasCnyPerKw ? message.CnyPerKw : 0,
        CnyPerKwM = message.HasCnyPerKwM ? message.CnyPerKwM : 0,
        LossWPerM = message.HasLossWPerM ? message.LossWPerM : 0,
        LossPerKm = message.HasLossPerKm ? message.LossPerKm : 0,
        LossFraction = message.HasLossFraction ? message.LossFraction : 0,
        PumpingKwPerKwKm = message.HasPumpingKwPerKwKm ? message.PumpingKwPerKwKm : 0,
        FlowCnyPerKwh = message.HasFlowCnyPerKwh ? message.FlowCnyPerKwh : 0,
        LifetimeYears = message.HasLifetimeYears ? message.LifetimeYears : null,
        CostIsYearly = message.CostIsYearly,
        OmFraction = message.HasOmFraction ? message.OmFraction : null,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static Investment Read(V1.Investment message) => new()
    {
        FixedCny = message.HasFixedCny ? message.FixedCny : 0,
        CnyPerKw = message.HasCnyPerKw ? message.CnyPerKw : 0,
        MinSizeKw = message.HasMinSizeKw ? message.MinSizeKw : 0,
        MaxSizeKw = message.HasMaxSizeKw ? message.MaxSizeKw : null,
        Points = [.. message.Points.Select(Read)],
        ModuleKw = message.HasModuleKw ? message.ModuleKw : null,
        Required = message.Required,
        LifetimeYears = message.HasLifetimeYears ? message.LifetimeYears : null,
        OmFraction = message.HasOmFraction ? message.OmFraction : null,
        OmCnyPerKwYear = message.HasOmCnyPerKwYear ? message.OmCnyPerKwYear : 0,
        DiscountRate = message.HasDiscountRate ? message.DiscountRate : null,
        CostIsYearly = message.CostIsYearly,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static CostPoint Read(V1.CostPoint message) => new()
    {
        SizeKw = message.SizeKw,
        Cny = message.Cny,
    };

    public static NetworkRules Read(V1.NetworkRules message) => new()
    {
        TrenchCnyPerM = message.HasTrenchCnyPerM ? message.TrenchCnyPerM : 0,
        TrenchLifetimeYears = message.HasTrenchLifetimeYears ? message.TrenchLifetimeYears : null,
        PumpingCnyPerKwh = message.HasPumpingCnyPerKwh ? message.PumpingCnyPerKwh : 0,
        PumpingCo2KgPerKwh = message.HasPumpingCo2KgPerKwh ? message.PumpingCo2KgPerKwh : 0,
        MaxSteamMainsPerCorridor = message.HasMaxSteamMainsPerCorridor ? message.MaxSteamMainsPerCorridor : null,
        MaxWaterMainsPerCorridor = message.HasMaxWaterMainsPerCorridor ? message.MaxWaterMainsPerCorridor : null,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    private static string? TextOrNull(string text) => text.Length == 0 ? null : text;
}
