using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Scenarios;

namespace Symbiosis.Planning.Tests.Auditing;

/// <summary>A smelter and a works, one kilometre apart, with one of everything the audit looks at; two periods of 2 h, each 2190 times.</summary>
internal static class AuditedPark
{
    /// <summary>Hours each period stands for.</summary>
    public const double PeriodHours = 4380;

    /// <summary>Forbids pipes in the second corridor.</summary>
    public static Scenario Scenario { get; } = new()
    {
        Id = "closed-second",
        Corridors = [new CorridorRule { Kind = RuleKind.Forbid, CorridorId = "second" }],
    };

    public static Park Park { get; } = new()
    {
        Id = "pair",
        Time = new TimeStructure { Periods = [new Period { DurationHours = 2, Weight = 2190 }, new Period { DurationHours = 2, Weight = 2190 }] },
        Sites = [new Site { Id = "a" }, new Site { Id = "b" }],
        Corridors =
        [
            new Corridor { Id = "main", FromNodeId = "a", ToNodeId = "b", LengthM = 1000, OneWay = true },
            new Corridor { Id = "second", FromNodeId = "a", ToNodeId = "b", LengthM = 1000, NoTransport = true },
        ],
        Network = new NetworkRules { TrenchCnyPerM = 500, PumpingCnyPerKwh = 0.5, PumpingCo2KgPerKwh = 0.4 },
        Carriers =
        [
            new Carrier { Id = "lp", Kind = CarrierKind.Steam, SupplyCelsius = 160, ApproachK = 5 },
            new Carrier { Id = "power", Kind = CarrierKind.Electricity },
        ],
        Sizes = [new LinkSize { Id = "dn100", CarrierId = "lp", CapacityKw = 1000, CnyPerM = 1000, LossWPerM = 20, LossPerKm = 0.02, PumpingKwPerKwKm = 0.01 }],
        Materials = [new Material { Id = "slag", Composition = [new Content { Component = "Fe", Fraction = 0.5 }] }],
        TransportModes =
        [
            new TransportMode { Id = "truck", Kind = TransportKind.Truck, CnyPerTKm = 0.8, CnyPerT = 5, Co2KgPerTKm = 0.1 },
            new TransportMode { Id = "cart", Kind = TransportKind.Truck, CnyPerTKm = 0.8, CnyPerT = 5, Co2KgPerTKm = 0.1, MaxDistanceKm = 0.5 },
        ],
        Fuels = [new Fuel { Id = "gas", PriceCnyPerKwh = 0.3, Co2KgPerKwh = 0.2 }],
        Tariffs =
        [
            new Tariff
            {
                Id = "industry",
                EnergyCnyPerKwh = 0.6,
                DemandCnyPerKwMonth = 30,
                Tiers = [new TariffTier { FromKwh = 100_000, SurchargeCnyPerKwh = 0.1 }, new TariffTier { FromKwh = 300_000, SurchargeCnyPerKwh = 0.15 }],
                Co2KgPerKwh = 0.5,
            },
        ],
        Plants = [Smelter, Works],
        Contracts = [new Contract { Id = "slag-contract", FromPlantId = "smelter", ToPlantId = "works", MaterialId = "slag", MinFlowKw = 1 }],
        Economics = new Economics { DiscountRate = 0.08, DefaultLifetimeYears = 20, OmFraction = 0.02 },
        Policy = new Policy { CarbonPriceCnyPerT = 100, CarbonCapT = 500, MinGreenShare = 0.1 },
    };

    private static Plant Smelter => new()
    {
        Id = "smelter",
        SiteId = "a",
        Streams =
        [
            new HeatStream { Id = "offgas", SupplyCelsius = 300, TargetCelsius = 200, HeatKw = 1000 },
            new HeatStream { Id = "mould", SupplyCelsius = 90, TargetCelsius = 50, HeatKw = 200, MustCool = true },
            new HeatStream { Id = "bath", SupplyCelsius = 30, TargetCelsius = 60, HeatKw = 100 },
        ],
        ColdUtilities = [new ColdUtility { Id = "tower", SupplyCelsius = 15, CapacityKw = 150, PriceCnyPerKwh = 0.02, PowerKwPerKw = 0.1 }],
        Recovery = new Recovery { Investment = new Investment { CnyPerKw = 100, LifetimeYears = 10 } },
        Outlets = [new Outlet { Id = "slag", MaterialId = "slag", FlowTPerH = 10, DisposalCnyPerT = 50 }],
        Converters =
        [
            new Converter
            {
                Id = "engine",
                ReferencePortId = "out",
                ExistingSizeKw = 50,
                MinLoadFraction = 0.5,
                StartCny = 100,
                OmCnyPerKwh = 0.01,
                Ports =
                [
                    new Port { Id = "out", Direction = Direction.Out, CarrierId = "power" },
                    new Port { Id = "in", Direction = Direction.In, FuelId = "gas", Ratio = 2.5 },
                ],
            },
        ],
        Storages = [new Storage { Id = "battery", CarrierId = "power", ExistingKwh = 100, MinFraction = 0.1, ChargeEfficiency = 0.9, DischargeEfficiency = 0.9 }],
        GridConnections =
        [
            new GridConnection
            {
                Id = "grid",
                CarrierId = "power",
                TariffId = "industry",
                GreenPower = [new GreenPower { Id = "wind", PremiumCnyPerKwh = 0.05 }],
            },
        ],
        Demands = [new CarrierDemand { Id = "cells", CarrierId = "power", NeedKw = 100 }],
    };

    private static Plant Works => new()
    {
        Id = "works",
        SiteId = "b",
        Streams = [new HeatStream { Id = "dryer", SupplyCelsius = 60, TargetCelsius = 100, HeatKw = 480 }],
        HotUtilities = [new HotUtility { Id = "boiler", SupplyCelsius = 900, FuelId = "gas", Efficiency = 0.8 }],
        Inlets =
        [
            new Inlet
            {
                Id = "binder",
                FlowTPerH = 8,
                Required = true,
                MinLotTPerH = 2,
                Accepts = [new Acceptance { MaterialId = "slag", TreatmentCnyPerT = 5, MaxShare = 0.7 }],
                Purchases =
                [
                    new Purchase { Id = "clinker", PriceCnyPerT = 200, Co2KgPerT = 800, Composition = [new Content { Component = "Fe", Fraction = 0.02 }] },
                ],
                Limits = [new QualityLimit { Component = "Fe", MaxFraction = 0.3 }],
            },
        ],
    };
}
