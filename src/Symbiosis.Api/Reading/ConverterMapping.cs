using Symbiosis.Domain.Parks;

namespace Symbiosis.Api.Reading;

/// <summary>Maps the messages of converter.proto to the domain; absent numbers take the schema's defaults.</summary>
internal static class ConverterMapping
{
    public static Converter Read(V1.Converter message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        NameZh = TextOrNull(message.NameZh),
        TechnologyId = TextOrNull(message.TechnologyId),
        Ports = [.. message.Ports.Select(Read)],
        ReferencePortId = message.ReferencePortId,
        ExistingSizeKw = message.HasExistingSizeKw ? message.ExistingSizeKw : 0,
        Investment = message.Investment is null ? null : NetworkMapping.Read(message.Investment),
        MinLoadFraction = message.HasMinLoadFraction ? message.MinLoadFraction : 0,
        StartCny = message.HasStartCny ? message.StartCny : 0,
        OmCnyPerKwh = message.HasOmCnyPerKwh ? message.OmCnyPerKwh : 0,
        OmProfileId = TextOrNull(message.OmProfileId),
        Co2KgPerKwh = message.HasCo2KgPerKwh ? message.Co2KgPerKwh : 0,
        AvailabilityProfileId = TextOrNull(message.AvailabilityProfileId),
        FirstYear = message.HasFirstYear ? message.FirstYear : null,
        LastYear = message.HasLastYear ? message.LastYear : null,
        MustRun = message.MustRun,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static Port Read(V1.Port message) => new()
    {
        Id = message.Id,
        Direction = (Direction)message.Direction,
        CarrierId = TextOrNull(message.CarrierId),
        Heat = message.Heat is null ? null : Read(message.Heat),
        FuelId = TextOrNull(message.FuelId),
        Material = message.Material is null ? null : Read(message.Material),
        Ratio = message.HasRatio ? message.Ratio : 1,
        RatioProfileId = TextOrNull(message.RatioProfileId),
        MinRatio = message.HasMinRatio ? message.MinRatio : null,
        MaxRatio = message.HasMaxRatio ? message.MaxRatio : null,
        TradeOffs = [.. message.TradeOffs.Select(Read)],
    };

    public static TradeOff Read(V1.TradeOff message) => new()
    {
        PortId = message.PortId,
        Loss = message.Loss,
    };

    public static PortHeat Read(V1.PortHeat message) => new()
    {
        SupplyCelsius = message.SupplyCelsius,
        TargetCelsius = message.TargetCelsius,
        ApproachK = message.HasApproachK ? message.ApproachK : 5,
    };

    public static PortMaterial Read(V1.PortMaterial message) => new()
    {
        MaterialId = message.MaterialId,
        Composition = [.. message.Composition.Select(MaterialMapping.Read)],
        Accepts = [.. message.Accepts.Select(MaterialMapping.Read)],
        Purchases = [.. message.Purchases.Select(MaterialMapping.Read)],
        Limits = [.. message.Limits.Select(MaterialMapping.Read)],
        DisposalCnyPerT = message.HasDisposalCnyPerT ? message.DisposalCnyPerT : 0,
        DisposalCo2KgPerT = message.HasDisposalCo2KgPerT ? message.DisposalCo2KgPerT : 0,
        MinLotTPerH = message.HasMinLotTPerH ? message.MinLotTPerH : 0,
    };

    public static Storage Read(V1.Storage message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        CarrierId = TextOrNull(message.CarrierId),
        Heat = message.Heat is null ? null : Read(message.Heat),
        OutletId = TextOrNull(message.OutletId),
        InletId = TextOrNull(message.InletId),
        ExistingKwh = message.HasExistingKwh ? message.ExistingKwh : 0,
        Investment = message.Investment is null ? null : NetworkMapping.Read(message.Investment),
        ExistingChargeKw = message.HasExistingChargeKw ? message.ExistingChargeKw : null,
        ExistingDischargeKw = message.HasExistingDischargeKw ? message.ExistingDischargeKw : null,
        ChargeInvestment = message.ChargeInvestment is null ? null : NetworkMapping.Read(message.ChargeInvestment),
        DischargeInvestment = message.DischargeInvestment is null ? null : NetworkMapping.Read(message.DischargeInvestment),
        ChargePerDischarge = message.HasChargePerDischarge ? message.ChargePerDischarge : null,
        MaxChargePerHour = message.HasMaxChargePerHour ? message.MaxChargePerHour : null,
        MaxDischargePerHour = message.HasMaxDischargePerHour ? message.MaxDischargePerHour : null,
        ChargeEfficiency = message.HasChargeEfficiency ? message.ChargeEfficiency : 1,
        DischargeEfficiency = message.HasDischargeEfficiency ? message.DischargeEfficiency : 1,
        LossPerHour = message.HasLossPerHour ? message.LossPerHour : 0,
        Boundary = (StorageBoundary)message.Boundary,
        InitialFraction = message.HasInitialFraction ? message.InitialFraction : null,
        FinalFraction = message.HasFinalFraction ? message.FinalFraction : null,
        MinFraction = message.HasMinFraction ? message.MinFraction : 0,
        ChargeCnyPerKwh = message.HasChargeCnyPerKwh ? message.ChargeCnyPerKwh : 0,
        ChargeProfileId = TextOrNull(message.ChargeProfileId),
        DischargeCnyPerKwh = message.HasDischargeCnyPerKwh ? message.DischargeCnyPerKwh : 0,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static StorageHeat Read(V1.StorageHeat message) => new()
    {
        SupplyCelsius = message.SupplyCelsius,
        ReturnCelsius = message.ReturnCelsius,
        ApproachK = message.HasApproachK ? message.ApproachK : 2.5,
    };

    public static Generator Read(V1.Generator message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        CarrierId = message.CarrierId,
        OutputProfileId = message.OutputProfileId,
        ExistingKw = message.HasExistingKw ? message.ExistingKw : 0,
        Investment = message.Investment is null ? null : NetworkMapping.Read(message.Investment),
        MustTake = message.MustTake,
        AreaM2PerKw = message.HasAreaM2PerKw ? message.AreaM2PerKw : 0,
        AreaM2 = message.HasAreaM2 ? message.AreaM2 : null,
        IncomeCnyPerKwh = message.HasIncomeCnyPerKwh ? message.IncomeCnyPerKwh : 0,
        Green = message.Green,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    private static string? TextOrNull(string text) => text.Length == 0 ? null : text;
}
