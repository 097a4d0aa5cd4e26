using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Time;
using Symbiosis.Planning.Auditing;

namespace Symbiosis.Planning.Tests.Auditing;

public sealed class PlanAuditTests
{
    private static readonly Dictionary<string, Func<Plan, Plan>> Tampered = new()
    {
        ["series"] = plan => AuditedPlan.With(plan, "cold_utility:tower", 100, -5),
        ["heat_cascade"] = plan => AuditedPlan.With(plan, "hot_utility:boiler", 10, 0),
        ["recovery"] = plan => plan with { Equipment = [plan.Equipment[0] with { NewSize = 50 }, plan.Equipment[1]] },
        ["carrier_balance"] = plan => AuditedPlan.With(plan, "use:lp", 470, 480),
        ["link_capacity"] = plan => plan with { Links = [plan.Links[0] with { CapacityKw = 400 }] },
        ["one_way"] = plan => plan with { Operation = [.. plan.Operation, new OperationSeries { Quantity = "link:main:dn100:backward", Unit = "kW", Values = [5, 0] }] },
        ["links_allowed"] = plan => plan with { Links = [plan.Links[0] with { CapacityKw = 2000 }] },
        ["converter_ratios"] = plan => AuditedPlan.With(plan, "port:engine/in", 100, 0),
        ["sizes_respected"] = plan => AuditedPlan.With(plan, "cold_utility:tower", 100, 180),
        ["storage_balance"] = plan => AuditedPlan.With(plan, "level:battery", 75, 10),
        ["mass_balance"] = plan => AuditedPlan.With(plan, "disposed:slag", 6, 5),
        ["quality"] = plan => Deliver(plan, 5),
        ["lots"] = plan => Deliver(plan, 1),
        ["transport"] = plan => plan with
        {
            Operation = [.. plan.Operation.Select(series => series.Quantity!.StartsWith("shipment", StringComparison.Ordinal)
                ? series with { Quantity = "shipment:smelter/slag>works/binder:cart" }
                : series)],
        },
        ["forbidden"] = plan => plan with { Links = [plan.Links[0], plan.Links[0] with { CorridorId = "second" }] },
        ["required"] = plan => plan with { Couplings = [plan.Couplings[0], plan.Couplings[1] with { Amount = 1 }] },
        ["policy"] = plan => AuditedPlan.With(plan, "import:grid", 170, 180),
        ["costs"] = plan => plan with { Costs = [plan.Costs[0] with { Cny = plan.Costs[0].Cny - 100 }, .. plan.Costs.Skip(1)] },
        ["emissions"] = plan => plan with { Emissions = [plan.Emissions[0] with { PlanT = 130 }, .. plan.Emissions.Skip(1)] },
        ["cost_total"] = plan => plan with { Summary = plan.Summary! with { CostCny = plan.Summary.CostCny + 0.01m } },
        ["saving"] = plan => plan with { Summary = plan.Summary! with { SavingCny = plan.Summary.SavingCny + 0.01m } },
    };

    public static TheoryData<string> CheckNames => [.. Tampered.Keys];

    [Fact]
    public void Check_PlanReckonedByHand_IsClean()
    {
        var audit = Check(AuditedPark.Park, AuditedPlan.Clean);

        Assert.Empty(audit.Checks.SelectMany(check => check.Failures));
        Assert.True(audit.Clean);
    }

    [Fact]
    public void Check_AnyPlan_MakesEveryCheckThatIsTampered()
    {
        var audit = Check(AuditedPark.Park, AuditedPlan.Clean);

        Assert.Equal(Tampered.Keys.Order(), audit.Checks.Select(check => check.Name).Order());
    }

    [Theory]
    [MemberData(nameof(CheckNames))]
    public void Check_TamperedPlan_FailsTheCheckByName(string name)
    {
        var audit = Check(AuditedPark.Park, Tampered[name](AuditedPlan.Clean));

        Assert.False(audit.Clean);
        Assert.NotEmpty(audit.Checks.Single(check => check.Name == name).Failures);
    }

    [Fact]
    public void Check_SteamColderThanItsUser_FailsTheCascade()
    {
        var park = AuditedPark.Park with { Carriers = [AuditedPark.Park.Carriers[0] with { SupplyCelsius = 90 }, AuditedPark.Park.Carriers[1]] };

        var cascade = Check(park, AuditedPlan.Clean).Checks.Single(check => check.Name == "heat_cascade");

        Assert.NotEmpty(cascade.Failures);
        Assert.All(cascade.Failures, failure => Assert.Contains("works", failure, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_PhaseChangesOfEqualShiftedTemperature_MayExchange()
    {
        var works = AuditedPark.Park.Plants[1];
        var boiling = works.Streams[0] with { Kind = StreamKind.Cold, SupplyCelsius = 145, TargetCelsius = 145 };
        var park = AuditedPark.Park with { Plants = [AuditedPark.Park.Plants[0], works with { Streams = [boiling] }] };

        var audit = Check(park, AuditedPlan.Clean);

        Assert.Empty(audit.Checks.Single(check => check.Name == "heat_cascade").Failures);
    }

    [Fact]
    public void Check_StreamThatMustBeCooledWithoutSink_FailsTheCascade()
    {
        var plan = AuditedPlan.With(AuditedPlan.Clean, "cold_utility:tower", 100, 50);

        var cascade = Check(AuditedPark.Park, plan).Checks.Single(check => check.Name == "heat_cascade");

        Assert.Contains(cascade.Failures, failure => failure.Contains("must be cooled", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_ManyFailures_KeepsTen()
    {
        var periods = Enumerable.Range(0, 100).Select(_ => new Period { DurationHours = 87.6, DayId = "one" }).ToList();
        var park = AuditedPark.Park with { Time = new TimeStructure { Periods = periods } };
        var plan = AuditedPlan.Clean with { Operation = [] };

        var cascade = Check(park, plan).Checks.Single(check => check.Name == "heat_cascade");

        Assert.Equal(10, cascade.Failures.Count);
    }

    private static Plan Deliver(Plan plan, double tPerH)
    {
        var shipped = AuditedPlan.With(plan, "shipment:smelter/slag>works/binder:truck", 4, tPerH);
        return AuditedPlan.With(AuditedPlan.With(shipped, "disposed:slag", 6, 10 - tPerH), "bought:binder/clinker", 4, 8 - tPerH);
    }

    private static Audit Check(Park park, Plan plan) => PlanAudit.Check(park, AuditedPark.Scenario, TimeGrid.Create(park), plan);
}
