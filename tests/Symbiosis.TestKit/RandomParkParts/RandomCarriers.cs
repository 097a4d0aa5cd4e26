using Symbiosis.Domain.Parks;

namespace Symbiosis.TestKit.RandomParkParts;

/// <summary>One or two heat carriers and sometimes electricity, with pipe and cable sizes.</summary>
internal static class RandomCarriers
{
    public const string PowerId = "power";
    public const string MediumSteamId = "mp";
    public const string LowSteamId = "lp";

    private const string HotWaterId = "hw";

    public static Park Add(Park park, Draw draw, RandomParkOptions options)
    {
        string[][] choices = [[LowSteamId], [HotWaterId], [MediumSteamId, LowSteamId], [LowSteamId, HotWaterId], [MediumSteamId, HotWaterId]];
        var carriers = draw.Pick(choices).Select(id => HeatCarrier(draw, id)).ToList();
        var sizes = carriers.SelectMany(carrier => Sizes(draw, carrier)).ToList();
        park = WithCorridorOptions(park with { Carriers = carriers, Sizes = sizes }, draw);
        return options.AllowsElectricity && draw.Chance(0.7) ? WithPower(park, draw) : park;
    }

    private static Carrier HeatCarrier(Draw draw, string id) => new()
    {
        Id = id,
        Kind = id == HotWaterId ? CarrierKind.Water : CarrierKind.Steam,
        SupplyCelsius = id switch { MediumSteamId => draw.Count(190, 230), LowSteamId => draw.Count(130, 165), _ => draw.Count(80, 110) },
        ReturnCelsius = id == HotWaterId ? draw.Count(50, 70) : null,
        MaxDistanceM = draw.Chance(0.15) ? draw.Between(800, 3000) : null,
        GenerationStation = draw.Chance(0.5) ? Station(draw) : null,
        UseStation = draw.Chance(0.5) ? Station(draw) : null,
    };

    private static Investment Station(Draw draw) => new()
    {
        FixedCny = draw.Chance(0.5) ? draw.Between(50_000, 300_000) : 0,
        CnyPerKw = draw.Between(50, 400),
    };

    private static IEnumerable<LinkSize> Sizes(Draw draw, Carrier carrier)
    {
        if (draw.Chance(0.2))
        {
            yield return new LinkSize
            {
                Id = $"{carrier.Id}-any",
                CarrierId = carrier.Id,
                CapacityKw = draw.Between(3000, 8000),
                CnyPerM = draw.Between(300, 800),
                CnyPerKwM = draw.Between(0.1, 0.5),
                LossPerKm = draw.Between(0.01, 0.05),
            };
            yield break;
        }

        var capacityKw = draw.Between(500, 2500);
        var cnyPerM = draw.Between(800, 2000);
        var lossWPerM = draw.Chance(0.6) ? draw.Between(20, 100) : 0;
        foreach (var name in draw.Chance(0.5) ? new[] { "small" } : ["small", "large"])
        {
            yield return new LinkSize
            {
                Id = $"{carrier.Id}-{name}",
                CarrierId = carrier.Id,
                CapacityKw = capacityKw,
                CnyPerM = cnyPerM,
                FixedCny = draw.Chance(0.3) ? draw.Between(10_000, 100_000) : 0,
                LossWPerM = lossWPerM,
                LossPerKm = draw.Chance(0.3) ? draw.Between(0.005, 0.05) : 0,
                PumpingKwPerKwKm = carrier.Kind == CarrierKind.Water ? 0.01 : 0,
            };
            (capacityKw, cnyPerM, lossWPerM) = (capacityKw * 3, cnyPerM * 1.5, lossWPerM * 1.3);
        }
    }

    private static Park WithCorridorOptions(Park park, Draw draw) => park with
    {
        Corridors =
        [
            .. park.Corridors.Select(corridor => draw.Chance(0.2)
                ? corridor with { Options = [new CorridorOption { CarrierId = draw.Pick(park.Carriers).Id }] }
                : corridor),
        ],
    };

    private static Park WithPower(Park park, Draw draw)
    {
        var tariff = new Tariff
        {
            Id = "industry",
            EnergyCnyPerKwh = draw.Between(0.4, 0.9),
            Windows = draw.Chance(0.6)
                ? [new TariffWindow { FromHour = 8, ToHour = 12, Factor = 1.6 }, new TariffWindow { Months = [1, 7], FromHour = 17, ToHour = 22, Factor = 1.8 }, new TariffWindow { FromHour = 23, ToHour = 7, Factor = 0.4 }]
                : [],
            DemandCnyPerKwMonth = draw.Chance(0.6) ? draw.Between(20, 48) : 0,
            Tiers = draw.Chance(0.2) ? [new TariffTier { FromKwh = draw.Between(1e6, 1e7), SurchargeCnyPerKwh = draw.Between(0.02, 0.2) }] : [],
            Co2KgPerKwh = draw.Between(0.3, 0.7),
        };
        IEnumerable<LinkSize> cable = draw.Chance(0.4)
            ? [new LinkSize { Id = "cable", CarrierId = PowerId, CapacityKw = draw.Between(500, 5000), CnyPerM = draw.Between(200, 800), LossPerKm = 0.01 }]
            : [];
        return park with
        {
            Carriers = [.. park.Carriers, new Carrier { Id = PowerId, Kind = CarrierKind.Electricity }],
            Sizes = [.. park.Sizes, .. cable],
            Tariffs = [tariff],
            Plants = [.. park.Plants.Select(plant => WithGrid(plant, tariff, draw))],
        };
    }

    private static Plant WithGrid(Plant plant, Tariff tariff, Draw draw) => plant with
    {
        GridConnections =
        [
            new GridConnection
            {
                Id = "grid",
                CarrierId = PowerId,
                TariffId = tariff.Id,
                MaxExportKw = draw.Chance(0.4) ? draw.Between(200, 3000) : 0,
                ExportCnyPerKwh = draw.Between(0.05, 0.35),
                GreenPower = [new GreenPower { Id = "green", PremiumCnyPerKwh = draw.Between(0.01, 0.08), CertificateOnly = draw.Chance(0.5) }],
            },
        ],
        Demands = draw.Chance(0.7)
            ? [new CarrierDemand { Id = "drives", CarrierId = PowerId, NeedKw = draw.Between(100, 3000), NeedProfileId = draw.LoadProfile() }]
            : [],
    };
}
