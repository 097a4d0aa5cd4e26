using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Cli.Tests;

/// <summary>A small park and a plan for it, made by hand; the figures agree with each other where a reader would check them.</summary>
internal static class PlanSamples
{
    /// <summary>The smallest park a reader accepts.</summary>
    public const string ParkJson = """
        {
          "id": "harbour",
          "name": "Harbour park",
          "name_zh": "港口园区",
          "sites": [{ "id": "north", "x_m": 0, "y_m": 0 }],
          "plants": [{ "id": "smelter", "name": "Copper smelter", "name_zh": "铜冶炼厂", "site_id": "north" }]
        }
        """;

    /// <summary>A park whose things have names in both languages.</summary>
    public static Park Park() => new()
    {
        Id = "harbour",
        Name = "Harbour park",
        NameZh = "港口园区",
        Sites = [new Site { Id = "north", Name = "North plot", NameZh = "北区" }, new Site { Id = "south", Name = "South plot", NameZh = "南区" }],
        Junctions = [new Junction { Id = "bridge", Name = "Bridge" }],
        Corridors =
        [
            new Corridor { Id = "c1", Name = "Quay", FromNodeId = "north", ToNodeId = "bridge" },
            new Corridor { Id = "c2", Name = "Mill lane", FromNodeId = "bridge", ToNodeId = "south" },
        ],
        Carriers = [new Carrier { Id = "steam", Name = "Steam 10 bar", NameZh = "10 bar 蒸汽", Kind = CarrierKind.Steam }],
        Sizes = [new LinkSize { Id = "dn200", CarrierId = "steam", Name = "DN200", CapacityKw = 12_000 }],
        Materials = [new Material { Id = "slag", Name = "Granulated slag", NameZh = "水淬渣" }],
        TransportModes = [new TransportMode { Id = "truck", Name = "Truck", Kind = TransportKind.Truck }],
        Plants =
        [
            new Plant { Id = "smelter", Name = "Copper smelter", NameZh = "铜冶炼厂", SiteId = "north" },
            new Plant { Id = "mill", Name = "Paper mill", NameZh = "造纸厂", SiteId = "south" },
        ],
    };

