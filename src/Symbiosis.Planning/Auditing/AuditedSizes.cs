using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;

namespace Symbiosis.Planning.Auditing;

/// <summary>Sizes of all that stands or can be bought: read from the park and the plan's equipment.</summary>
internal sealed class AuditedSizes
{
    private readonly Dictionary<(string PlantId, string ElementId), AuditedSize> _sizes = [];
    private readonly AuditCase _case;

    private AuditedSizes(AuditCase audited) => _case = audited;

    /// <summary>All sizes.</summary>
    public IReadOnlyCollection<AuditedSize> All => _sizes.Values;

    /// <summary>Lists the sizes of a case.</summary>
    public static AuditedSizes Of(AuditCase audited)
    {
        var sizes = new AuditedSizes(audited);
        foreach (var plant in audited.Park.Plants)
            sizes.AddPlant(plant);
        return sizes;
    }

    /// <summary>Existing and new size of an element; zero where there is none.</summary>
    public double Total(Plant plant, string elementId) => _sizes.GetValueOrDefault((plant.Id, elementId))?.Total ?? 0;

    /// <summary>Whether the park knows an element.</summary>
    public bool Contains(string plantId, string elementId) => _sizes.ContainsKey((plantId, elementId));

    private void AddPlant(Plant plant)
    {
        foreach (var carrier in _case.Park.Carriers.Where(carrier => carrier.SupplyCelsius is not null))
            AddStations(plant, carrier);
        if (plant.Recovery is { Investment: { } recovery })
            Add(plant, "recovery", recovery, plant.Recovery.ExistingKw);
        foreach (var converter in plant.Converters)
        {
            var stands = _case.Stands(converter.FirstYear, converter.LastYear);
            Add(plant, converter.Id, stands ? converter.Investment : null, stands ? converter.ExistingSizeKw : 0);
        }

        foreach (var storage in plant.Storages)
        {
            Add(plant, storage.Id, storage.Investment, storage.ExistingKwh);
            Add(plant, $"{storage.Id}:charge", storage.ChargeInvestment, Power(storage.ExistingChargeKw, storage.ChargeInvestment));
            Add(plant, $"{storage.Id}:discharge", storage.DischargeInvestment, Power(storage.ExistingDischargeKw, storage.DischargeInvestment));
        }

        foreach (var generator in plant.Generators)
            Add(plant, generator.Id, generator.Investment, generator.ExistingKw);
        foreach (var supply in plant.Supplies)
            Add(plant, supply.Id, supply.Investment, Power(supply.MaxKw, supply.Investment));
    }

    private void AddStations(Plant plant, Carrier carrier)
    {
        var station = plant.Stations.FirstOrDefault(candidate => candidate.CarrierId == carrier.Id);
        if (plant.ExcludedCarrierIds.Contains(carrier.Id))
            return;

        AddStation(plant, $"generate:{carrier.Id}", station?.Generation ?? carrier.GenerationStation, station?.ExistingGenerationKw ?? 0, station?.NoGeneration ?? false);
        AddStation(plant, $"use:{carrier.Id}", station?.Use ?? carrier.UseStation, station?.ExistingUseKw ?? 0, station?.NoUse ?? false);
    }

    private void AddStation(Plant plant, string elementId, Investment? law, double existingKw, bool isBarred) =>
        Add(plant, elementId, isBarred ? null : law, law is null && !isBarred ? double.PositiveInfinity : existingKw);

    private void Add(Plant plant, string elementId, Investment? law, double existing)
    {
        var offered = IsForbidden(plant, elementId) ? null : law;
        var planned = _case.Equipment(plant.Id, elementId);
        var isStation = elementId.StartsWith("generate:", StringComparison.Ordinal) || elementId.StartsWith("use:", StringComparison.Ordinal);

        // A station that the carrier asks for everywhere is still left out where nobody could exchange anything.
        var isAsked = !isStation && offered is not null && (offered.Required || HasRule(RuleKind.Require, plant, elementId, isExact: true));
        _sizes[(plant.Id, elementId)] = new AuditedSize(plant, elementId, offered, existing, planned?.NewSize ?? 0, isAsked || IsBought(offered, planned));
    }

    // What is left of a decision that an engine rounds to zero is no purchase.
    private bool IsBought(Investment? law, EquipmentSize? planned) => planned is not null
        && (planned.NewSize > CheckRecord.DefaultTolerance * _case.LeastKw
            || (law is not null && InvestmentLaw.Cny(law, planned.NewSize) is var cny and > 0 && (double)planned.InvestmentCny > cny / 2));

    private bool IsForbidden(Plant plant, string elementId) =>
        _case.Scenario is { ForbidEverythingNew: true } || HasRule(RuleKind.Forbid, plant, elementId, isExact: false);

    private bool HasRule(RuleKind kind, Plant plant, string elementId, bool isExact) => _case.Scenario?.Equipment.Any(rule =>
        rule.Kind == kind && rule.PlantId == plant.Id && (rule.ElementId == elementId || (!isExact && rule.ElementId is null))) ?? false;

    private static double Power(double? existing, Investment? law) => existing ?? (law is null ? double.PositiveInfinity : 0);
}
