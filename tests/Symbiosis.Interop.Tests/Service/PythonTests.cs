using Symbiosis.Interop.Tests.Hosts;
using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>Python with grpcio, on gRPC's C core.</summary>
public sealed class PythonTests(ServiceHost host) : ServiceClientTests(host)
{
    [Fact]
    public async Task Optimize_RealClusterWithTimeLimit_GivesAPlan()
    {
        await Host.StartedAsync();

        var outcome = await RunAsync(new ServiceCall(CallParks.Guixi) { Gap = 0.05, TimeLimit = TimeSpan.FromSeconds(20) });

        Assert.Equal("OK", outcome.Code);
        Assert.Contains(outcome.Plan?.Outcome, new[] { "OUTCOME_OPTIMAL", "OUTCOME_FEASIBLE" });
    }

    protected override async Task<ServiceOutcome> RunAsync(ServiceCall call)
    {
        var environment = new Dictionary<string, string> { ["PYTHONPATH"] = await GeneratedCode.PythonAsync() };
        var run = await ProgramRun.OfAsync(ForeignTool.Python,
            [Path.Combine(Places.Clients, "python", "optimize.py"), .. ClientProgram.Arguments(Host.GrpcAddress, call)], environment);
        return ServiceOutcome.Parse(run.Succeeded().Output);
    }
}