    /// <summary>A feasible plan with everything in it, not proven optimal.</summary>
    public static Plan Plan() => new()
    {
        ParkId = "harbour",
        ScenarioId = "carbon-200",
        Outcome = Outcome.Feasible,
        Summary = new Summary
        {
            CostCny = 41_300_000m,
            BaselineCostCny = 53_650_000m,
            SavingCny = 12_350_000m,
            BaselineGrossCostCny = 55_000_000m,
            InvestmentCny = 21_400_000m,
            SimplePaybackYears = 1.73,
            Scope1T = 40_100,
            Scope2T = 9_000,
            InputsT = 700.5,
            BaselineScope1T = 61_000,
            BaselineScope2T = 8_900,
            BaselineInputsT = 2_000,
            AvoidedT = 22_099.5,
            HorizonHours = 8760,
        },
        Couplings =
        [
            new Coupling
            {
                Id = "smelter>mill:steam",
                Kind = CouplingKind.Heat,
                FromPlantId = "smelter",
                ToPlantId = "mill",
                CarrierId = "steam",
                RouteNodeIds = ["north", "bridge", "south"],
                RouteCorridorIds = ["c1", "c2"],
                LengthM = 1_850,
                PeakKw = 9_400,
                Amount = 61_200_000,
                CostCny = 2_100_000m,
                SavingCny = 13_700_000m,
                AvoidedT = 20_800,
            },
            new Coupling
            {
                Id = "smelter>mill:slag",
                Kind = CouplingKind.Material,
                FromPlantId = "smelter",
                ToPlantId = "mill",
                MaterialId = "slag",
                TransportModeId = "truck",
                RouteNodeIds = ["north", "bridge", "south"],
                RouteCorridorIds = ["c1", "c2"],
                LengthM = 1_850,
                PeakKw = 12.5,
                Amount = 98_000,
                CostCny = 400_000m,
                SavingCny = 1_150_000m,
                AvoidedT = 1_299.5,
                Existing = true,
            },
        ],
        Links =
        [
            new LaidLink { CorridorId = "c1", CarrierId = "steam", SizeId = "dn200", CapacityKw = 12_000, LengthM = 1_000, PeakKw = 9_600, LossKwh = 900_000, InvestmentCny = 4_200_000m },
            new LaidLink { CorridorId = "c2", CarrierId = "steam", SizeId = "dn200", CapacityKw = 12_000, LengthM = 850, PeakKw = 9_500, LossKwh = 700_000, InvestmentCny = 3_600_000m },
        ],
        Equipment =
        [
            new EquipmentSize { PlantId = "smelter", ElementId = "generate:steam", NewSize = 9_700, Unit = "kW", InvestmentCny = 9_100_000m },
            new EquipmentSize { PlantId = "mill", ElementId = "use:steam", NewSize = 9_400, Unit = "kW", InvestmentCny = 4_500_000m },
            new EquipmentSize { PlantId = "mill", ElementId = "recovery", ExistingSize = 2_000, NewSize = 0, Unit = "kW" },
        ],
        Costs =
        [
            new CostItem { Category = "investment", Cny = 2_500_000m },
            new CostItem { Category = "fuel", PlantId = "mill", Cny = 30_800_000m },
            new CostItem { Category = "power", PlantId = "mill", Cny = 9_300_000m },
            new CostItem { Category = "sale", PlantId = "smelter", Cny = -1_300_000m },
        ],
        BaselineCosts =
        [
            new CostItem { Category = "fuel", PlantId = "mill", Cny = 45_700_000m },
            new CostItem { Category = "power", PlantId = "mill", Cny = 9_250_000m },
            new CostItem { Category = "sale", PlantId = "smelter", Cny = -1_300_000m },
        ],
        Plants =
        [
            new PlantResult { PlantId = "smelter", CostCny = -1_200_000m, BaselineCostCny = -1_300_000m, EmissionsT = 20_000, BaselineEmissionsT = 20_000 },
            new PlantResult { PlantId = "mill", CostCny = 40_000_000m, BaselineCostCny = 54_950_000m, EmissionsT = 29_800.5, BaselineEmissionsT = 51_900 },
        ],
        Periods = [new PlanPeriod { DurationHours = 1, Weight = 4380 }, new PlanPeriod { DurationHours = 1, Weight = 4380 }],
        Uncoupled =
        [
            .. Enumerable.Range(0, 11).Select(_ => new UncoupledPair { FromPlantId = "mill", ToPlantId = "smelter", FlowId = "steam", Reason = "TEMPERATURE", Fact = "The mill's hottest stream ends at 80 deg C." }),
            new UncoupledPair { FromPlantId = "mill", ToPlantId = "smelter", FlowId = "slag", Reason = "ECONOMICS", Fact = "It would cost 1,200 CNY/a more." },
        ],
        Audit = new Audit
        {
            Clean = true,
            Checks =
            [
                new AuditCheck { Name = "heat_cascade", Count = 480, MaxDeviation = 2e-9, Tolerance = 1e-6 },
                new AuditCheck { Name = "cost_total", Count = 4, MaxDeviation = 0, Tolerance = 1e-6 },
            ],
        },
        Proof = new Proof
        {
            DualBoundCny = 39_650_000,
            Gap = 0.03,
            OpenSavingShare = 0.118,
            OpenCny = 1_650_000,
            Engine = "HiGHS",
            Seconds = 61.42,
            OverheadSeconds = 1.1,
            RowCount = 12_345,
            ColumnCount = 9_876,
            NonzeroCount = 45_678,
            IntegerCount = 96,
            Scope = "A proof on 2 steps is a proof for that sampled year.",
        },
    };
}
