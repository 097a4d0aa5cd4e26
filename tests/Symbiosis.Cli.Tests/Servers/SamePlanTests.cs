using Symbiosis.Cli.Running;

namespace Symbiosis.Cli.Tests.Servers;

/// <summary>The real server with the real engine: the same plan as in process.</summary>
public sealed class SamePlanTests(ServerProcess server)
{
    [Fact]
    public void Run_ThreePlantsToTheEnd_IsTheSamePlan()
    {
        var here = Optimize("three-plants", 0);

        var there = Optimize("three-plants", 0, "--server", server.Url);

        Forget(here);
        Forget(there);
        Assert.Equal(here, there);
        Assert.Equal("10766400.00", there.Summary.CostCny);
    }

    // Where two ends search at once the better of two plans within the gap is a matter of luck: the costs agree to the gap.
    [Fact]
    public void Run_AParkOfThirteenPlants_IsAsGoodAPlan()
    {
        const double Gap = 0.1;
        var here = Optimize("fengcheng-recycled", Gap);

        var there = Optimize("fengcheng-recycled", Gap, "--server", server.Url);

        Assert.Equal(V1.Outcome.Optimal, here.Outcome);
        Assert.Equal(V1.Outcome.Optimal, there.Outcome);
        Assert.Equal(here.Summary.BaselineCostCny, there.Summary.BaselineCostCny);
        Assert.Equal(Cny(here.Summary.CostCny), Cny(there.Summary.CostCny), Gap * Cny(here.Summary.BaselineGrossCostCny));
        Assert.True(there.Audit.Clean);
        Assert.Equal(here.Proof.RowCount, there.Proof.RowCount);
        Assert.Equal(here.Proof.ColumnCount, there.Proof.ColumnCount);
    }

    private static V1.Plan Optimize(string park, double gap, params string[] more)
    {
        using var run = new CliRun { Search = EngineSearch.FindPlan };
        string[] command = ["optimize", Programs.Park(park), "--json", "--quiet", "--gap", gap.ToString(System.Globalization.CultureInfo.InvariantCulture)];

        var code = run.Run([.. command, .. more]);

        Assert.True(code == ExitCode.Ok, run.Error);
        return V1.Plan.Parser.ParseJson(run.Output);
    }

    // How long it took is another matter each time.
    private static void Forget(V1.Plan plan)
    {
        (plan.Proof.Seconds, plan.Proof.OverheadSeconds) = (0, 0);
        plan.Proof.Trace.Clear();
    }

    private static double Cny(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
