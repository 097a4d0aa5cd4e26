using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Scenarios;

namespace Symbiosis.Planning;

/// <summary>Puts a scenario's prices, factors, availabilities, economics and policy into a park. Decisions stay with the scenario.</summary>
internal static class ScenarioApplication
{
    /// <summary>The park under the scenario; nothing moves to another index, so paths into the request stay true.</summary>
    public static Park Apply(Park park, Scenario? scenario)
    {
        if (scenario is null)
            return park;

        var profiles = park.Profiles.ToList();
        return park with
        {
            Time = scenario.TypicalDays is { } days ? park.Time with { TypicalDays = days, Periods = [] } : park.Time,
            Economics = scenario.Economics ?? park.Economics,
            Policy = scenario.Policy ?? park.Policy,
            Fuels = [.. park.Fuels.Select(fuel => Apply(fuel, scenario))],
            Tariffs = [.. park.Tariffs.Select(tariff => Apply(tariff, scenario))],
            Plants = [.. park.Plants.Select(plant => Apply(plant, scenario, profiles))],
            Contracts = [.. park.Contracts.Where(contract => scenario.Year is not { } year || year <= (contract.LastYear ?? int.MaxValue))],
            Profiles = profiles,
        };
    }

    private static Fuel Apply(Fuel fuel, Scenario scenario) =>
        scenario.Fuels.FirstOrDefault(change => change.FuelId == fuel.Id) is not { } found
            ? fuel
            : fuel with { PriceCnyPerKwh = found.PriceCnyPerKwh ?? fuel.PriceCnyPerKwh, Co2KgPerKwh = found.Co2KgPerKwh ?? fuel.Co2KgPerKwh };

    private static Tariff Apply(Tariff tariff, Scenario scenario) =>
        scenario.Tariffs.FirstOrDefault(change => change.TariffId == tariff.Id) is not { } found
            ? tariff
            : tariff with
            {
                EnergyCnyPerKwh = found.EnergyCnyPerKwh ?? tariff.EnergyCnyPerKwh,
                DemandCnyPerKwMonth = found.DemandCnyPerKwMonth ?? tariff.DemandCnyPerKwMonth,
                Co2KgPerKwh = found.Co2KgPerKwh ?? tariff.Co2KgPerKwh,
            };

    private static Plant Apply(Plant plant, Scenario scenario, List<Profile> profiles)
    {
        double Factor(string elementId) => scenario.Availabilities
            .Where(change => change.PlantId == plant.Id && (change.ElementId is null || change.ElementId == elementId))
            .Aggregate(1.0, (factor, change) => factor * change.Factor);

        return plant with
        {
            Streams = [.. plant.Streams.Select(stream => stream with { HeatKw = stream.HeatKw * Factor(stream.Id) })],
            Outlets = [.. plant.Outlets.Select(outlet => outlet with
            {
                FlowTPerH = outlet.FlowTPerH * Factor(outlet.Id),
                DisposalCnyPerT = outlet.DisposalCnyPerT * (scenario.Materials.FirstOrDefault(change => change.MaterialId == outlet.MaterialId)?.DisposalFactor ?? 1),
            })],
            Inlets = [.. plant.Inlets.Select(inlet => inlet with
            {
                FlowTPerH = inlet.FlowTPerH * Factor(inlet.Id),
                Purchases = Apply(inlet.Purchases, inlet.Accepts.Select(acceptance => acceptance.MaterialId), scenario),
            })],
            Demands = [.. plant.Demands.Select(demand => demand with { NeedKw = demand.NeedKw * Factor(demand.Id) })],
            Generators = [.. plant.Generators.Select(generator => Factor(generator.Id) is var factor and not 1
                ? generator with { OutputProfileId = Scaled(profiles, generator.OutputProfileId, factor) }
                : generator)],
            Supplies = [.. plant.Supplies.Select(supply => Factor(supply.Id) is var factor and not 1
                ? supply with { AvailabilityProfileId = Scaled(profiles, supply.AvailabilityProfileId, factor) }
                : supply)],
            HotUtilities = [.. plant.HotUtilities.Select(utility => Factor(utility.Id) is var factor and not 1
                ? utility with { AvailabilityProfileId = Scaled(profiles, utility.AvailabilityProfileId, factor) }
                : utility)],
            Converters = [.. plant.Converters.Select(converter => Apply(converter, Factor(converter.Id), scenario, profiles))],
        };
    }

    private static Converter Apply(Converter converter, double factor, Scenario scenario, List<Profile> profiles)
    {
        var priced = converter with
        {
            Ports = [.. converter.Ports.Select(port => port.Material is not { } material ? port : port with
            {
                Material = material with
                {
                    DisposalCnyPerT = material.DisposalCnyPerT * (scenario.Materials.FirstOrDefault(change => change.MaterialId == material.MaterialId)?.DisposalFactor ?? 1),
                    Purchases = Apply(material.Purchases, material.Accepts.Select(acceptance => acceptance.MaterialId).Append(material.MaterialId), scenario),
                },
            })],
        };
        return factor == 1 ? priced : priced with { AvailabilityProfileId = Scaled(profiles, converter.AvailabilityProfileId, factor) };
    }

    private static IReadOnlyList<Purchase> Apply(IReadOnlyList<Purchase> purchases, IEnumerable<string> materialIds, Scenario scenario)
    {
        var accepted = materialIds.ToHashSet();
        var factor = scenario.Materials.Where(change => accepted.Contains(change.MaterialId)).Aggregate(1.0, (product, change) => product * change.PurchaseFactor);
        return factor == 1 ? purchases : [.. purchases.Select(purchase => purchase with { PriceCnyPerT = purchase.PriceCnyPerT * factor })];
    }

    // A factor on something that has only a profile becomes a profile of its own; 24 equal hours stand for a constant.
    private static string Scaled(List<Profile> profiles, string? profileId, double factor)
    {
        var id = $"{profileId ?? "one"}*{factor:R}";
        if (profiles.All(profile => profile.Id != id))
        {
            var values = profiles.FirstOrDefault(profile => profile.Id == profileId)?.Values ?? Enumerable.Repeat(1.0, 24);
            profiles.Add(new Profile { Id = id, Values = [.. values.Select(value => value * factor)] });
        }

        return id;
    }
}
