using Symbiosis.Domain.Time;
using Symbiosis.Planning.Auditing;
using Symbiosis.Solvers;
using Symbiosis.TestKit;

namespace Symbiosis.Planning.Tests.Auditing;

/// <summary>What the optimiser plans must stand the audit, which shares no code with it.</summary>
public sealed class PlannedParkAuditTests
{
    private const int ParkCount = 40;

    [Fact]
    public void Check_PlansOfRandomParks_AreClean()
    {
        using var engine = new HighsEngine();
        var planner = new Planner(engine);
        var failures = new List<string>();
        foreach (var seed in Enumerable.Range(1, ParkCount))
        {
            var park = RandomParks.Create(seed);
            var plan = planner.Plan(park, null, new PlanOptions { Gap = 1e-4, TimeLimit = TimeSpan.FromSeconds(20) }, stop: TestContext.Current.CancellationToken);

            var audit = PlanAudit.Check(park, null, TimeGrid.Create(park), plan);

            failures.AddRange(audit.Checks.SelectMany(check => check.Failures.Select(failure => $"seed {seed}, {check.Name}: {failure}")));
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }
}
