using Symbiosis.Domain.Scenarios;

namespace Symbiosis.Api.Reading;

/// <summary>Maps the messages of scenario.proto to the domain; absent numbers take the schema's defaults.</summary>
internal static class ScenarioMapping
{
    public static Scenario Read(V1.Scenario message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        Year = message.HasYear ? message.Year : null,
        TypicalDays = message.TypicalDays is null ? null : TimeMapping.Read(message.TypicalDays),
        Economics = message.Economics is null ? null : PolicyMapping.Read(message.Economics),
        Policy = message.Policy is null ? null : PolicyMapping.Read(message.Policy),
        Fuels = [.. message.Fuels.Select(Read)],
        Tariffs = [.. message.Tariffs.Select(Read)],
        Materials = [.. message.Materials.Select(Read)],
        Availabilities = [.. message.Availabilities.Select(Read)],
        Couplings = [.. message.Couplings.Select(Read)],
        Equipment = [.. message.Equipment.Select(Read)],
        Corridors = [.. message.Corridors.Select(Read)],
        ForbidEverythingNew = message.ForbidEverythingNew,
        InvestmentFactor = message.HasInvestmentFactor ? message.InvestmentFactor : 1,
    };

    public static FuelOverride Read(V1.FuelOverride message) => new()
    {
        FuelId = message.FuelId,
        PriceCnyPerKwh = message.HasPriceCnyPerKwh ? message.PriceCnyPerKwh : null,
        Co2KgPerKwh = message.HasCo2KgPerKwh ? message.Co2KgPerKwh : null,
    };

    public static TariffOverride Read(V1.TariffOverride message) => new()
    {
        TariffId = message.TariffId,
        EnergyCnyPerKwh = message.HasEnergyCnyPerKwh ? message.EnergyCnyPerKwh : null,
        DemandCnyPerKwMonth = message.HasDemandCnyPerKwMonth ? message.DemandCnyPerKwMonth : null,
        Co2KgPerKwh = message.HasCo2KgPerKwh ? message.Co2KgPerKwh : null,
    };

    public static MaterialOverride Read(V1.MaterialOverride message) => new()
    {
        MaterialId = message.MaterialId,
        DisposalFactor = message.HasDisposalFactor ? message.DisposalFactor : 1,
        PurchaseFactor = message.HasPurchaseFactor ? message.PurchaseFactor : 1,
    };

    public static AvailabilityOverride Read(V1.AvailabilityOverride message) => new()
    {
        PlantId = message.PlantId,
        ElementId = TextOrNull(message.ElementId),
        Factor = message.Factor,
    };

    public static CouplingRule Read(V1.CouplingRule message) => new()
    {
        Kind = (RuleKind)message.Kind,
        FromPlantId = TextOrNull(message.FromPlantId),
        ToPlantId = TextOrNull(message.ToPlantId),
        CarrierId = TextOrNull(message.CarrierId),
        MaterialId = TextOrNull(message.MaterialId),
        MinAmount = message.HasMinAmount ? message.MinAmount : 1,
    };

    public static EquipmentRule Read(V1.EquipmentRule message) => new()
    {
        Kind = (RuleKind)message.Kind,
        PlantId = message.PlantId,
        ElementId = TextOrNull(message.ElementId),
        MinSizeKw = message.HasMinSizeKw ? message.MinSizeKw : null,
    };

    public static CorridorRule Read(V1.CorridorRule message) => new()
    {
        Kind = (RuleKind)message.Kind,
        CorridorId = message.CorridorId,
        CarrierId = TextOrNull(message.CarrierId),
    };

    private static string? TextOrNull(string text) => text.Length == 0 ? null : text;
}
