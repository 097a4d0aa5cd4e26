using Symbiosis.Domain.Parks;

namespace Symbiosis.Api.Reading;

/// <summary>Maps the messages of policy.proto to the domain; absent numbers take the schema's defaults.</summary>
internal static class PolicyMapping
{
    public static Economics Read(V1.Economics message) => new()
    {
        DiscountRate = message.HasDiscountRate ? message.DiscountRate : 0.08,
        DefaultLifetimeYears = message.HasDefaultLifetimeYears ? message.DefaultLifetimeYears : 20,
        OmFraction = message.HasOmFraction ? message.OmFraction : 0,
        PriceYear = message.HasPriceYear ? message.PriceYear : null,
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static Policy Read(V1.Policy message) => new()
    {
        CarbonPriceCnyPerT = message.HasCarbonPriceCnyPerT ? message.CarbonPriceCnyPerT : 0,
        CarbonPriceOnPower = message.CarbonPriceOnPower,
        CarbonCapT = message.HasCarbonCapT ? message.CarbonCapT : null,
        IncludeInputs = message.IncludeInputs,
        EnergyCapTce = message.HasEnergyCapTce ? message.EnergyCapTce : null,
        PowerKgcePerKwh = message.HasPowerKgcePerKwh ? message.PowerKgcePerKwh : 0.1229,
        MinGreenShare = message.HasMinGreenShare ? message.MinGreenShare : 0,
        PlantEnergyCaps = [.. message.PlantEnergyCaps.Select(Read)],
        Quotas = [.. message.Quotas.Select(Read)],
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static PlantEnergyCap Read(V1.PlantEnergyCap message) => new()
    {
        PlantId = message.PlantId,
        CapTce = message.CapTce,
    };

    public static Quota Read(V1.Quota message) => new()
    {
        MaterialId = message.MaterialId,
        PlantIds = [.. message.PlantIds],
        MaxT = message.MaxT,
    };
}
