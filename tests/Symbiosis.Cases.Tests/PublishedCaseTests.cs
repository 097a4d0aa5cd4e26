using Symbiosis.Cases.Tests.Expectations;
using Symbiosis.Milp;
using Symbiosis.Solvers;

namespace Symbiosis.Cases.Tests;

/// <summary>Every published problem, written as a park and run through the command line, gives the published answer by both engines.</summary>
/// <remarks>One class, so that one process runs at a time: each keeps two cores busy.</remarks>
public sealed class PublishedCaseTests
{
    private static readonly string[] Engines = ["highs", "cbc"];

    /// <summary>Every case by every engine.</summary>
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var expectation in CaseFiles.Expectations)
        {
            foreach (var engine in Engines)
                cases.Add(expectation.Park, engine);
        }

        return cases;
    }

    /// <summary>The total-site problems.</summary>
    public static TheoryData<string> TotalSites() => [.. CaseFiles.Expectations.Where(expectation => expectation.BetweenCny is not null).Select(expectation => expectation.Park)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Optimize_PublishedCase_GivesPublishedAnswer(string park, string engine)
    {
        var expectation = CaseFiles.Expectations.Single(candidate => candidate.Park == park);

        var plan = await OptimizeAsync(park, engine);

        AssertCost(expectation, plan);
        AssertSizes(expectation, plan);
        AssertOperation(expectation, plan);
    }

    [Theory]
    [MemberData(nameof(TotalSites))]
    public async Task Optimize_TotalSite_EqualsIndependentLinearProgramme(string park)
    {
        var independentKw = SolveIndependently(park);

        var plan = await OptimizeAsync(park, "highs");

        AssertNear(independentKw, plan.CostCny, 0.01 + 1e-6 * plan.CostCny, "hot utility of the independent programme");
    }

    [Theory]
    [MemberData(nameof(TotalSites))]
    public void Build_TotalSiteProgramme_LiesBetweenPublishedTargets(string park)
    {
        var expectation = CaseFiles.Expectations.Single(candidate => candidate.Park == park);

        var between = expectation.BetweenCny ?? [];

        var independentKw = SolveIndependently(park);

        Assert.InRange(
            independentKw,
            between[0] * (1 - expectation.RelativeTolerance) - 1e-6,
            between[1] * (1 + expectation.RelativeTolerance) + 1e-6);
    }

    private static double SolveIndependently(string park)
    {
        var model = TotalSiteProgramme.Build(park, CaseFiles.Read<TotalSiteProblem>(Path.Combine("published", park)));
        using var engine = new HighsEngine();
        using var session = engine.Open(model);
        var result = session.Solve(new SolveOptions(), stop: TestContext.Current.CancellationToken);

        Assert.Equal(Termination.Optimal, result.Termination);
        return result.Objective ?? double.NaN;
    }

    private static async Task<PlanFile> OptimizeAsync(string park, string engine)
    {
        var run = await CommandLineRun.OptimizeAsync(CaseFiles.ParkPath(park), engine, TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, $"{park} by {engine} ended with {run.ExitCode}: {run.Error}");

        var plan = PlanFile.Parse(run.Output);
        Assert.Equal("OUTCOME_OPTIMAL", plan.Outcome);
        Assert.True(plan.IsAuditClean, plan.AuditFailures);
        return plan;
    }

    private static void AssertCost(CaseExpectation expectation, PlanFile plan)
    {
        double Tolerance(double cost) => expectation.RelativeTolerance * Math.Abs(cost) + expectation.AbsoluteToleranceCny;
        if (expectation.CostCny is { } cost)
            AssertNear(cost, plan.CostCny, Tolerance(cost), "cost in CNY");
        if (expectation.BetweenCny is [var low, var high])
            Assert.InRange(plan.CostCny, low - Tolerance(low), high + Tolerance(high));
        foreach (var part in expectation.Costs)
            AssertNear(part.Cny, plan.Cost(part.FieldPath), part.ToleranceCny, $"cost of {part.FieldPath}");
    }

    private static void AssertSizes(CaseExpectation expectation, PlanFile plan)
    {
        foreach (var size in expectation.Sizes)
            AssertNear(size.NewSize, plan.NewSize(size.Plant, size.Element), size.Tolerance, $"new size of {size.Plant}/{size.Element}");
    }

    private static void AssertOperation(CaseExpectation expectation, PlanFile plan)
    {
        foreach (var series in expectation.Series)
        {
            var values = plan.Series(series.Plant, series.Quantity) ?? new double[series.Values.Length];
            Assert.Equal(series.Values.Length, values.Length);
            for (var t = 0; t < values.Length; t++)
                AssertNear(series.Values[t], values[t], series.Tolerance, $"{series.Plant}/{series.Quantity} in period {t}");
        }

        foreach (var energy in expectation.Energies)
            AssertNear(energy.Kwh, plan.EnergyKwh(energy.Plant, energy.Quantities), energy.ToleranceKwh, $"energy of {string.Join(" + ", energy.Quantities)}");
        foreach (var peak in expectation.Peaks)
            AssertNear(peak.Value, plan.Series(peak.Plant, peak.Quantity)?.Max() ?? 0, peak.Tolerance, $"peak of {peak.Plant}/{peak.Quantity}");
    }

    private static void AssertNear(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, FormattableString.Invariant($"{what}: expected {expected} within {tolerance}, got {actual}"));
}
