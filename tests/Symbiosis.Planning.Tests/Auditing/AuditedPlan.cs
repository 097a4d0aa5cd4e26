using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Tests.Auditing;

/// <summary>A plan for <see cref="AuditedPark"/>, reckoned by hand.</summary>
internal static class AuditedPlan
{
    private const double YearHours = 2 * AuditedPark.PeriodHours;

    // 500 kW of steam enter the pipe; 2 % and 20 kW (1000 m of 20 W/m) are lost before the one-way corridor's end.
    private const double ArrivingKw = 500 * 0.98 - 20;

    public static Plan Clean { get; } = Create();

    /// <summary>The plan with one series changed.</summary>
    public static Plan With(Plan plan, string quantity, params double[] values) => plan with
    {
        Operation = [.. plan.Operation.Where(series => series.Quantity != quantity), plan.Operation.First(series => series.Quantity == quantity) with { Values = values }],
    };

    private static Plan Create()
    {
        var costs = Costs();
        var cost = costs.Sum(item => item.Cny);
        return new Plan
        {
            ParkId = "pair",
            Outcome = Outcome.Optimal,
            Summary = new Summary
            {
                CostCny = cost,
                BaselineCostCny = 12_000_000m,
                SavingCny = 12_000_000m - cost,
                InvestmentCny = 1_510_000m,
                Scope1T = 131.4,
                Scope2T = 350.2225,
                InputsT = 28035.504,
                BaselineScope1T = 1200,
                AvoidedT = 1200 - 131.4 - 350.2225 - 28035.504,
                HorizonHours = YearHours,
            },
            Couplings =
            [
                new Coupling { Id = "smelter>works:lp", Kind = CouplingKind.Heat, FromPlantId = "smelter", ToPlantId = "works", CarrierId = "lp", LengthM = 1000, Amount = ArrivingKw * YearHours },
                new Coupling { Id = "smelter>works:slag", Kind = CouplingKind.Material, FromPlantId = "smelter", ToPlantId = "works", MaterialId = "slag", LengthM = 1000, Amount = 4 * YearHours },
            ],
            Links = [new LaidLink { CorridorId = "main", CarrierId = "lp", SizeId = "dn100", CapacityKw = 1000, LengthM = 1000, PeakKw = 500, InvestmentCny = 1_000_000m }],
            Equipment =
            [
                new EquipmentSize { PlantId = "smelter", ElementId = "recovery", NewSize = 100, Unit = "kW", InvestmentCny = 10_000m },
                new EquipmentSize { ElementId = "trench:main", NewSize = 1000, Unit = "m", InvestmentCny = 500_000m },
            ],
            Costs = costs,
            BaselineCosts = [new CostItem { FieldPath = "park", Category = "purchase", Cny = 12_000_000m }],
            Emissions =
            [
                new EmissionItem { Scope = 1, PlanT = 131.4, BaselineT = 1200 },
                new EmissionItem { Scope = 2, PlanT = 350.2225 },
                new EmissionItem { Scope = 3, PlanT = 28035.504 },
            ],
            Plants = [new PlantResult { PlantId = "works", CostCny = costs.Where(item => item.PlantId == "works").Sum(item => item.Cny) }],
            Periods = [new PlanPeriod { DurationHours = 2, Weight = 2190, Month = 1 }, new PlanPeriod { DurationHours = 2, Weight = 2190, Month = 1, StartHour = 2 }],
            Operation = Operation(),
        };
    }

    private static List<OperationSeries> Operation() =>
        [
            Of("smelter", "generate:lp", "kW", 500, 500),
            Of("smelter", "unused_heat", "kW", 500, 500),
            Of("smelter", "recovery", "kW", 100, 100),
            Of("smelter", "cold_utility:tower", "kW", 100, 100),
            Of("smelter", "converter:engine", "kW", 50, 0),
            Of("smelter", "port:engine/out", "kW", 50, 0),
            Of("smelter", "port:engine/in", "kW", 125, 0),
            Of("smelter", "charge:battery", "kW", 25, 0),
            Of("smelter", "discharge:battery", "kW", 0, 20.25),
            Of("smelter", "level:battery", "kWh", 55, 10),
            Of("smelter", "import:grid", "kW", 85, 89.75),
            Of("smelter", "green:grid/wind", "kW", 100_000 / YearHours, 100_000 / YearHours),
            Of("smelter", "outlet:slag", "t/h", 10, 10),
            Of("smelter", "disposed:slag", "t/h", 6, 6),
            Of("works", "use:lp", "kW", ArrivingKw, ArrivingKw),
            Of("works", "hot_utility:boiler", "kW", 480 - ArrivingKw, 480 - ArrivingKw),
            Of("works", "bought:binder/clinker", "t/h", 4, 4),
            Of(null, "link:main:dn100:forward", "kW", 500, 500),
            Of(null, "shipment:smelter/slag>works/binder:truck", "t/h", 4, 4),
        ];

    private static List<CostItem> Costs()
    {
        const double drawnKwh = (85 + 89.75) * AuditedPark.PeriodHours;
        const double burntKwh = (125 * AuditedPark.PeriodHours) + (10 / 0.8 * YearHours);
        var annuity10 = 0.08 / (1 - Math.Pow(1.08, -10));
        var annuity20 = 0.08 / (1 - Math.Pow(1.08, -20));
        return
        [
            Cost("smelter", "utility", 100 * YearHours * 0.02),
            Cost("smelter", "fuel", burntKwh * 0.3),
            Cost("smelter", "power", drawnKwh * 0.6),
            Cost("smelter", "demand_charge", 89.75 * 30 * 12),
            Cost("smelter", "surcharge", ((drawnKwh - 100_000) * 0.1) + ((drawnKwh - 300_000) * 0.05)),
            Cost("smelter", "green_power", 100_000 * 0.05),
            Cost("smelter", "start", 2190 * 100),
            Cost("smelter", "om", 50 * AuditedPark.PeriodHours * 0.01),
            Cost("smelter", "disposal", 6 * YearHours * 50),
            Cost("smelter", "carbon", 131.4 * 100),
            Cost("works", "purchase", 4 * YearHours * (200 + 5)),
            Cost("works", "transport", 4 * YearHours * (5 + 0.8)),
            Cost(null, "pumping", 500 * YearHours * 0.01 * 0.5),
            Cost(null, "investment", (10_000 * annuity10) + (1_500_000 * annuity20)),
            Cost(null, "om", 1_510_000 * 0.02),
        ];
    }

    private static OperationSeries Of(string? plantId, string quantity, string unit, params double[] values) =>
        new() { PlantId = plantId, Quantity = quantity, Unit = unit, Values = values };

    private static CostItem Cost(string? plantId, string category, double cny) =>
        new() { FieldPath = "park", Category = category, PlantId = plantId, Cny = Math.Round((decimal)cny, 2) };
}
