using Symbiosis.Domain.Parks;

namespace Symbiosis.TestKit.RandomParkParts;

/// <summary>One by-product: who has it, who can take it, at which quality, and trucks.</summary>
internal static class RandomMaterials
{
    private const string MaterialId = "slag";
    private const string Component = "Cu";

    public static Park Add(Park park, Draw draw)
    {
        var fraction = draw.Between(0.005, 0.05);
        var plants = park.Plants.Select((plant, index) => index switch
        {
            0 => WithOutlet(plant, draw),
            1 => WithInlet(plant, draw, fraction),
            _ => draw.Chance(0.3) ? WithOutlet(plant, draw) : draw.Chance(0.4) ? WithInlet(plant, draw, fraction) : plant,
        });
        return park with
        {
            Plants = [.. plants],
            Materials = [new Material { Id = MaterialId, Composition = [new Content { Component = Component, Fraction = fraction }], Hazard = HazardClass.GeneralWaste }],
            TransportModes =
            [
                new TransportMode
                {
                    Id = "truck",
                    Kind = TransportKind.Truck,
                    CnyPerTKm = draw.Between(0.3, 1.5),
                    CnyPerT = draw.Between(2, 15),
                    Co2KgPerTKm = 0.08,
                },
                .. draw.Chance(0.3) ? [Conveyor(draw)] : Array.Empty<TransportMode>(),
            ],
        };
    }

    private static TransportMode Conveyor(Draw draw) => new()
    {
        Id = "conveyor",
        Kind = TransportKind.Conveyor,
        CnyPerTKm = 0.1,
        PowerKwhPerTKm = 0.3,
        LinkCnyPerM = draw.Between(500, 3000),
        LinkCapacityTPerH = draw.Between(20, 60),
    };

    private static Plant WithOutlet(Plant plant, Draw draw) => plant with
    {
        Outlets =
        [
            new Outlet
            {
                Id = "slag-out",
                MaterialId = MaterialId,
                FlowTPerH = draw.Between(3, 40),
                FlowProfileId = draw.LoadProfile(),
                DisposalCnyPerT = draw.Between(-20, 80),
                DisposalCo2KgPerT = draw.Chance(0.3) ? 5 : 0,
                HandlingCnyPerT = draw.Chance(0.3) ? 3 : 0,
            },
        ],
    };

    private static Plant WithInlet(Plant plant, Draw draw, double fraction)
    {
        // What is bought is purer than the limit: the baseline, which takes nothing from the park, keeps it.
        var limits = draw.Chance(0.5)
            ? new[] { new QualityLimit { Component = Component, MaxFraction = Math.Round(fraction * draw.Between(0.2, 0.9), 5) } }
            : [];
        return plant with
        {
            Inlets =
            [
                new Inlet
                {
                    Id = "slag-in",
                    FlowTPerH = draw.Between(3, 40),
                    FlowProfileId = draw.LoadProfile(),
                    Required = draw.Chance(0.6),
                    Accepts =
                    [
                        new Acceptance
                        {
                            MaterialId = MaterialId,
                            Displacement = draw.Between(0.5, 1.2),
                            TreatmentCnyPerT = draw.Between(-5, 30),
                            MaxShare = draw.Chance(0.3) ? draw.Between(0.2, 0.9) : 1,
                        },
                    ],
                    Purchases =
                    [
                        new Purchase
                        {
                            Id = "bought",
                            PriceCnyPerT = draw.Between(40, 200),
                            Co2KgPerT = draw.Between(0, 50),
                            Composition = [new Content { Component = Component, Fraction = Math.Round(fraction * 0.1, 5) }],
                        },
                    ],
                    Limits = limits,
                    MinLotTPerH = draw.Chance(0.3) ? draw.Between(0.5, 3) : 0,
                },
            ],
        };
    }
}
