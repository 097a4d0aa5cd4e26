using Symbiosis.Interop.Tests.Hosts;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>What every foreign client must see of OptimizationService.Optimize.</summary>
public abstract class ServiceClientTests(ServiceHost host)
{
    // What the best plan of three plants saves; data/parks/three-plants/README.md works it out by hand.
    private const decimal ThreePlantsSavingCny = 16_869_600.00m;

    private static readonly TimeSpan EngineGoneWithin = TimeSpan.FromSeconds(5);

    protected ServiceHost Host { get; } = host;

    [Fact]
    public async Task Optimize_RealPark_GivesProgressAndPlan()
    {
        var outcome = await CallAsync(new ServiceCall(CallParks.ThreePlants) { Gap = 0.001 });

        Assert.Equal(("OK", "OUTCOME_OPTIMAL"), (outcome.Code, outcome.Plan?.Outcome));
        Assert.Equal(ThreePlantsSavingCny, decimal.Parse(outcome.Plan!.SavingCny!), 0);
        Assert.Equal(2, outcome.Plan.Couplings);
        Assert.NotEqual(0, outcome.Progress);
    }

    [Fact]
    public async Task Optimize_BadPark_GivesAllFaultsByPath()
    {
        var outcome = await CallAsync(new ServiceCall(CallParks.Bad));

        Assert.Equal("INVALID_ARGUMENT", outcome.Code);
        Assert.Contains(CallParks.BadField, outcome.Violations!.Select(fault => fault.Field));
        Assert.Equal(CallParks.BadFields.Order(), outcome.Violations!.Select(fault => fault.Field).Order());
        Assert.All(outcome.Violations!, fault => Assert.NotEmpty(fault.Description));
    }

    [Fact]
    public async Task Optimize_Deadline_GivesTheBestPlanBeforeIt()
    {
        // The baseline alone is a plan, found in 1.4 s on an idle machine; a proof without any gap takes many minutes. Where the machine is so
        // busy that there is no plan yet, the service must say so in time, and the client asks again with more.
        ServiceOutcome outcome;
        var deadline = TimeSpan.FromSeconds(6);
        do
        {
            outcome = await CallAsync(new ServiceCall(CallParks.Guixi) { Gap = 0, Deadline = deadline });
            Assert.True(await EngineWork.EndsWithinAsync(Host.ProcessId, EngineGoneWithin), "An engine still computes after the call.");
            deadline *= 3;
        }
        while ((outcome.Code == "DEADLINE_EXCEEDED" || outcome.Plan?.Outcome == "OUTCOME_NO_PLAN") && deadline < TimeSpan.FromSeconds(60));

        Assert.Equal(("OK", "OUTCOME_FEASIBLE"), (outcome.Code, outcome.Plan?.Outcome));
    }

    [Fact]
    public async Task Optimize_Cancelled_EndsTheEngine()
    {
        var outcome = await CallAsync(new ServiceCall(CallParks.Guixi) { Gap = 0, CancelAfter = 2 });

        Assert.Equal("CANCELLED", outcome.Code);
        Assert.Null(outcome.Plan);
        Assert.True(await EngineWork.EndsWithinAsync(Host.ProcessId, EngineGoneWithin), "An engine still computes after the call.");
    }

    /// <summary>Makes the call with the client.</summary>
    protected abstract Task<ServiceOutcome> RunAsync(ServiceCall call);

    private async Task<ServiceOutcome> CallAsync(ServiceCall call)
    {
        await Host.StartedAsync();
        var complaints = Host.Complaints;

        var outcome = await RunAsync(call);

        Assert.Equal(complaints, Host.Complaints);
        return outcome;
    }
}
