using Symbiosis.Domain.Parks;

namespace Symbiosis.Api.Reading;

/// <summary>Maps the messages of power.proto to the domain; absent numbers take the schema's defaults.</summary>
internal static class PowerMapping
{
    public static GridConnection Read(V1.GridConnection message) => new()
    {
        Id = message.Id,
        CarrierId = message.CarrierId,
        TariffId = message.TariffId,
        MaxImportKw = message.HasMaxImportKw ? message.MaxImportKw : null,
        MaxExportKw = message.HasMaxExportKw ? message.MaxExportKw : 0,
        ExportCnyPerKwh = message.HasExportCnyPerKwh ? message.ExportCnyPerKwh : 0,
        ExportProfileId = TextOrNull(message.ExportProfileId),
        GreenPower = [.. message.GreenPower.Select(Read)],
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static GreenPower Read(V1.GreenPower message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        PremiumCnyPerKwh = message.PremiumCnyPerKwh,
        MaxKwh = message.HasMaxKwh ? message.MaxKwh : null,
        CertificateOnly = message.CertificateOnly,
    };

    public static Tariff Read(V1.Tariff message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        EnergyCnyPerKwh = message.EnergyCnyPerKwh,
        EnergyProfileId = TextOrNull(message.EnergyProfileId),
        Windows = [.. message.Windows.Select(Read)],
        DemandCnyPerKwMonth = message.HasDemandCnyPerKwMonth ? message.DemandCnyPerKwMonth : 0,
        CapacityInvestment = message.CapacityInvestment is null ? null : NetworkMapping.Read(message.CapacityInvestment),
        Tiers = [.. message.Tiers.Select(Read)],
        Co2KgPerKwh = message.HasCo2KgPerKwh ? message.Co2KgPerKwh : 0,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static TariffWindow Read(V1.TariffWindow message) => new()
    {
        Months = [.. message.Months],
        FromHour = message.FromHour,
        ToHour = message.ToHour,
        Factor = message.Factor,
        Name = TextOrNull(message.Name),
    };

    public static TariffTier Read(V1.TariffTier message) => new()
    {
        FromKwh = message.FromKwh,
        SurchargeCnyPerKwh = message.SurchargeCnyPerKwh,
    };

    public static Fuel Read(V1.Fuel message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        NameZh = TextOrNull(message.NameZh),
        PriceCnyPerKwh = message.PriceCnyPerKwh,
        PriceProfileId = TextOrNull(message.PriceProfileId),
        Co2KgPerKwh = message.HasCo2KgPerKwh ? message.Co2KgPerKwh : 0,
        KgcePerKwh = message.HasKgcePerKwh ? message.KgcePerKwh : 0.1229,
        MaxKwh = message.HasMaxKwh ? message.MaxKwh : null,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static CarrierDemand Read(V1.CarrierDemand message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        CarrierId = message.CarrierId,
        NeedKw = message.NeedKw,
        NeedProfileId = TextOrNull(message.NeedProfileId),
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static CarrierSupply Read(V1.CarrierSupply message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        CarrierId = message.CarrierId,
        MaxKw = message.HasMaxKw ? message.MaxKw : null,
        AvailabilityProfileId = TextOrNull(message.AvailabilityProfileId),
        Investment = message.Investment is null ? null : NetworkMapping.Read(message.Investment),
        PriceCnyPerKwh = message.HasPriceCnyPerKwh ? message.PriceCnyPerKwh : 0,
        PriceProfileId = TextOrNull(message.PriceProfileId),
        Co2KgPerKwh = message.HasCo2KgPerKwh ? message.Co2KgPerKwh : 0,
        MustTake = message.MustTake,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static CarrierOfftake Read(V1.CarrierOfftake message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        CarrierId = message.CarrierId,
        MaxKw = message.HasMaxKw ? message.MaxKw : null,
        AvailabilityProfileId = TextOrNull(message.AvailabilityProfileId),
        PriceCnyPerKwh = message.HasPriceCnyPerKwh ? message.PriceCnyPerKwh : 0,
        PriceProfileId = TextOrNull(message.PriceProfileId),
        Co2KgPerKwh = message.HasCo2KgPerKwh ? message.Co2KgPerKwh : 0,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    private static string? TextOrNull(string text) => text.Length == 0 ? null : text;
}
