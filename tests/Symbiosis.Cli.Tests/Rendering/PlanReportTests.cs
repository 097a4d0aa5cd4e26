using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Cli.Tests.Rendering;

public sealed class PlanReportTests
{
    [Theory]
    [InlineData("plan-en-wide", false, 160)]
    [InlineData("plan-en-narrow", false, 80)]
    [InlineData("plan-zh-wide", true, 160)]
    public void AddTo_PlanWithEverything_LooksAsApproved(string name, bool isChinese, int width) =>
        Approved.Match(name, Show(PlanSamples.Plan(), isChinese ? Language.Chinese : Language.English, width));

    [Fact]
    public void AddTo_NarrowPage_KeepsItsWidth()
    {
        var longest = Show(PlanSamples.Plan(), Language.English, 80).Split('\n').Max(line => line.TrimEnd().Length);

        Assert.InRange(longest, 1, 80);
    }

    [Fact]
    public void AddTo_AllPairs_ListsEachOfThem()
    {
        var text = Show(PlanSamples.Plan(), Language.English, 160, showsAllPairs: true);

        Assert.Contains("It would cost 1,200 CNY/a more.", text);
        Assert.DoesNotContain("--all", text);
    }

    [Fact]
    public void AddTo_InfeasiblePark_SaysWhatIsMissing()
    {
        var plan = new Plan
        {
            Outcome = Outcome.Infeasible,
            Shortfalls =
            [
                new Shortfall { PlantId = "mill", ElementId = "dryer", PeriodIndex = 1, Missing = 1_250, Unit = "kW", Sentence = "The dryer lacks heat above 160 deg C.", FieldPath = "park.plants[1].streams[0]" },
            ],
        };

        Approved.Match("infeasible-en", Show(plan, Language.English, 120));
    }

    [Fact]
    public void AddTo_AuditFailed_WarnsTheReader()
    {
        var plan = PlanSamples.Plan() with
        {
            Audit = new Audit { Checks = [new AuditCheck { Name = "quality", Count = 3, MaxDeviation = 0.2, Tolerance = 1e-6, Failures = ["The blend has 12 % iron."] }] },
        };

        var text = Show(plan, Language.English, 120);

        Assert.Contains("1 of 1 checks failed. Do not use this plan", text);
        Assert.Contains("The blend has 12 % iron.", text);
    }

    [Fact]
    public void AddTo_NothingProven_SaysSoAndShowsNoGap()
    {
        var text = Show(PlanSamples.Plan() with { Proof = new Proof { Engine = "HiGHS" } }, Language.English, 120);

        Assert.Contains("Not proven optimal", text);
        Assert.DoesNotContain("still be gained", text);
    }

    [Fact]
    public void AddTo_BaselineCannotRun_ShowsNoSavingAndNoTodayColumn()
    {
        var plan = PlanSamples.Plan();
        plan = plan with { BaselineCosts = [], Summary = plan.Summary! with { BaselineCostCny = null, SavingCny = null } };

        var text = Show(plan, Language.English, 120);

        Assert.Contains("cannot run today", text);
        Assert.DoesNotContain("Today, million", text);
    }

    [Fact]
    public void AddTo_NothingSaved_SaysThatNothingPays()
    {
        var plan = PlanSamples.Plan();
        plan = plan with { Couplings = [], Summary = plan.Summary! with { SavingCny = 0m, AvoidedT = 0 } };

        var text = Show(plan, Language.English, 120);

        Assert.Contains("Saves nothing", text);
        Assert.Contains("Couplings: none.", text);
    }

    private static string Show(Plan plan, Language language, int width, bool showsAllPairs = false)
    {
        var page = new Page(width, hasColours: false);
        PlanReport.AddTo(page, new PlanView(plan, PlanSamples.Park(), language, 0.01), showsAllPairs);
        using var writer = new StringWriter();
        page.WriteTo(writer);
        return writer.ToString();
    }
}
