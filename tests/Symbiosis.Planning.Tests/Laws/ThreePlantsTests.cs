using Symbiosis.Api.Reading;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Tests.Laws;

/// <summary>The park whose best plan is worked out by hand in data/parks/three-plants/README.md.</summary>
public sealed class ThreePlantsTests(HighsFixture highs) : IClassFixture<HighsFixture>
{
    // The engine's tolerances, on costs of ten million.
    private const double ToleranceCny = 1;
    private const int AvoidedDigits = 2;

    [Fact]
    public void Plan_ThreePlants_IsTheOneWorkedOutByHand()
    {
        var park = ParkFile.Read(Path.Combine(RepositoryFolder.Path, "data", "parks", "three-plants", "park.json")).Value!;

        var plan = new Planner(highs.Engine).Plan(park, null, new PlanOptions { Gap = 0 }, stop: TestContext.Current.CancellationToken);

        Assert.Equal(Outcome.Optimal, plan.Outcome);
        Assert.True(plan.Audit!.Clean);
        var summary = plan.Summary!;
        Assert.Equal(27_636_000.00, (double)summary.BaselineCostCny!, ToleranceCny);
        Assert.Equal(10_766_400.00, (double)summary.CostCny, ToleranceCny);
        Assert.Equal(16_869_600.00, (double)summary.SavingCny!, ToleranceCny);
        Assert.Equal(7_860_000.00, (double)summary.InvestmentCny, ToleranceCny);
        Assert.Equal(9_715.82, summary.AvoidedT, AvoidedDigits);
    }
}
