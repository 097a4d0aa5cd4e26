using Symbiosis.Domain.Parks;

namespace Symbiosis.Api.Reading;

/// <summary>Maps the messages of heat.proto to the domain; absent numbers take the schema's defaults.</summary>
internal static class HeatMapping
{
    public static HeatStream Read(V1.HeatStream message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        NameZh = TextOrNull(message.NameZh),
        Kind = (StreamKind)message.Kind,
        SupplyCelsius = message.SupplyCelsius,
        TargetCelsius = message.TargetCelsius,
        HeatKw = message.HeatKw,
        HeatProfileId = TextOrNull(message.HeatProfileId),
        ApproachK = message.HasApproachK ? message.ApproachK : null,
        MustCool = message.MustCool,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static HotUtility Read(V1.HotUtility message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        SupplyCelsius = message.SupplyCelsius,
        TargetCelsius = message.HasTargetCelsius ? message.TargetCelsius : null,
        ApproachK = message.HasApproachK ? message.ApproachK : 0,
        FuelId = TextOrNull(message.FuelId),
        Efficiency = message.HasEfficiency ? message.Efficiency : 1,
        CarrierId = TextOrNull(message.CarrierId),
        CapacityKw = message.HasCapacityKw ? message.CapacityKw : null,
        MinLoadFraction = message.HasMinLoadFraction ? message.MinLoadFraction : 0,
        PriceCnyPerKwh = message.HasPriceCnyPerKwh ? message.PriceCnyPerKwh : 0,
        PriceProfileId = TextOrNull(message.PriceProfileId),
        Co2KgPerKwh = message.HasCo2KgPerKwh ? message.Co2KgPerKwh : 0,
        AvailabilityProfileId = TextOrNull(message.AvailabilityProfileId),
        FirstYear = message.HasFirstYear ? message.FirstYear : null,
        LastYear = message.HasLastYear ? message.LastYear : null,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static ColdUtility Read(V1.ColdUtility message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        SupplyCelsius = message.SupplyCelsius,
        TargetCelsius = message.HasTargetCelsius ? message.TargetCelsius : null,
        ApproachK = message.HasApproachK ? message.ApproachK : 0,
        CapacityKw = message.HasCapacityKw ? message.CapacityKw : null,
        PriceCnyPerKwh = message.HasPriceCnyPerKwh ? message.PriceCnyPerKwh : 0,
        PowerKwPerKw = message.HasPowerKwPerKw ? message.PowerKwPerKw : 0,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static Recovery Read(V1.Recovery message) => new()
    {
        ExistingKw = message.HasExistingKw ? message.ExistingKw : 0,
        Investment = message.Investment is null ? null : NetworkMapping.Read(message.Investment),
    };

    public static Station Read(V1.Station message) => new()
    {
        CarrierId = message.CarrierId,
        ExistingGenerationKw = message.HasExistingGenerationKw ? message.ExistingGenerationKw : 0,
        ExistingUseKw = message.HasExistingUseKw ? message.ExistingUseKw : 0,
        NoGeneration = message.NoGeneration,
        NoUse = message.NoUse,
        Generation = message.Generation is null ? null : NetworkMapping.Read(message.Generation),
        Use = message.Use is null ? null : NetworkMapping.Read(message.Use),
    };

    private static string? TextOrNull(string text) => text.Length == 0 ? null : text;
}
