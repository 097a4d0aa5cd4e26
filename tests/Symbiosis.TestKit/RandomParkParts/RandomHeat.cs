using Symbiosis.Domain.Parks;

namespace Symbiosis.TestKit.RandomParkParts;

/// <summary>Streams of every plant, and utilities hot, cold and large enough for all of them.</summary>
internal static class RandomHeat
{
    public const string FuelId = "gas";

    // Above every shifted cold target and below every shifted hot target that is drawn here or among the technologies.
    private const double FurnaceCelsius = 900;
    private const double CoolingCelsius = 12;

    public static Park Add(Park park, Draw draw) => park with
    {
        Fuels = [new Fuel { Id = FuelId, PriceCnyPerKwh = draw.Between(0.15, 0.35), Co2KgPerKwh = 0.2 }],
        Plants = [.. park.Plants.Select((plant, index) => WithHeat(plant, index, park, draw))],
    };

    private static Plant WithHeat(Plant plant, int index, Park park, Draw draw)
    {
        // The first plant has heat to give and the second one needs some, so that a coupling is always thinkable.
        var hot = Enumerable.Range(1, draw.Count(index == 0 ? 1 : 0, 2)).Select(number => HotStream(draw, number));
        var cold = Enumerable.Range(1, draw.Count(index == 1 ? 1 : 0, 2)).Select(number => ColdStream(draw, number));
        var hasPower = plant.GridConnections.Count > 0;
        return plant with
        {
            DefaultApproachK = draw.Count(5, 15),
            Streams = [.. hot, .. cold],
            HotUtilities = HotUtilities(draw, hasPower),
            ColdUtilities =
            [
                new ColdUtility
                {
                    Id = "cooling",
                    SupplyCelsius = CoolingCelsius,
                    PriceCnyPerKwh = draw.Between(0.005, 0.05),
                    PowerKwPerKw = hasPower && draw.Chance(0.4) ? 0.02 : 0,
                },
            ],
            Recovery = draw.Chance(0.3)
                ? new Recovery { ExistingKw = draw.Chance(0.5) ? draw.Between(100, 1000) : 0, Investment = new Investment { CnyPerKw = draw.Between(100, 500) } }
                : null,
            ExcludedCarrierIds = draw.Chance(0.1) ? [park.Carriers[0].Id] : [],
        };
    }

    private static HotUtility[] HotUtilities(Draw draw, bool hasPower)
    {
        var boiler = new HotUtility { Id = "boiler", SupplyCelsius = FurnaceCelsius, FuelId = FuelId, Efficiency = draw.Between(0.8, 0.95) };
        if (draw.Chance(0.2))
            boiler = boiler with { FuelId = null, Efficiency = 1, PriceCnyPerKwh = draw.Between(0.2, 0.4), Co2KgPerKwh = 0.25 };

        return hasPower && draw.Chance(0.2)
            ? [boiler, new HotUtility { Id = "electric", SupplyCelsius = 180, CarrierId = RandomCarriers.PowerId, Efficiency = 0.98, CapacityKw = draw.Between(200, 2000) }]
            : [boiler];
    }

    private static HeatStream HotStream(Draw draw, int number)
    {
        var supplyCelsius = draw.Count(110, 450);
        return new HeatStream
        {
            Id = $"hot{number}",
            Kind = StreamKind.Hot,
            SupplyCelsius = supplyCelsius,
            TargetCelsius = draw.Chance(0.15) ? supplyCelsius : Math.Max(45, supplyCelsius - draw.Count(20, 200)),
            HeatKw = draw.Between(500, 5000),
            HeatProfileId = draw.LoadProfile(),
            ApproachK = draw.Chance(0.3) ? draw.Count(3, 20) : null,
            MustCool = draw.Chance(0.4),
        };
    }

    private static HeatStream ColdStream(Draw draw, int number)
    {
        var supplyCelsius = draw.Count(15, 140);
        return new HeatStream
        {
            Id = $"cold{number}",
            Kind = StreamKind.Cold,
            SupplyCelsius = supplyCelsius,
            TargetCelsius = draw.Chance(0.15) ? supplyCelsius : supplyCelsius + draw.Count(10, 120),
            HeatKw = draw.Between(300, 4000),
            HeatProfileId = draw.LoadProfile(),
        };
    }
}
