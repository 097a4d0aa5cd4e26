using System.Text.Json;
using Symbiosis.Domain.Plans;
using Symbiosis.Milp;
using Symbiosis.Planning;

namespace Symbiosis.Cli.Tests.Commands;

public sealed class OptimizeCommandTests
{
    private static readonly PlanProgress Started = new("coarse", null, 1_000_000, null, TimeSpan.FromSeconds(0.5));
    private static readonly PlanProgress Found = new("coarse", 1_500_000, 1_000_000, 0.25, TimeSpan.FromSeconds(1.5));

    [Theory]
    [InlineData(Outcome.Optimal, 0)]
    [InlineData(Outcome.Feasible, 4)]
    [InlineData(Outcome.Infeasible, 3)]
    [InlineData(Outcome.NoPlan, 4)]
    public void Run_Outcome_GivesItsExitCode(Outcome outcome, int expected)
    {
        using var run = new CliRun { Search = CliRun.Reporting(PlanSamples.Plan() with { Outcome = outcome }) };

        Assert.Equal((ExitCode)expected, run.Run("optimize", "park.json"));
        Assert.NotEqual("", run.Output);
    }

    [Fact]
    public void Run_FolderOfPark_ReadsItsParkFile()
    {
        using var run = new CliRun();

        Assert.Equal(ExitCode.StoppedAtLimit, run.Run("optimize", "."));
        Assert.Contains("Harbour park", run.Output);
    }

