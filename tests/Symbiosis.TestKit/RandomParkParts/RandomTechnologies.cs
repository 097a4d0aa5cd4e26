using Symbiosis.Domain.Parks;

namespace Symbiosis.TestKit.RandomParkParts;

/// <summary>Sometimes a heat pump, a turbine, a boiler, photovoltaics or a storage; none of them must run.</summary>
internal static class RandomTechnologies
{
    public static Park Add(Park park, Draw draw, RandomParkOptions options)
    {
        var plants = park.Plants.ToArray();
        var hasPower = park.Tariffs.Count > 0;
        if (options.AllowsConverters)
        {
            foreach (var converter in Converters(park, draw, hasPower).Where(_ => draw.Chance(0.25)))
                Change(plants, draw, plant => plant with { Converters = [.. plant.Converters, converter] });
            if (hasPower && draw.Chance(0.3))
                Change(plants, draw, plant => plant with { Generators = [Photovoltaics(draw)] });
        }

        if (options.AllowsStorages)
        {
            if (hasPower && draw.Chance(0.25))
                Change(plants, draw, plant => plant with { Storages = [.. plant.Storages, Battery(draw)] });
            if (draw.Chance(0.2))
                Change(plants, draw, plant => plant with { Storages = [.. plant.Storages, Tank(draw)] });
        }

        return park with { Plants = plants };
    }

    private static void Change(Plant[] plants, Draw draw, Func<Plant, Plant> change)
    {
        var index = draw.Count(0, plants.Length - 1);
        plants[index] = change(plants[index]);
    }

    private static IEnumerable<Converter> Converters(Park park, Draw draw, bool hasPower)
    {
        var carrierIds = park.Carriers.Select(carrier => carrier.Id).ToHashSet();
        if (hasPower)
            yield return HeatPump(draw);
        if (hasPower && carrierIds.IsSupersetOf([RandomCarriers.MediumSteamId, RandomCarriers.LowSteamId]))
            yield return Turbine(draw);
        if (carrierIds.Contains(RandomCarriers.LowSteamId))
            yield return SteamBoiler(draw);
    }

    private static Converter HeatPump(Draw draw)
    {
        var powerRatio = draw.Between(0.2, 0.4);
        return new Converter
        {
            Id = "heat-pump",
            Ports =
            [
                Ports.Heat("heat", Direction.Out, draw.Count(80, 120), draw.Count(70, 79)),
                Ports.Heat("source", Direction.In, draw.Count(30, 39), draw.Count(40, 50), Math.Round(1 - powerRatio, 4)),
                Ports.Carrier("drive", Direction.In, RandomCarriers.PowerId, powerRatio),
            ],
            ReferencePortId = "heat",
            Investment = new Investment { CnyPerKw = draw.Between(1000, 3000), MaxSizeKw = draw.Between(500, 3000) },
            MinLoadFraction = draw.Chance(0.3) ? 0.3 : 0,
        };
    }

    private static Converter Turbine(Draw draw)
    {
        var powerRatio = draw.Between(0.05, 0.12);
        return new Converter
        {
            Id = "turbine",
            Ports =
            [
                Ports.Carrier("live", Direction.In, RandomCarriers.MediumSteamId),
                Ports.Carrier("exhaust", Direction.Out, RandomCarriers.LowSteamId, Math.Round(0.99 - powerRatio, 4)),
                Ports.Carrier("generator", Direction.Out, RandomCarriers.PowerId, powerRatio),
            ],
            ReferencePortId = "live",
            ExistingSizeKw = draw.Chance(0.3) ? draw.Between(500, 2000) : 0,
            Investment = new Investment { FixedCny = draw.Between(100_000, 500_000), CnyPerKw = draw.Between(200, 500), MaxSizeKw = draw.Between(1000, 6000) },
        };
    }

    private static Converter SteamBoiler(Draw draw) => new()
    {
        Id = "steam-boiler",
        Ports =
        [
            Ports.Carrier("steam", Direction.Out, RandomCarriers.LowSteamId),
            Ports.Fuel("burner", RandomHeat.FuelId, draw.Between(1.05, 1.2)),
        ],
        ReferencePortId = "steam",
        Investment = new Investment { FixedCny = draw.Chance(0.5) ? draw.Between(50_000, 200_000) : 0, CnyPerKw = draw.Between(200, 600), MaxSizeKw = draw.Between(1000, 6000) },
        OmCnyPerKwh = 0.01,
    };

    private static Generator Photovoltaics(Draw draw) => new()
    {
        Id = "roof",
        CarrierId = RandomCarriers.PowerId,
        OutputProfileId = RandomTime.SunProfileId,
        ExistingKw = draw.Chance(0.3) ? draw.Between(50, 500) : 0,
        Investment = new Investment { CnyPerKw = draw.Between(2500, 4500), MaxSizeKw = draw.Between(500, 5000), LifetimeYears = 25 },
        Green = true,
    };

    private static Storage Battery(Draw draw) => new()
    {
        Id = "battery",
        CarrierId = RandomCarriers.PowerId,
        ExistingKwh = draw.Chance(0.3) ? draw.Between(200, 1000) : 0,
        Investment = new Investment { CnyPerKw = draw.Between(600, 1500), MaxSizeKw = draw.Between(1000, 8000), LifetimeYears = 12 },
        MaxChargePerHour = 0.5,
        MaxDischargePerHour = 0.5,
        ChargeEfficiency = 0.95,
        DischargeEfficiency = 0.95,
    };

    private static Storage Tank(Draw draw) => new()
    {
        Id = "tank",
        Heat = new StorageHeat { SupplyCelsius = draw.Count(80, 95), ReturnCelsius = draw.Count(50, 65) },
        Investment = new Investment { CnyPerKw = draw.Between(50, 200), MaxSizeKw = draw.Between(2000, 20_000) },
        LossPerHour = 0.002,
    };
}