    [Fact]
    public void Run_NoOptions_LeavesThePlannersDefaults()
    {
        using var run = new CliRun();
        (string Engine, PlanOptions? Options) seen = ("", null);
        run.Search = (engine, _, _, options, _, _) =>
        {
            seen = (engine, options);
            return PlanSamples.Plan();
        };

        run.Run("optimize", "park.json");

        Assert.Equal("highs", seen.Engine);
        Assert.Equal(new PlanOptions(), seen.Options);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.025", 0.025)]
    [InlineData("2.5%", 0.025)]
    public void Run_Gap_ReachesThePlanner(string text, double expected)
    {
        using var run = new CliRun();
        PlanOptions? seen = null;
        run.Search = (_, _, _, options, _, _) =>
        {
            seen = options;
            return PlanSamples.Plan();
        };

        run.Run("optimize", "park.json", "--gap", text, "--time-limit", "90", "--engine", "CBC");

        Assert.NotNull(seen);
        Assert.Equal(expected, seen.Gap, 1e-12);
        Assert.Equal(TimeSpan.FromSeconds(90), seen.TimeLimit);
    }

    [Fact]
    public void Run_TypicalDays_ReplacesTheParks()
    {
        using var run = new CliRun();
        int? seen = null;
        run.Search = (_, park, _, _, _, _) =>
        {
            seen = park.Time.TypicalDays?.Count;
            return PlanSamples.Plan();
        };

        // The park has no hourly profiles, which its own validation tells; the count itself arrives unchanged where they are there.
        var hourly = string.Join(',', Enumerable.Repeat("1", 8760));
        run.Folder.Write("hourly.json", PlanSamples.ParkJson.TrimEnd()[..^1] + $", \"profiles\": [{{ \"id\": \"load\", \"values\": [{hourly}] }}] }}");
        run.Run("optimize", "hourly.json", "--typical-days", "5");

        Assert.Equal(5, seen);
    }

    [Fact]
    public void Run_TypicalDaysForGivenPeriods_IsRefused()
    {
        using var run = new CliRun();
        run.Folder.Write("steps.json", PlanSamples.ParkJson.TrimEnd()[..^1] + ", \"time\": { \"periods\": [{ \"duration_hours\": 8760 }] } }");

        Assert.Equal(ExitCode.BadInput, run.Run("optimize", "steps.json", "--typical-days", "5"));
        Assert.Contains("one by one", run.Error);
    }

    [Fact]
    public void Run_Json_PutsNothingButThePlanOnStandardOutput()
    {
        using var run = new CliRun { Search = CliRun.Reporting(PlanSamples.Plan(), Started, Found) };

        run.Run("optimize", "park.json", "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("OUTCOME_FEASIBLE", json.RootElement.GetProperty("outcome").GetString());
        Assert.Equal("smelter", json.RootElement.GetProperty("couplings")[0].GetProperty("from_plant_id").GetString());
    }

    [Fact]
    public void Run_Out_WritesThePlanAndStillShowsIt()
    {
        using var run = new CliRun();

        run.Run("optimize", "park.json", "--out", "plan.json");

        using var json = JsonDocument.Parse(File.ReadAllBytes(run.Folder["plan.json"]));
        Assert.Equal("harbour", json.RootElement.GetProperty("park_id").GetString());
        Assert.Contains("Saves 12.35 million CNY/a", run.Output);
        Assert.Contains("plan.json", run.Error);
    }

    [Fact]
    public void Run_ExportMps_WritesTheModelThePlannerBuilt()
    {
        using var run = new CliRun();
        run.Search = (_, _, _, options, _, _) =>
        {
            options.ModelBuilt?.Invoke(new LinearModelBuilder("tiny").Build());
            return PlanSamples.Plan();
        };

        run.Run("optimize", "park.json", "--export-mps", "model.mps");

        Assert.StartsWith("NAME tiny", File.ReadAllText(run.Folder["model.mps"]));
    }

    [Fact]
    public void Run_Redirected_WritesALineForEveryChangeToStandardError()
    {
        using var run = new CliRun { Search = CliRun.Reporting(PlanSamples.Plan(), Started, Started, Found) };

        run.Run("optimize", "park.json");

        Assert.Equal(
            ["    0.5 s  coarse design  no plan yet  bound 1.00 million CNY", "    1.5 s  coarse design  best 1.50 million CNY  bound 1.00 million CNY  gap 25 %"],
            run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain('\u001b', run.Output + run.Error);
    }

    [Fact]
    public void Run_Terminal_ShowsALiveLineAndTakesItAway()
    {
        using var run = new CliRun { IsTerminal = true, Search = CliRun.Reporting(PlanSamples.Plan(), Started, Found) };

        run.Run("optimize", "park.json");

        Assert.Contains("best 1.50 million CNY", run.Error);
        Assert.EndsWith("\r\u001b[2K", run.Error);
        Assert.DoesNotContain('\n', run.Error);
    }

    [Fact]
    public void Run_Quiet_ShowsNoProgress()
    {
        using var run = new CliRun { Search = CliRun.Reporting(PlanSamples.Plan(), Started, Found) };

        run.Run("optimize", "park.json", "--quiet");

        Assert.Equal("", run.Error);
        Assert.Contains("Saves", run.Output);
    }

    [Fact]
    public void Run_CtrlC_StopsTheSearchAndPrintsItsBestPlan()
    {
        using var run = new CliRun();
        run.Search = (_, _, _, _, _, stop) =>
        {
            run.PressCtrlC?.Invoke();
            return stop.IsCancellationRequested ? PlanSamples.Plan() : throw new InvalidOperationException("not stopped");
        };

        Assert.Equal(ExitCode.StoppedAtLimit, run.Run("optimize", "park.json"));
        Assert.Contains("Press Ctrl-C again", run.Error);
        Assert.Contains("Saves 12.35 million CNY/a", run.Output);
    }

    [Fact]
    public void Run_CtrlCBeforeAnyPlan_SaysSo()
    {
        using var run = new CliRun();
        run.Search = (_, _, _, _, _, stop) =>
        {
            run.PressCtrlC?.Invoke();
            throw new OperationCanceledException(stop);
        };

        Assert.Equal(ExitCode.StoppedAtLimit, run.Run("optimize", "park.json"));
        Assert.Contains("before any plan was found", run.Output);
    }

    [Fact]
    public void Run_BadPark_ListsItsViolationsOnStandardErrorAndDoesNotSearch()
    {
        using var run = new CliRun { Search = (_, _, _, _, _, _) => throw new InvalidOperationException("searched") };
        run.Folder.Write("bad.json", PlanSamples.ParkJson.Replace("\"site_id\": \"north\"", "\"site_id\": \"moon\"", StringComparison.Ordinal));

        Assert.Equal(ExitCode.BadInput, run.Run("optimize", "bad.json", "--json"));
        Assert.Contains("park.plants[0].site_id", run.Error);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void Run_Scenario_ReachesThePlanner()
    {
        using var run = new CliRun();
        string? seen = null;
        run.Search = (_, _, scenario, _, _, _) =>
        {
            seen = scenario?.Id;
            return PlanSamples.Plan();
        };
        run.Folder.Write("carbon.json", """{ "id": "carbon-200" }""");

        run.Run("optimize", "park.json", "--scenario", "carbon.json");

        Assert.Equal("carbon-200", seen);
    }

    [Fact]
    public void Run_Chinese_SpeaksChineseThroughout()
    {
        using var run = new CliRun { Search = CliRun.Reporting(PlanSamples.Plan(), Found) };

        run.Run("optimize", "park.json", "--lang", "zh");

        Assert.Contains("港口园区", run.Output);
        Assert.Contains("节省 1,235.0 万元/年", run.Output);
        Assert.Contains("当前最好 150.0 万元", run.Error);
    }
}
